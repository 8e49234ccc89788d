package dev.tidemark.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.stream.Arrivals.Brought;
import dev.tidemark.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingFoldersTest {
  @TempDir private Path home;
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void foldersThatOthersWorkInAreLookedAtAgain() throws Exception {
    assertThat(load(3)).isEqualTo(Brought.NEWS);
    assertThat(looks).hasValue(3);
  }

  @Test
  void troubleThatDoesNotPassIsToldInTheEnd() {
    assertThatThrownBy(() -> load(100)).isInstanceOf(StorageFailed.class).hasMessage("moved away");
    assertThat(looks).hasValue(5);
  }

  private Brought load(int until) throws IOException {
    var landing = new Landing(home);
    var folders =
        new LandingFolders(
            List.of(home.toString()),
            run -> {
              if (looks.incrementAndGet() < until) {
                throw new StorageFailed("moved away");
              }
              return true;
            },
            Duration.ZERO);
    return folders.load(SharedSpark.session().emptyDataFrame(), landing.context());
  }
}
