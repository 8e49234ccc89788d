package dev.tidemark.framework;

/** Titles of the file: one text for both languages, or one for each. */
final class Titles {
  private Titles() {}

  /** With a fault if it is neither text nor {@code {zh: …, en: …}}. */
  static Title of(YamlNode node, Faults faults) {
    if (node instanceof YamlNode.Scalar) {
      return Title.of(Value.line(node, faults).orElse(""));
    }
    var fields = Fields.of(node, Shape.TWO_LANGUAGES, faults);
    var zh = fields.flatMap(f -> f.line(Key.ZH));
    var en = fields.flatMap(f -> f.line(Key.EN));
    if (node instanceof YamlNode.Mapping mapping && mapping.values().isEmpty()) {
      faults.add(node.place(), "is empty; give zh, en or both");
    }
    return new Title(zh.or(() -> en).orElse(""), en.or(() -> zh).orElse(""));
  }
}
