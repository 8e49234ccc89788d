package dev.tidemark.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sentence with columns in it: <code>{column}</code> stands for a row's value, two braces for
 * one.
 *
 * @param pieces in order
 */
public record MessageText(List<Piece> pieces) {
  private static final Pattern PIECE = Pattern.compile("\\{\\{|}}|\\{([^{}]*)}|[{}]|[^{}]+");
  private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");

  public MessageText {
    pieces = List.copyOf(pieces);
  }

  /** A part of it. */
  public sealed interface Piece {
    /** Words as they stand. */
    record Words(String text) implements Piece {}

    /** A column of the row, or {@code parameters.name}. */
    record Value(String column) implements Piece {}
  }

  /** The columns it names, in order. */
  public List<String> columns() {
    return pieces.stream()
        .filter(Piece.Value.class::isInstance)
        .map(piece -> ((Piece.Value) piece).column())
        .distinct()
        .toList();
  }

  /** Takes a text apart; empty, with a fault, if its braces do not match or hold no name. */
  static Optional<MessageText> of(String text, Place place, Faults faults) {
    var pieces = new ArrayList<Piece>();
    for (var found : PIECE.matcher(text).results().toList()) {
      var piece = found.group();
      if (found.group(1) != null) {
        if (!COLUMN.matcher(found.group(1)).matches()) {
          faults.add(
              place,
              "%s names no column; write {column}, and {{ or }} for a brace"
                  .formatted(Quote.of(piece)));
          return Optional.empty();
        }
        pieces.add(new Piece.Value(found.group(1)));
      } else if (piece.equals("{") || piece.equals("}")) {
        faults.add(
            place, "has a brace without its other; write {column}, and {{ or }} for a brace");
        return Optional.empty();
      } else {
        pieces.add(new Piece.Words(piece.equals("{{") ? "{" : piece.equals("}}") ? "}" : piece));
      }
    }
    return Optional.of(new MessageText(pieces));
  }
}
