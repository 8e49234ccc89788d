package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class PartFilesTest {
  private static final HadoopSource.Settings SETTINGS =
      HadoopSource.Settings.of(new Configuration(false));

  @Test
  void anEmptyPartOfAnExportWithRowsIsNoFault() {
    var full = file("in/visits/part-00001-a.parquet", null);
    var empty = file("in/visits/part-00000-a.parquet", Reason.NO_ROWS);

    assertThat(PartFiles.of(List.of(empty, full)).isEmptyPart(empty)).isTrue();
    assertThat(PartFiles.of(List.of(empty, full)).isEmptyPart(full)).isFalse();
  }

  @Test
  void anExportWithoutAnyRowIsOne() {
    var empty = file("in/visits/part-00000-a.parquet", Reason.NO_ROWS);
    var elsewhere = file("in/other/part-00001-b.parquet", null);
    var byHand = file("in/visits/june.parquet", null);

    assertThat(PartFiles.of(List.of(empty, elsewhere, byHand)).isEmptyPart(empty)).isFalse();
  }

  @Test
  void aFileThatNobodyWroteInPartsIsJudgedAlone() {
    var empty = file("in/visits/may.csv", Reason.NO_ROWS);
    var full = file("in/visits/june.csv", null);
    var part = file("in/visits/part-00000-a.csv", null);

    assertThat(PartFiles.of(List.of(empty, full, part)).isEmptyPart(empty)).isFalse();
  }

  @Test
  void noBytesAreHowSparkWritesNoRowsAsJsonAndInOtherFormatsALoss() {
    var full = file("in/visits/part-00001-a.json", null);
    var json = file("in/visits/part-00000-a.json", Reason.EMPTY_FILE);
    var csv = file("in/visits/part-00000-a.csv", Reason.EMPTY_FILE);
    var parts = PartFiles.of(List.of(full, json, csv));

    assertThat(parts.isEmptyPart(json)).isTrue();
    assertThat(parts.isEmptyPart(csv)).isFalse();
  }

  private static DeliveredFile file(String path, Reason refused) {
    var status = new FileStatus(1, false, 1, 1, 1, new Path("file:/" + path));
    var name = path.substring(path.indexOf('/') + 1);
    var fault = Optional.ofNullable(refused).map(reason -> Fault.of(reason, "told"));
    var probe =
        new FileProbe(name, Format.of(name).orElseThrow(), 1, Sha256.of(path), List.of(), fault);
    return new DeliveredFile(new HadoopSource(status, name, SETTINGS), probe, 1);
  }
}
