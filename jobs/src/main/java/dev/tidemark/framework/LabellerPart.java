package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** The part {@code labeller} of the section {@code issues}. */
final class LabellerPart {
  private static final Value.Range SECONDS =
      new Value.Range(1, 600, "a whole number of seconds from 1 to 600");
  private static final int USUAL_SECONDS = 20;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private LabellerPart() {}

  /** Empty with faults. */
  static Optional<LabellerRules> of(YamlNode node, Faults faults) {
    return Fields.of(node, IssueShapes.LABELLER, faults)
        .flatMap(
            fields -> {
              var url = fields.get(URL).flatMap(text -> url(text, faults));
              var model = fields.line(MODEL);
              int timeout =
                  fields
                      .get(TIMEOUT)
                      .flatMap(number -> Value.whole(number, SECONDS, faults))
                      .map(Long::intValue)
                      .orElse(USUAL_SECONDS);
              return url.flatMap(
                  address -> model.map(name -> new LabellerRules(address, name, timeout)));
            });
  }

  private static Optional<URI> url(YamlNode node, Faults faults) {
    return Value.line(node, faults)
        .flatMap(
            text -> {
              try {
                var url = new URI(text);
                if (url.getHost() != null
                    && SCHEMES.contains(url.getScheme())
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null) {
                  return Optional.of(url);
                }
              } catch (URISyntaxException e) {
                // Told below, like every other text that is no address.
              }
              faults.add(
                  node.place(),
                  "must be an address such as http://127.0.0.1:11434/v1, without a name, a query"
                      + " or a fragment; is "
                      + node.description());
              return Optional.empty();
            });
  }
}
