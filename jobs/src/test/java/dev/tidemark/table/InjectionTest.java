package dev.tidemark.table;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.SharedSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S1 and S2: a value is data wherever it goes, whatever it looks like. */
class InjectionTest {
  private static final String ALWAYS_TRUE = "x' OR '1'='1";
  private static final String ESCAPED_QUOTE = "x\\' OR 1=1 --";

  @TempDir private Path folder;
  private DeltaLake lake;

  @BeforeEach
  void twoUnitsAreInTheWarehouse() {
    lake = new DeltaLake(SharedSpark.session(), folder.toString(), CommitNote.READER);
    lake.replaceAll(Tables.UNITS, units("R1", "R2"));
  }

  @Test
  void aValueThatLooksLikeSqlMatchesNoRowAndDeletesNone() {
    var matched =
        lake.read(Tables.UNITS).where(col(Col.UNIT).isin(ALWAYS_TRUE, ESCAPED_QUOTE)).count();
    var asked =
        SharedSpark.session()
            .sql("SELECT :unit = 'R1' OR :unit = 'R2' AS found", Map.of("unit", ALWAYS_TRUE))
            .head()
            .getBoolean(0);

    lake.replaceWithin(
        Tables.UNITS,
        units(),
        Col.UNIT,
        Map.of("1", List.of(ALWAYS_TRUE, ESCAPED_QUOTE), ALWAYS_TRUE, List.of("R1", "R2")));

    assertThat(matched).isZero();
    assertThat(asked).isFalse();
    assertThat(lake.read(Tables.UNITS).select(Col.UNIT).collectAsList())
        .containsExactlyInAnyOrder(RowFactory.create("R1"), RowFactory.create("R2"));
  }

  private static Dataset<Row> units(String... ids) {
    var rows = List.of(ids).stream().map(InjectionTest::unit).toList();
    return SharedSpark.session().createDataFrame(rows, Tables.UNITS.schema());
  }

  private static Row unit(String id) {
    return RowFactory.create("f", "1", id, id, id, Map.of("region", "north"));
  }
}
