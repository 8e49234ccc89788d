package dev.tidemark.ingest;

import dev.tidemark.framework.EvaluationFramework;
import java.util.List;

/**
 * What decides whether a row is good, as fingerprints: a file is read again when they change.
 *
 * @param ofRun of the periods this run asks for
 * @param ofAllPeriods of a run that asks for every period, else the same
 */
record ReadingRules(String ofRun, String ofAllPeriods) {
  static ReadingRules of(
      EvaluationFramework framework, IngestOptions options, List<String> periods) {
    return new ReadingRules(
        fingerprint(framework, options, periods), fingerprint(framework, options, List.of()));
  }

  /**
   * Whether a file read by other rules need not be read by these.
   *
   * @param fingerprint of the other rules; null if it was not read
   */
  boolean areCoveredBy(String fingerprint) {
    return ofRun.equals(fingerprint) || ofAllPeriods.equals(fingerprint);
  }

  private static String fingerprint(
      EvaluationFramework framework, IngestOptions options, List<String> periods) {
    return Sha256.of(
        String.join(
            "\u001e",
            "rules 2",
            framework.readingFingerprint(),
            options.encoding().name(),
            String.join(",", periods.stream().sorted().distinct().toList())));
  }
}
