package dev.tidemark.job;

/** One stage of the pipeline: reads tables, writes tables, decides nothing else. */
public interface Job {
  /** The command's name. */
  String name();

  /** Runs to the end, or throws; running twice leaves what running once leaves. */
  void run(JobContext context);
}
