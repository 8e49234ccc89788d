package dev.tidemark.refresh;

import java.util.List;
import java.util.Map;

/**
 * What a job's last run that was done started from, and what it left.
 *
 * @param code version of Tidemark
 * @param framework SHA-256 of all the framework said but its periods
 * @param frameworkVersion version of the framework
 * @param periods the framework's periods then, in order, each as {@code id=SHA-256}
 * @param inputs version of each table it read; -1 if it was not there
 * @param outputs version it left each of its tables at; -1 if it was not there
 * @param leftStale ids of periods it was told to leave; {@code all} for everything else
 */
record LastRun(
    String code,
    String framework,
    String frameworkVersion,
    List<String> periods,
    Map<String, Long> inputs,
    Map<String, Long> outputs,
    List<String> leftStale) {
  LastRun {
    periods = List.copyOf(periods);
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
    leftStale = List.copyOf(leftStale);
  }
}
