package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The rules that come with Tidemark, as a file of ours says them. */
final class StarterProblems {
  private static final String FILE = "starter-problems.yaml";

  private final Map<String, YamlNode.Mapping> rules = new LinkedHashMap<>();
  private final Map<String, YamlNode> parameters;

  private StarterProblems(Fields fields, Faults faults) {
    for (var rule : fields.list(RULES)) {
      var mapping = (YamlNode.Mapping) rule;
      rules.put(
          Fields.of(mapping, Shape.PROBLEM_RULE, faults).orElseThrow().id(ID).orElseThrow(),
          mapping);
    }
    parameters = ((YamlNode.Mapping) fields.get(PARAMETERS).orElseThrow()).values();
  }

  /** Reads it. */
  static StarterProblems read() {
    var faults = new Faults();
    try (var in = StarterProblems.class.getResourceAsStream(FILE)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return YamlTree.of(text, faults)
          .flatMap(root -> Fields.of(root, Shape.PROBLEM_RULES, faults))
          .map(fields -> new StarterProblems(fields, faults))
          .filter(read -> faults.isEmpty())
          .orElseThrow(() -> new IllegalStateException(FILE + ": " + faults.inOrder()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules by id, in the order of the file. */
  Map<String, YamlNode.Mapping> rules() {
    return rules;
  }

  /** The parameters that have a value whatever the assessment. */
  Map<String, YamlNode> parameters() {
    return parameters;
  }

  /**
   * A rule of the starter set, with what a framework file says otherwise.
   *
   * @param own the rule of the file, of the same id
   * @return its keys before those of the starter set, all in the place of {@code own}
   */
  YamlNode.Mapping adjusted(String id, YamlNode.Mapping own) {
    var keys = new LinkedHashMap<String, YamlNode>();
    rules
        .get(id)
        .values()
        .forEach((key, node) -> keys.put(key, at(own.place().key(key, own.place().line()), node)));
    keys.putAll(own.values());
    return new YamlNode.Mapping(own.place(), keys);
  }

  /** The same node in another place. */
  private static YamlNode at(Place place, YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return new YamlNode.Scalar(place, scalar.text(), scalar.isQuoted());
    }
    if (node instanceof YamlNode.Items items) {
      return new YamlNode.Items(
          place, items.items().stream().map(item -> at(place, item)).toList());
    }
    var values = new TreeMap<String, YamlNode>();
    ((YamlNode.Mapping) node).values().forEach((key, value) -> values.put(key, at(place, value)));
    return new YamlNode.Mapping(place, values);
  }
}
