package dev.tidemark.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Short texts, each in one class.
 *
 * @param texts as they stand
 * @param classes of each
 */
record LabelledTexts(List<String> texts, List<String> classes) {
  /** Reads a CSV file with the columns text and label. */
  static LabelledTexts read(Path file) throws IOException {
    var texts = new ArrayList<String>();
    var classes = new ArrayList<String>();
    var lines = Files.readAllLines(file);
    for (var line : lines.subList(1, lines.size())) {
      int comma = line.lastIndexOf(',');
      texts.add(unquoted(line.substring(0, comma)));
      classes.add(line.substring(comma + 1));
    }
    return new LabelledTexts(texts, classes);
  }

  /** Rows of id, content_hash, clean_text, copy_of and voice; the same texts are copies. */
  List<Row> messages() throws NoSuchAlgorithmException {
    var sha256 = MessageDigest.getInstance("SHA-256");
    var first = new HashMap<String, String>();
    var rows = new ArrayList<Row>();
    for (int i = 0; i < texts.size(); i++) {
      var text = texts.get(i);
      var hash = HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
      var copyOf = first.putIfAbsent(hash, id(i));
      rows.add(RowFactory.create(id(i), hash, text, copyOf == null ? id(i) : copyOf, id(i)));
    }
    return rows;
  }

  static String id(int place) {
    return "m" + place;
  }

  /** Normalised mutual information with the classes, by the arithmetic mean of the entropies. */
  double agreement(List<String> groups) {
    return agreement(groups, classes);
  }

  /** The same over those texts alone that are in a group. */
  double agreementWithout(String none, List<String> groups) {
    var kept = new ArrayList<String>();
    var keptClasses = new ArrayList<String>();
    for (int i = 0; i < groups.size(); i++) {
      if (!groups.get(i).equals(none)) {
        kept.add(groups.get(i));
        keptClasses.add(classes.get(i));
      }
    }
    return agreement(kept, keptClasses);
  }

  private static double agreement(List<String> one, List<String> other) {
    var both = new ArrayList<String>();
    for (int i = 0; i < one.size(); i++) {
      both.add(one.get(i) + "|" + other.get(i));
    }
    double sum = entropy(one) + entropy(other);
    return 2 * (sum - entropy(both)) / sum;
  }

  private static double entropy(Collection<String> names) {
    return names.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(n -> (double) n / names.size())
        .map(share -> -share * Math.log(share))
        .sum();
  }

  private static String unquoted(String cell) {
    return cell.startsWith("\"")
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }
}
