package dev.tidemark.table;

/**
 * What every commit of one run says of itself, in Delta's {@code userMetadata}.
 *
 * @param runId the run
 * @param frameworkId the framework whose warehouse this is; empty for a run that only reads
 * @param frameworkVersion its version
 * @param fingerprint its SHA-256
 * @param codeVersion the version of Tidemark
 */
public record CommitNote(
    String runId,
    String frameworkId,
    String frameworkVersion,
    String fingerprint,
    String codeVersion) {
  /** Of a run that only reads. */
  public static final CommitNote READER = new CommitNote("", "", "", "", "");

  String json() {
    return "{\"run\":\"%s\",\"framework\":\"%s\",\"framework_version\":\"%s\",\"fingerprint\":\"%s\",\"tidemark\":\"%s\"}"
        .formatted(runId, frameworkId, frameworkVersion, fingerprint, codeVersion);
  }
}
