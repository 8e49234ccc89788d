package dev.tidemark.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ChangeDriversTest {
  /** Rows print every double so that it reads back as itself. */
  @Test
  void executorsFindWhatTheDriverFinds() {
    var drivers = new ChangeDrivers("test", List.of(ManyUnits.pair(), ManyUnits.pair()));

    var rows = drivers.onExecutors(SharedSpark.session()).collectAsList();

    assertThat(printed(rows))
        .hasSize(2 * (1 + ManyUnits.UNITS) * (1 + ManyUnits.LEAVES))
        .isEqualTo(printed(drivers.onDriver()));
  }

  private static List<String> printed(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().toList();
  }
}
