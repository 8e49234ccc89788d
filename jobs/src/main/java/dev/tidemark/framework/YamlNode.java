package dev.tidemark.framework;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A node of the file: where it stands and what stands there, text still as it was written. */
sealed interface YamlNode {
  Place place();

  /** What it is, for a message: {@code a list}, {@code the text "x"}. */
  String description();

  /** Lists, maps and text without their places. */
  Object content();

  /**
   * One value.
   *
   * @param text as written, without its quotes
   * @param isQuoted whether it had quotes or was a block, and so can only be text
   */
  record Scalar(Place place, String text, boolean isQuoted) implements YamlNode {
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NUMBER =
        Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    boolean isNull() {
      return !isQuoted && NULL.matcher(text).matches();
    }

    boolean isBoolean() {
      return !isQuoted && BOOLEAN.matcher(text).matches();
    }

    /** Whether it is a decimal number, as the core schema of YAML 1.2 writes them. */
    boolean isNumber() {
      return !isQuoted && NUMBER.matcher(text).matches();
    }

    @Override
    public String description() {
      if (isNull()) {
        return "empty";
      }
      return isBoolean() || isNumber() ? text : "the text " + Quote.of(text);
    }

    @Override
    public Object content() {
      return text;
    }
  }

  /** A list. */
  record Items(Place place, List<YamlNode> items) implements YamlNode {
    @Override
    public String description() {
      return "a list";
    }

    @Override
    public Object content() {
      return items.stream().map(YamlNode::content).toList();
    }
  }

  /** Values by key, in the order of the file. */
  record Mapping(Place place, Map<String, YamlNode> values) implements YamlNode {
    @Override
    public String description() {
      return "a mapping";
    }

    @Override
    public Object content() {
      var content = new TreeMap<String, Object>();
      values.forEach((key, value) -> content.put(key, value.content()));
      return content;
    }
  }
}
