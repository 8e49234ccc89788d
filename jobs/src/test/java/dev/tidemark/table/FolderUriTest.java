package dev.tidemark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.UsageWrong;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderUriTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "in",
        "./in",
        "../in",
        "../../in/deep",
        "/data/2024 Q1",
        "/data/武汉",
        "file:///data",
        "hdfs://namenode:8020/data",
        "s3a://bucket/data",
        "abfss://c@a.dfs.core.windows.net/d",
        ".."
      })
  void aPlainPlaceOnAnyFileSystemIsAFolder(String text) {
    assertThat(FolderUri.of("--input", text).toString()).isNotBlank();
  }

  @Test
  void s4AFolderThatIsEnteredAndLeftIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> FolderUri.of("--input", "/data/x/../../etc"))
        .isInstanceOf(UsageWrong.class)
        .hasMessage(
            "--input /data/x/../../etc is not a folder or URI: it leaves a folder it has entered;"
                + " name the one it ends in.");
  }

  @Test
  void s4AControlCharacterIsRefusedAndNotPrinted() {
    assertThatThrownBy(() -> FolderUri.of("--warehouse", "w\0h"))
        .isInstanceOf(UsageWrong.class)
        .hasMessage("--warehouse w\uFFFDh is not a folder or URI: it holds a control character.");
  }

  @Test
  void aFileSystemWhoseJarsLackIsNamedWithThem() {
    var settings = new Configuration();

    assertThatThrownBy(() -> FolderUri.qualified("--warehouse", "s3a://bucket/tables", settings))
        .isInstanceOf(UsageWrong.class)
        .hasMessage(
            "--warehouse s3a://bucket/tables is not a folder or URI: it is on no file system that is"
                + " installed: ClassNotFoundException: Class org.apache.hadoop.fs.s3a.S3AFileSystem"
                + " not found. Give Spark the file system's jars, with --jars or --packages before"
                + " the command; s3a needs hadoop-aws.");
  }
}
