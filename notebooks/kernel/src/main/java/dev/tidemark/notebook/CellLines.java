package dev.tidemark.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;

/**
 * The lines of a cell, as seen from a statement in it.
 *
 * @param cell its text
 * @param start where the statement begins, behind comments
 */
record CellLines(String cell, int start) {
  private static final Pattern NO_CODE = Pattern.compile("(\\s|//[^\n]*|/\\*(?s:.*?)\\*/)*+");

  /** Where code begins from a place on, behind spaces and comments; the end if there is none. */
  static int code(String cell, int from) {
    var skipped = NO_CODE.matcher(cell).region(from, cell.length());
    return skipped.lookingAt() ? skipped.end() : from;
  }

  /** The line a character of the statement is on, with its number in the cell. */
  List<String> at(int position) {
    int end = Math.min(start + Math.max(position, 0), cell.length());
    return numbered(1 + newlines(end));
  }

  /** A line of the statement, from 1. */
  List<String> line(int ofStatement) {
    return numbered(newlines(start) + ofStatement);
  }

  /** The line of the statement from which something was thrown, be it in what it called. */
  List<String> ofFailure(Throwable thrown, Snippet snippet) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> ("#" + snippet.id()).equals(frame.getFileName()))
        .findFirst()
        .map(frame -> line(frame.getLineNumber()))
        .orElseGet(() -> line(1));
  }

  private int newlines(int end) {
    return (int) cell.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  private List<String> numbered(int line) {
    var lines = cell.lines().toList();
    int there = Math.max(1, Math.min(line, lines.size()));
    return lines.isEmpty()
        ? List.of()
        : List.of("line " + there + ": " + lines.get(there - 1).strip());
  }
}
