package dev.tidemark.issues;

import dev.tidemark.framework.IssueTerm;
import dev.tidemark.text.words.Dictionary;
import java.util.List;
import java.util.stream.Collectors;

/** The user's dictionary as the words of texts know it. */
final class TownWords {
  private TownWords() {}

  static Dictionary of(List<IssueTerm> terms) {
    return new Dictionary(
        of(terms, IssueTerm.Kind.WORD),
        of(terms, IssueTerm.Kind.PLACE),
        of(terms, IssueTerm.Kind.DEPARTMENT),
        terms.stream()
            .filter(term -> !term.means().equals(term.term()))
            .collect(Collectors.toMap(IssueTerm::term, IssueTerm::means)));
  }

  private static List<String> of(List<IssueTerm> terms, IssueTerm.Kind kind) {
    return terms.stream()
        .filter(term -> term.kind() == kind)
        .map(IssueTerm::means)
        .distinct()
        .toList();
  }
}
