package dev.tidemark.framework;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * YAML text as nodes with their places.
 *
 * <p>The text is only composed, never constructed: a tag makes no object. Aliases are written out,
 * up to a number of nodes that no real framework has.
 */
final class YamlTree {
  /** The largest framework seen has 12 KB; a value of two bytes takes some hundred in memory. */
  static final int LARGEST_MEGABYTES = 1;

  static final int DEEPEST = 100;
  static final int MOST_NODES = 200_000;
  private static final int MOST_ALIASES = 10_000;

  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.SEQ,
          Tag.MAP,
          Tag.MERGE,
          new Tag(Tag.PREFIX + "value"));

  private final Faults faults;
  private int nodes;
  private boolean isTooLarge;

  private YamlTree(Faults faults) {
    this.faults = faults;
  }

  /** The one document of a text; empty, with a fault, if there is none to read. */
  static Optional<YamlNode> of(String text, Faults faults) {
    try {
      var document = engine().compose(new StringReader(text));
      if (document == null) {
        faults.add(
            Place.wholeFile(), "the file is empty; docs/framework.md has an example to begin with");
        return Optional.empty();
      }
      var tree = new YamlTree(faults);
      var root = tree.node(document, Place.wholeFile(), 1);
      return tree.isTooLarge ? Optional.empty() : Optional.of(root);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      var context = e.getContext() == null ? "" : e.getContext() + ", ";
      faults.add(
          wholeFileAt(mark.getLine() + 1),
          "not YAML at column %d: %s%s".formatted(mark.getColumn() + 1, context, e.getProblem()));
    } catch (ReaderException e) {
      var before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
      faults.add(
          wholeFileAt(1 + (int) before.chars().filter(c -> c == '\n').count()),
          "not YAML: the character U+%04X is not allowed; remove it".formatted(e.getCodePoint()));
    } catch (YAMLException e) {
      faults.add(Place.wholeFile(), "too large or too deep: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static Yaml engine() {
    var limits = new LoaderOptions();
    limits.setNestingDepthLimit(DEEPEST);
    limits.setMaxAliasesForCollections(MOST_ALIASES);
    limits.setCodePointLimit(LARGEST_MEGABYTES << 20);
    // Nothing is constructed, so a tag is harmless here; node() refuses it with the other faults.
    limits.setTagInspector(tag -> true);
    var dumping = new DumperOptions();
    return new Yaml(new SafeConstructor(limits), new Representer(dumping), dumping, limits);
  }

  private static Place wholeFileAt(int line) {
    return new Place(Optional.empty(), "", line);
  }

  private YamlNode node(Node node, Place place, int depth) {
    nodes++;
    if (isTooLarge || depth > DEEPEST || nodes > MOST_NODES) {
      refuse(place);
      return new YamlNode.Scalar(place, "", false);
    }
    if (!PLAIN_TAGS.contains(node.getTag())) {
      faults.add(
          place,
          "the tag %s is not allowed; write the value without it"
              .formatted(Quote.of(node.getTag().getValue())));
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, place, depth);
    }
    if (node instanceof SequenceNode sequence) {
      return items(sequence, place, depth);
    }
    var scalar = (ScalarNode) node;
    return new YamlNode.Scalar(place, scalar.getValue(), !scalar.isPlain());
  }

  private void refuse(Place place) {
    if (!isTooLarge) {
      faults.add(
          place,
          "the file nests deeper than %d levels or holds more than %d values, aliases written out;"
                  .formatted(DEEPEST, MOST_NODES)
              + " is there an alias (*) of something around it?");
    }
    isTooLarge = true;
  }

  private YamlNode items(SequenceNode sequence, Place place, int depth) {
    var items = new ArrayList<YamlNode>();
    for (var item : sequence.getValue()) {
      items.add(node(item, place.item(items.size(), line(item)), depth + 1));
    }
    return new YamlNode.Items(place, List.copyOf(items));
  }

  private YamlNode mapping(MappingNode mapping, Place place, int depth) {
    var values = new LinkedHashMap<String, YamlNode>();
    for (var entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        faults.add(
            place.key("?", line(entry.getKeyNode())),
            "a key must be text, not a list or a mapping");
        continue;
      }
      var there = place.key(key.getValue(), line(key));
      if (key.getTag().equals(Tag.MERGE)) {
        faults.add(there, "merge keys are not read; write the keys out");
        continue;
      }
      var first = values.get(key.getValue());
      if (first != null) {
        faults.add(
            there,
            "the key is already in line %d; keep one of the two".formatted(first.place().line()));
        continue;
      }
      values.put(key.getValue(), node(entry.getValueNode(), there, depth + 1));
    }
    return new YamlNode.Mapping(place, values);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
