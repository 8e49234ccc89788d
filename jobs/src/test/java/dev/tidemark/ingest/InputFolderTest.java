package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFolderTest {
  @TempDir private Path folder;

  private InputFolder look(String... files) throws IOException {
    for (var file : files) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), "text");
    }
    return InputFolder.of(List.of(folder.toString()), new Configuration());
  }

  @Test
  void whateverNoTableTakesIsNamedWithTheNearestTable() throws IOException {
    var found =
        look("visits.csv", "observation.csv", "Observations.csv", "visit.xls", "notes.txt", "a/b");

    assertThat(found.files()).hasSize(1);
    assertThat(found.notes())
        .containsExactlyInAnyOrder(
            "observation.csv is not an input table and is not read; did you mean observations?",
            "Observations.csv is not an input table and is not read; did you mean observations?",
            "visit.xls is not an input table and is not read; did you mean visits?",
            "notes.txt is not an input table and is not read",
            "a is not an input table and is not read");
  }

  @Test
  void aFileOfATableInNoKnownFormatIsNamed() throws IOException {
    assertThat(look("visits.csv", "visits.xls").notes())
        .containsExactly("visits.xls is not read: its ending is none of csv, jsonl, xlsx, parquet");
  }

  @Test
  void theFrameworksOwnFilesAndHiddenOnesAreNot() throws IOException {
    assertThat(look("visits.csv", "framework.yaml", "units.csv", ".visits.csv.swp").notes())
        .isEmpty();
  }

  @Test
  void aFolderWithMisnamedFilesOnlySaysWhichTheyAre() {
    assertThatThrownBy(() -> look("observation.csv"))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("holds no input table")
        .hasMessageContaining(
            "observation.csv is not an input table and is not read; did you mean observations?");
  }

  @Test
  void anEmptyFolderOfATableIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("visits.csv"));

    assertThat(look("observations.csv").notes()).containsExactly("visits.csv/ holds no file");
  }

  @Test
  void aFolderThatIsStillBeingWrittenIsNotRead() {
    assertThatThrownBy(() -> look("visits.csv/part-0.csv", "visits.csv/_temporary/0/part-1.csv"))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining(folder.resolve("visits.csv") + " is being written");
  }
}
