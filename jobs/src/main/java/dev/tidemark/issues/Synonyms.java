package dev.tidemark.issues;

import dev.tidemark.framework.IssueTerm;
import java.util.Comparator;
import java.util.List;

/** Puts the word that a term of the dictionary stands for in its place, longer terms first. */
final class Synonyms {
  private final List<IssueTerm> terms;

  Synonyms(List<IssueTerm> dictionary) {
    terms =
        dictionary.stream()
            .filter(term -> !term.means().equals(term.term()))
            .sorted(
                Comparator.comparing((IssueTerm term) -> -term.term().length())
                    .thenComparing(IssueTerm::term))
            .toList();
  }

  String in(String text) {
    var said = text;
    for (var term : terms) {
      said = said.replace(term.term(), term.means());
    }
    return said;
  }
}
