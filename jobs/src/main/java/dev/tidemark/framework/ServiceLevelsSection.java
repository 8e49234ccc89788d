package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The section {@code service-levels} of the file: the floor of each kind of enquiry. */
final class ServiceLevelsSection {
  private static final int LONGEST = 366;

  private static final Pattern TERM = Pattern.compile("([1-9][0-9]{0,2}) working-days?");

  private static final Value.Range SHARES =
      new Value.Range(1e-6, 1, "a share above 0, at most 1 (1e-6 to 1)");

  private ServiceLevelsSection() {}

  /** The floors by kind; anything with faults. */
  static Map<String, ServiceFloor> of(YamlNode node, Faults faults) {
    var floors = new TreeMap<String, ServiceFloor>();
    Fields.of(node, Shape.SERVICE_LEVELS, faults)
        .ifPresent(
            fields -> {
              for (var kind : Shape.SERVICE_LEVELS.keys()) {
                fields
                    .get(kind)
                    .flatMap(level -> floor(level, faults))
                    .ifPresent(floor -> floors.put(kind, floor));
              }
            });
    return floors;
  }

  private static Optional<ServiceFloor> floor(YamlNode node, Faults faults) {
    return Fields.of(node, Shape.SERVICE_LEVEL, faults)
        .map(
            fields ->
                new ServiceFloor(
                    fields.get(REPLY_WITHIN).flatMap(term -> term(term, faults)).orElse(LONGEST),
                    fields.number(MIN_SHARE, SHARES).orElse(ServiceFloor.EVERY_REPLY)));
  }

  private static Optional<Integer> term(YamlNode node, Faults faults) {
    var written = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    var term = TERM.matcher(written);
    if (term.matches() && Integer.parseInt(term.group(1)) <= LONGEST) {
      return Optional.of(Integer.valueOf(term.group(1)));
    }
    faults.add(
        node.place(),
        "must be 1 to %d working days, written as 5 working-days; is %s"
            .formatted(LONGEST, node.description()));
    return Optional.empty();
  }
}
