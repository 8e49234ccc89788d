package dev.tidemark.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.table.PutFileSystem.Manner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a store of ours; against one that speaks S3: the module {@code stores}. */
class ConditionalPutTest {
  private final PutFileSystem files = new PutFileSystem();

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    // Each a store of its own: what one was seen to do is remembered.
    files.initialize(URI.create("put://" + UUID.randomUUID()), new Configuration(false));
  }

  @Test
  void aFileThatIsThereIsNotReplaced() throws IOException {
    create("0.json", "old");

    assertThatThrownBy(() -> create("0.json", "new"))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageEndingWith("0.json");

    assertThat(folder.resolve("0.json")).hasContent("old");
  }

  @Test
  void aWriteWhoseAnswerWasLostHasSucceededAndIsNotMadeTwice() throws IOException {
    create("0.json", "old");
    files.behave(Manner.LOSING_ANSWERS);

    create("1.json", "mine");

    assertThat(folder.resolve("1.json")).hasContent("mine");
  }

  @Test
  void aStoreThatOverwritesIsRefusedBeforeAnythingIsWritten() {
    files.behave(Manner.UNCONDITIONAL);

    assertThatThrownBy(() -> create("0.json", "mine"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            files.getUri()
                + " takes no conditional writes (If-None-Match), without which one of two writers"
                + " loses its rows");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWriteThatFailsHalfwayLeavesNoPart() throws IOException {
    create("0.json", "old");
    files.behave(Manner.FULL);

    assertThatThrownBy(() -> create("1.json", "mine")).hasMessage("No space left on device");

    assertThat(folder.resolve("1.json")).doesNotExist();
  }

  private void create(String name, String content) throws IOException {
    var path = new org.apache.hadoop.fs.Path(folder.resolve(name).toUri().getPath());
    ConditionalPut.create(files, path, content.getBytes(UTF_8));
  }
}
