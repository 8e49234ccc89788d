package dev.tidemark.text.words;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;

/** The words of everyday language, by HanLP's dictionary: docs/adr/0078. */
public final class CommonWords {
  private CommonWords() {}

  /** Whether it is a word of the language, and not most often a name of a person or a place. */
  public static boolean has(String word) {
    var entry = CoreDictionary.get(Segmenter.simplified(word));
    return entry != null && !isName(entry.nature[0]);
  }

  private static boolean isName(Nature nature) {
    return nature.startsWith("nr") || nature.startsWith("ns") || nature.startsWith("nt");
  }
}
