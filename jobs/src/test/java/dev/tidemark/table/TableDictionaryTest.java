package dev.tidemark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class TableDictionaryTest {
  @Test
  void thePageInDocsIsTheOneTheDeclarationsGive() throws IOException {
    var page = Files.readString(Path.of("../docs/tables.md"), StandardCharsets.UTF_8);

    assertThat(page)
        .as("write it again: bin/tidemark tables --format markdown > docs/tables.md")
        .isEqualTo(TableDictionary.markdown(Tables.all()));
  }

  @Test
  void aTableIsDescribedByItsGrainKeyPartitionsColumnsAndChecks() {
    var table =
        new TableSpec(
            "tides",
            TableSpec.Role.OUTPUT,
            "How high the water stood.",
            "one harbour on one day",
            List.of("harbour", "day"),
            List.of("day"),
            List.of(
                ColumnSpec.required("harbour", DataTypes.StringType, "id of the harbour"),
                ColumnSpec.optional("height", DataTypes.DoubleType, "metres; null if not read")),
            List.of(new Check("height_is_real", "height", "height < 20")));

    assertThat(TableDictionary.markdown(List.of(table)))
        .contains("| [tides](#tides) | a job | How high the water stood. |")
        .endsWith(
            """

            ## tides

            How high the water stood. One row is one harbour on one day.

            Key: `harbour`, `day`. Partitioned by `day`.

            | column | type | null | meaning |
            | --- | --- | --- | --- |
            | `harbour` | string | no | id of the harbour |
            | `height` | double | yes | metres; null if not read |

            Delta refuses a row unless:

            - `height < 20`
            """);
  }
}
