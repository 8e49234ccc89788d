package dev.tidemark.compare;

import java.util.Locale;

/** What a careful statistician would sign. */
enum Verdict {
  /** The change is upwards, significant in its family, and large enough to matter. */
  IMPROVED,
  /** The change is downwards, significant in its family, and large enough to matter. */
  DECLINED,
  /** The change was shown to be smaller than the smallest that matters. */
  UNCHANGED,
  /** None of these was shown. */
  INCONCLUSIVE;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
