package dev.tidemark.framework;

import dev.tidemark.error.NearestName;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The {@code parameters} of the section {@code problems}. */
final class ProblemParameters {
  /** What a parameter of the starter set must be. */
  private enum Kind {
    TEXT,
    AMOUNT,
    TEXTS
  }

  private static final Map<String, Kind> OF_STARTER_SET =
      Map.of(
          "flow_chart", Kind.TEXT,
          "scenario_guide", Kind.TEXT,
          "sample_form", Kind.TEXT,
          "link_check", Kind.TEXT,
          "links_checked", Kind.AMOUNT,
          "key_stages", Kind.TEXTS,
          "expected_share", Kind.AMOUNT,
          "catalogue_updated", Kind.TEXT,
          "catalogue_max_days", Kind.AMOUNT);

  /** Also the pattern in {@code docs/framework.schema.json}. */
  static final String NAME_PATTERN = "^[a-z][a-z0-9_]{0,63}$";

  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

  private final Faults faults;

  private ProblemParameters(Faults faults) {
    this.faults = faults;
  }

  /** The values by name; with faults, some of them. */
  static Map<String, ProblemParameter> of(YamlNode node, Faults faults) {
    var read = new TreeMap<String, ProblemParameter>();
    if (node instanceof YamlNode.Mapping mapping) {
      var reader = new ProblemParameters(faults);
      mapping
          .values()
          .forEach((name, value) -> reader.one(name, value).ifPresent(p -> read.put(name, p)));
    } else {
      faults.add(node.place(), "must be a mapping of names to values; is " + node.description());
    }
    return read;
  }

  /** What to write for a parameter of the starter set that is near to a name; blank if none is. */
  static String hint(String name, Iterable<String> given) {
    var known = new ArrayList<>(OF_STARTER_SET.keySet());
    given.forEach(known::add);
    known.remove(name);
    return NearestName.hint(name, known);
  }

  private Optional<ProblemParameter> one(String name, YamlNode value) {
    if (!NAME.matcher(name).matches()) {
      faults.add(
          value.place(),
          "%s is no name of a parameter; names are a to z, 0 to 9 and _, beginning with a letter, at most 64"
              .formatted(Quote.of(name)));
      return Optional.empty();
    }
    var kind = OF_STARTER_SET.get(name);
    if (kind == null) {
      return anything(value);
    }
    return switch (kind) {
      case TEXT -> Value.line(value, faults).map(ProblemParameter.Text::new);
      case AMOUNT -> Value.number(value, Value.Range.ANY, faults).map(ProblemParameter.Amount::new);
      case TEXTS -> texts(value);
    };
  }

  private Optional<ProblemParameter> anything(YamlNode value) {
    if (value instanceof YamlNode.Items) {
      return texts(value);
    }
    if (value instanceof YamlNode.Scalar scalar && scalar.isNumber()) {
      return Value.number(value, Value.Range.ANY, faults).map(ProblemParameter.Amount::new);
    }
    return Value.line(value, faults).map(ProblemParameter.Text::new);
  }

  private Optional<ProblemParameter> texts(YamlNode value) {
    var texts = new ArrayList<String>();
    var items = Value.list(value, faults);
    if (value instanceof YamlNode.Items && items.isEmpty()) {
      faults.add(value.place(), "is empty; list something, or remove it");
    }
    items.forEach(item -> Value.line(item, faults).ifPresent(texts::add));
    return texts.isEmpty() ? Optional.empty() : Optional.of(new ProblemParameter.Texts(texts));
  }
}
