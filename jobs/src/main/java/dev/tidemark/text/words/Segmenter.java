package dev.tidemark.text.words;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * HanLP's Viterbi segmentation with its recognition of people and places; one for each dictionary
 * in a JVM, for any number of threads. Words of the dictionary are cut out first, the longest at
 * each place, so that they are always found; what is between is segmented.
 */
final class Segmenter {
  private static final Map<Dictionary, Segmenter> SHARED = new ConcurrentHashMap<>();

  private static final Map<Word.Kind, Nature> NATURES =
      Map.of(
          Word.Kind.CONTENT, Nature.nz,
          Word.Kind.PLACE, Nature.ns,
          Word.Kind.ORGANISATION, Nature.nt);

  private final Map<Integer, List<Term>> ownByFirst;
  private final Segment words;
  private final Segment names;

  private Segmenter(Dictionary dictionary) {
    var custom = new DynamicCustomDictionary(HanLP.Config.CustomDictionaryPath);
    WordList.serviceWords().forEach(word -> custom.insert(word, Nature.nz + " 1000"));
    this.ownByFirst = ownByFirst(dictionary);
    this.words = segment(custom);
    this.names = segment(custom).enableOrganizationRecognize(true);
  }

  /** Loaded by the first that asks, in some seconds. */
  static Segmenter of(Dictionary dictionary) {
    return SHARED.computeIfAbsent(dictionary, Segmenter::new);
  }

  /** The words of a text in simplified characters, with their parts of speech. */
  List<Term> words(String simplified) {
    return terms(simplified, words);
  }

  /** The same with organisations of several words kept whole, which takes longer. */
  List<Term> names(String simplified) {
    return terms(simplified, names);
  }

  /** Traditional characters as simplified ones, which the dictionaries are written in. */
  static String simplified(String text) {
    return HanLP.convertToSimplifiedChinese(text);
  }

  private List<Term> terms(String text, Segment segment) {
    if (ownByFirst.isEmpty()) {
      return segment.seg(text);
    }
    var terms = new ArrayList<Term>();
    int done = 0;
    for (int i = 0; i < text.length(); ) {
      var own = ownAt(text, i);
      if (own == null) {
        i++;
        continue;
      }
      terms.addAll(segment.seg(text.substring(done, i)));
      terms.add(own);
      i += own.word.length();
      done = i;
    }
    terms.addAll(segment.seg(text.substring(done)));
    return terms;
  }

  /** The longest word of the dictionary that begins here; null if none does. */
  private Term ownAt(String text, int place) {
    for (var own : ownByFirst.getOrDefault((int) text.charAt(place), List.of())) {
      if (text.startsWith(own.word, place)) {
        return own;
      }
    }
    return null;
  }

  private static Map<Integer, List<Term>> ownByFirst(Dictionary dictionary) {
    return dictionary.kinds().entrySet().stream()
        .filter(own -> !own.getKey().isBlank())
        .map(own -> new Term(simplified(own.getKey()), NATURES.get(own.getValue())))
        .sorted(Comparator.comparingInt((Term own) -> own.word.length()).reversed())
        .collect(Collectors.groupingBy(own -> (int) own.word.charAt(0)));
  }

  private static Segment segment(DynamicCustomDictionary custom) {
    return HanLP.newSegment().enableCustomDictionary(custom).enablePlaceRecognize(true);
  }
}
