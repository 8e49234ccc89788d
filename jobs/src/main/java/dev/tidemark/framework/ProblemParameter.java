package dev.tidemark.framework;

import java.util.List;

/** A value that the section {@code problems} gives to the SQL of its rules, by a name. */
public sealed interface ProblemParameter {
  /** A text, such as the id of a leaf. */
  record Text(String text) implements ProblemParameter {}

  /** A finite number. */
  record Amount(double number) implements ProblemParameter {}

  /** Texts; at least one. */
  record Texts(List<String> texts) implements ProblemParameter {
    public Texts {
      texts = List.copyOf(texts);
    }
  }
}
