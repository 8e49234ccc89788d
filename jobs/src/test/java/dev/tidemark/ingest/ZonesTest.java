package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's time zone is nobody's business: the framework says which one times are in. */
class ZonesTest {
  /** Both ends of a period; hours that New York's clocks skip, and have twice. */
  private static final String MESSAGES =
      """
      id,unit,created_at,text
      first,wuhan,2019-12-28T00:00:00,a
      before,wuhan,2019-12-27T23:59:59,a
      last,wuhan,2020-01-10T23:59:59,a
      after,wuhan,2020-01-11T00:00:00,a
      skipped,wuhan,2020-03-08T02:30:00,a
      twice,wuhan,2019-11-03T01:30:00,a
      """;

  @TempDir private Path folder;
  private final TimeZone machine = TimeZone.getDefault();

  @AfterEach
  void backHome() {
    TimeZone.setDefault(machine);
  }

  @Test
  void r18WhereTheMachineIsChangesNoRow() {
    var seconds =
        List.of("2019-12-28T00:00:00", "2020-01-10T23:59:59", "2020-03-08T02:30:00").stream()
            .map(ZonesTest::secondsInShanghai)
            .toList();

    var utc = loadedIn("UTC");
    var shanghai = loadedIn("Asia/Shanghai");
    var newYork = loadedIn("America/New_York");

    assertThat(shanghai).isEqualTo(utc);
    assertThat(newYork).isEqualTo(utc);
    assertThat(utc)
        .hasSize(6)
        .contains(
            "first|W1|" + seconds.get(0),
            "last|W1|" + seconds.get(1),
            "skipped|null|" + seconds.get(2))
        .anyMatch(row -> row.startsWith("before|null|"))
        .anyMatch(row -> row.startsWith("after|null|"));
  }

  private List<String> loadedIn(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    var assessment = new Assessment(folder.resolve(zone)).deliver("in/messages.csv", MESSAGES);
    assessment.ingest("in").done();
    return assessment.rows("messages", "id", "period", "unix_seconds(created_at)");
  }

  private static long secondsInShanghai(String time) {
    return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toEpochSecond();
  }
}
