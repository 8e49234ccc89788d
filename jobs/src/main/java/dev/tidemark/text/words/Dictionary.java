package dev.tidemark.text.words;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words a town knows and no dictionary has.
 *
 * @param words kept whole, such as the names of local services and portals
 * @param places kept whole and taken for places
 * @param organisations kept whole and taken for organisations, such as departments
 * @param synonyms what is written, and the word it is read as
 */
public record Dictionary(
    List<String> words,
    List<String> places,
    List<String> organisations,
    Map<String, String> synonyms)
    implements Serializable {
  /** No word of one's own. */
  public static final Dictionary NONE = new Dictionary(List.of(), List.of(), List.of(), Map.of());

  public Dictionary {
    words = List.copyOf(words);
    places = List.copyOf(places);
    organisations = List.copyOf(organisations);
    synonyms = Map.copyOf(synonyms);
  }

  /** Every word that must be kept whole, with the kind it is of. */
  Map<String, Word.Kind> kinds() {
    var kinds = new TreeMap<String, Word.Kind>();
    synonyms.forEach(
        (written, read) -> {
          kinds.put(written, Word.Kind.CONTENT);
          kinds.put(read, Word.Kind.CONTENT);
        });
    words.forEach(word -> kinds.put(word, Word.Kind.CONTENT));
    places.forEach(word -> kinds.put(word, Word.Kind.PLACE));
    organisations.forEach(word -> kinds.put(word, Word.Kind.ORGANISATION));
    // A synonym is what it is read as.
    synonyms.forEach((written, read) -> kinds.put(written, kinds.get(read)));
    return kinds;
  }
}
