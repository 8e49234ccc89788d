/**
 * One run of the whole pipeline: what is stale, in which order, recorded and published.
 *
 * <p>{@link dev.tidemark.refresh.Planner} decides what is stale, and knows no Spark; {@link
 * dev.tidemark.refresh.Refresh} does it. Other stages are known here only as {@link
 * dev.tidemark.job.TableJob}s.
 */
package dev.tidemark.refresh;
