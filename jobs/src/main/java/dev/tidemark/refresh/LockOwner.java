package dev.tidemark.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * Who has a lock.
 *
 * @param token unlike any other's
 * @param run its run's id
 * @param host it runs on
 * @param process its number there; 0 if not known
 * @param since when it took the lock
 * @param beat when it last showed that it lives
 */
record LockOwner(String token, String run, String host, long process, Instant since, Instant beat) {
  /** An owner that has not beaten for so long is dead, or as good as. */
  static final Duration STALE = Duration.ofMinutes(10);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether it is dead: its process is gone, if that ran here, or it has not beaten for long. */
  boolean isStale(Instant now, String here) {
    boolean isGone =
        process > 0
            && host.equals(here)
            && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    return isGone || beat.plus(STALE).isBefore(now);
  }

  /** Whether its file could be read. */
  boolean isKnown() {
    return !token.isEmpty();
  }

  LockOwner beating(Instant now) {
    return new LockOwner(token, run, host, process, since, now);
  }

  String json() {
    var cells = new LinkedHashMap<String, Object>();
    cells.put("token", token);
    cells.put("run", run);
    cells.put("host", host);
    cells.put("process", process);
    cells.put("since", since.toString());
    cells.put("beat", beat.toString());
    try {
      return JSON.writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and a number are JSON", e);
    }
  }

  /**
   * Reads one.
   *
   * @param written when the file was, for one that cannot be read: somebody is writing it, or died
   *     while doing so
   */
  static LockOwner parse(String json, Instant written) {
    try {
      var cells = JSON.readTree(json);
      return new LockOwner(
          cells.path("token").asText(),
          cells.path("run").asText(),
          cells.path("host").asText(),
          cells.path("process").asLong(),
          Instant.parse(cells.path("since").asText()),
          Instant.parse(cells.path("beat").asText()));
    } catch (JsonProcessingException | DateTimeException e) {
      return new LockOwner("", "not known", "not known", 0, written, written);
    }
  }

  /** For people. */
  String told() {
    return "run %s, process %d on %s, since %s, last seen %s"
        .formatted(run, process, host, since, beat);
  }
}
