package dev.tidemark.ingest;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** CSV files of rows that are partly good, partly anything, always the same for the same seed. */
final class DirtyRows {
  private static final List<String> GARBAGE =
      List.of(
          "",
          "  ",
          "NaN",
          "-Infinity",
          "1e999",
          "1d",
          "1,5",
          "１２",
          "-1",
          "99999999999999999999",
          "2020-02-30",
          "2020-01-02T25:00",
          "null",
          "NULL",
          "'",
          "\"",
          "\\",
          "; DROP TABLE x",
          "\t",
          "武汉",
          "𠮷",
          "=1+1",
          "0x1F",
          "true",
          "W1 ",
          "\n",
          "a\nb",
          "\u00a0");

  private final Random random;

  DirtyRows(long seed) {
    random = new Random(seed);
  }

  /**
   * A file in which every column is blank in some row and garbage in others.
   *
   * @param columns the header
   * @param good for each column the cells of a good row
   */
  String file(List<String> columns, List<List<String>> good, int rows) {
    var blanks = IntStream.range(0, columns.size()).mapToObj(blank -> row(good, blank, 0.0));
    var dirty = IntStream.range(0, rows).mapToObj(i -> row(good, -1, 0.15));
    return Stream.concat(Stream.of(String.join(",", columns)), Stream.concat(blanks, dirty))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String row(List<List<String>> good, int blank, double garbage) {
    return IntStream.range(0, good.size())
        .mapToObj(i -> i == blank ? "" : cell(good.get(i), garbage))
        .collect(Collectors.joining(","));
  }

  private String cell(List<String> good, double garbage) {
    var cell = pick(random.nextDouble() < garbage ? GARBAGE : good);
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private String pick(List<String> cells) {
    return cells.get(random.nextInt(cells.size()));
  }
}
