package dev.tidemark.ingest;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of a file's cells becomes which column.
 *
 * @param header of the file, trimmed
 * @param columns the declared ones, then the file's features
 * @param sources for each column its place in the header; -1 if the file lacks it
 */
record Layout(List<String> header, List<String> columns, List<Integer> sources) {
  static Layout of(List<String> header, Columns declared) {
    var columns =
        Stream.concat(
                declared.declared().stream(), header.stream().filter(declared::takesAsFeature))
            .toList();
    return new Layout(header, columns, columns.stream().map(header::indexOf).toList());
  }

  /**
   * The cells in the order of the columns, blank ones null.
   *
   * @param delivered one for each of the header; some may be null
   */
  List<String> arranged(List<String> delivered) {
    var cells = new String[sources.size()];
    for (var i = 0; i < cells.length; i++) {
      int source = sources.get(i);
      var cell = source < 0 ? null : delivered.get(source);
      cells[i] = cell == null || cell.isBlank() ? null : cell;
    }
    return Collections.unmodifiableList(Arrays.asList(cells));
  }
}
