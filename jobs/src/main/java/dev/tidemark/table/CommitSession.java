package dev.tidemark.table;

import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A session for one commit.
 *
 * <p>What CREATE TABLE and MERGE say of their commit, Delta reads from the session, whose settings
 * all threads share: a write beside a merge would take the merge's name, and be skipped as done.
 */
final class CommitSession {
  private static final String NOTE = "spark.databricks.delta.commitInfo.userMetadata";
  private static final String APP_ID = "spark.databricks.delta.write.txnAppId";
  private static final String APP_VERSION = "spark.databricks.delta.write.txnVersion";

  private CommitSession() {}

  /** With the settings of the run's session, for a commit with a note. */
  static SparkSession of(SparkSession run, CommitNote note) {
    var own = run.newSession();
    CollectionConverters.asJava(run.conf().getAll())
        .forEach(
            (key, value) -> {
              if (run.conf().isModifiable(key)) {
                own.conf().set(key, value);
              }
            });
    own.conf().set(NOTE, note.json());
    return own;
  }

  /**
   * For a commit that is made once.
   *
   * @param application names the content; a table that has a commit of this name takes no other
   */
  static SparkSession once(SparkSession run, CommitNote note, String application) {
    var own = of(run, note);
    own.conf().set(APP_ID, application);
    own.conf().set(APP_VERSION, "1");
    return own;
  }
}
