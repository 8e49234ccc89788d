package dev.tidemark.text.words;

import com.hankcs.hanlp.seg.common.Term;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.text.words.Word.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of texts, by HanLP's segmentation (docs/adr/0078). Goes with a task wherever it runs;
 * the dictionaries are loaded once in each JVM.
 */
public final class Words implements Serializable {
  private static final long serialVersionUID = 1;

  private static final String LIBRARY = "/com/hankcs/hanlp/HanLP.class";

  /** What masking left. */
  private static final Pattern TOKENS = Pattern.compile("\\[[A-Z]+]");

  private static final Pattern LETTERS =
      Pattern.compile("[\\p{L}\\p{N}'_.+#-]*\\p{L}[\\p{L}\\p{N}'_.+#-]*");
  private static final int SHORTEST = 2;
  private static final int LONGEST = 20;

  /**
   * Parts of speech that say what a text is about: nouns, also of place, verbs, adjectives, idioms,
   * letters.
   */
  private static final Set<Character> CONTENT = Set.of('n', 'v', 'a', 'b', 'g', 'i', 'j', 'l', 's');

  private static final Set<String> STOP_WORDS = WordList.stopWords();

  private final Dictionary dictionary;
  private final Map<String, String> synonyms;
  private transient Segmenter segmenter;

  private Words(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.synonyms =
        dictionary.synonyms().entrySet().stream()
            .collect(Collectors.toMap(e -> read(e.getKey()), e -> read(e.getValue()), (a, b) -> a));
  }

  /**
   * Words with those of a town.
   *
   * @throws UsageWrong if HanLP is not on the class path
   */
  public static Words with(Dictionary dictionary) {
    if (Words.class.getResource(LIBRARY) == null) {
      throw new UsageWrong(
          "HanLP is not on the class path. Submit with --packages"
              + " com.hankcs:hanlp:portable-1.8.6, or run bin/tidemark without SPARK_HOME.");
    }
    return new Words(dictionary);
  }

  /**
   * What a text is about: its words of content, in runs of words that stand side by side. Stop
   * words, numbers, times, names of people, places and organisations, tokens such as {@code
   * [PHONE]} and single characters are left out and end a run.
   */
  public List<List<String>> runs(String text) {
    var runs = new ArrayList<List<String>>();
    var run = new ArrayList<String>();
    for (var word : PlaceNames.joined(words(segmenter().words(withoutTokens(text))))) {
      if (word.is(Kind.CONTENT) || word.is(Kind.INSTITUTION)) {
        run.add(word.text());
      } else if (!run.isEmpty()) {
        runs.add(List.copyOf(run));
        run.clear();
      }
    }
    if (!run.isEmpty()) {
      runs.add(List.copyOf(run));
    }
    return Collections.unmodifiableList(runs);
  }

  /**
   * The places and organisations a text names. HanLP's recognition misses some and invents others;
   * names of the dictionary are always found.
   */
  public Entities entities(String text) {
    var places = new TreeSet<String>();
    var organisations = new TreeSet<String>();
    for (var word : PlaceNames.joined(words(segmenter().names(withoutTokens(text))))) {
      if (word.is(Kind.PLACE)) {
        places.add(word.text());
      } else if (word.is(Kind.ORGANISATION)
          || (word.is(Kind.INSTITUTION) && word.text().length() > SHORTEST)) {
        organisations.add(word.text());
      }
    }
    return new Entities(places, organisations);
  }

  /** Found anew in each task: it does not travel, and is the same for all. */
  private Segmenter segmenter() {
    if (segmenter == null) {
      segmenter = Segmenter.of(dictionary);
    }
    return segmenter;
  }

  private List<Word> words(List<Term> terms) {
    return terms.stream().map(this::word).toList();
  }

  private Word word(Term term) {
    var text = read(term.word);
    var word = synonyms.getOrDefault(text, text);
    return new Word(word, kind(word, term.nature.toString()));
  }

  private static Kind kind(String word, String nature) {
    if (word.codePointCount(0, word.length()) < SHORTEST) {
      return Kind.OTHER;
    }
    if (nature.startsWith("ns")) {
      return Kind.PLACE;
    }
    if (nature.startsWith("nt")) {
      return Kind.ORGANISATION;
    }
    if (nature.startsWith("nr")) {
      return PlaceNames.isLikePlace(word) ? Kind.PLACE : Kind.PERSON;
    }
    boolean isContent =
        CONTENT.contains(nature.charAt(0))
            && word.length() <= LONGEST
            && LETTERS.matcher(word).matches()
            && !STOP_WORDS.contains(word);
    if (!isContent) {
      return Kind.OTHER;
    }
    return nature.equals("nis") ? Kind.INSTITUTION : Kind.CONTENT;
  }

  private static String withoutTokens(String text) {
    return Segmenter.simplified(TOKENS.matcher(text).replaceAll(" "));
  }

  private static String read(String written) {
    return written.toLowerCase(Locale.ROOT).strip();
  }
}
