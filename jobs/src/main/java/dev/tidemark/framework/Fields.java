package dev.tidemark.framework;

import dev.tidemark.error.NearestName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One mapping of the file, its keys held against what may stand there. */
final class Fields {
  private final YamlNode.Mapping mapping;
  private final Faults faults;

  private Fields(YamlNode.Mapping mapping, Faults faults) {
    this.mapping = mapping;
    this.faults = faults;
  }

  /** The keys of a node; empty, with a fault, if it is no mapping. Bad keys are faults, too. */
  static Optional<Fields> of(YamlNode node, Shape shape, Faults faults) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      faults.add(
          node.place(),
          "must be a mapping with the keys %s; is %s"
              .formatted(
                  String.join(
                      ", ", shape.required().isEmpty() ? shape.optional() : shape.required()),
                  node.description()));
      return Optional.empty();
    }
    mapping.values().forEach((key, value) -> checkKnown(key, value.place(), shape, faults));
    for (var key : shape.required()) {
      if (!mapping.values().containsKey(key)) {
        faults.add(
            mapping.place().key(key, mapping.place().line()),
            shape.hints().getOrDefault(key, "is missing; it is required here"));
      }
    }
    return Optional.of(new Fields(mapping, faults));
  }

  private static void checkKnown(String key, Place place, Shape shape, Faults faults) {
    if (shape.keys().contains(key)) {
      return;
    }
    var hint =
        NearestName.to(key, shape.keys())
            .map(nearest -> "unknown key; did you mean %s?".formatted(nearest))
            .orElseGet(() -> "unknown key; known here: " + String.join(", ", shape.keys()));
    faults.add(place, shape.hints().getOrDefault(key, hint));
  }

  Place place() {
    return mapping.place();
  }

  /** Where the key is, or would be. */
  Place place(String key) {
    return get(key).map(YamlNode::place).orElseGet(() -> place().key(key, place().line()));
  }

  Optional<YamlNode> get(String key) {
    return Optional.ofNullable(mapping.values().get(key));
  }

  /** Empty if it is absent, or with a fault. */
  Optional<String> text(String key) {
    return get(key).flatMap(node -> Value.text(node, faults));
  }

  /** Empty if it is absent, or with a fault. */
  Optional<String> line(String key) {
    return get(key).flatMap(node -> Value.line(node, faults));
  }

  /** Empty if it is absent, or with a fault. */
  Optional<String> id(String key) {
    return get(key).flatMap(node -> Identifier.of(node, faults));
  }

  /** Empty if it is absent, or with a fault. */
  Optional<LocalDate> day(String key) {
    return get(key).flatMap(node -> Value.day(node, faults));
  }

  /** Empty if it is absent, or with a fault. */
  Optional<Double> number(String key, Value.Range range) {
    return get(key).flatMap(node -> Value.number(node, range, faults));
  }

  /** Empty if it is absent, or with a fault. */
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> among) {
    return get(key).flatMap(node -> Value.choice(node, among, faults));
  }

  /** Empty if it is absent, or with a fault. */
  List<YamlNode> list(String key) {
    return get(key).map(node -> Value.list(node, faults)).orElseGet(List::of);
  }

  /** The {@code title}; the {@code id} if there is none. */
  Title title() {
    return get(Key.TITLE)
        .map(node -> Titles.of(node, faults))
        .orElseGet(() -> Title.of(get(Key.ID).map(id -> id.content().toString()).orElse("")));
  }
}
