package dev.tidemark.ingest;

import dev.tidemark.framework.EvaluationFramework;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What decides whether a row is good, as fingerprints: a file is read again when they change.
 *
 * <p>The fingerprint of the rules is followed by one for each period of the framework. Where
 * periods joined and all else stayed, a file whose rows were all good would be read to the same
 * rows: each was of a period that is there still.
 *
 * @param ofRun of the periods this run asks for
 * @param ofAllPeriods of a run that asks for every period, else the same
 */
record ReadingRules(String ofRun, String ofAllPeriods) {
  private static final String SEPARATOR = ";";

  /** Of 2^48 fingerprints no two of a framework's periods are the same but by a rare accident. */
  private static final int ENOUGH = 12;

  static ReadingRules of(
      EvaluationFramework framework, IngestOptions options, List<String> periods) {
    return new ReadingRules(
        fingerprint(framework, options, periods), fingerprint(framework, options, List.of()));
  }

  /**
   * Whether a file read by other rules need not be read by these.
   *
   * @param fingerprint of the other rules; null if it was not read
   * @param wasGood whether every row of it was
   */
  boolean areCoveredBy(String fingerprint, boolean wasGood) {
    if (fingerprint == null) {
      return false;
    }
    return List.of(ofRun, ofAllPeriods).stream()
        .anyMatch(rules -> rules.equals(fingerprint) || (wasGood && joined(fingerprint, rules)));
  }

  /** Whether the later rules are the former ones and perhaps periods more. */
  private static boolean joined(String former, String later) {
    var before = former.split(SEPARATOR, 2);
    var after = later.split(SEPARATOR, 2);
    return before.length == 2
        && after.length == 2
        && before[0].equals(after[0])
        && periods(after[1]).containsAll(periods(before[1]));
  }

  private static Set<String> periods(String fingerprints) {
    return new HashSet<>(List.of(fingerprints.split(",", -1)));
  }

  private static String fingerprint(
      EvaluationFramework framework, IngestOptions options, List<String> periods) {
    var rules =
        Sha256.of(
            String.join(
                "\u001e",
                "rules 4",
                framework.readingFingerprint(),
                options.encoding().name(),
                String.join(",", periods.stream().sorted().distinct().toList())));
    var declared =
        framework.readingFingerprintsOfPeriods().stream()
            .map(period -> period.substring(0, ENOUGH))
            .toList();
    return rules + SEPARATOR + String.join(",", declared);
  }
}
