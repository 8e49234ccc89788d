package dev.tidemark.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.UsageWrong;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TogetherTest {
  private final AtomicInteger done = new AtomicInteger();

  /** Each waits for the other: one after the other they would never end. */
  @Test
  @Timeout(60)
  void piecesRunAtOnceAndResultsKeepTheirOrder() {
    var met = new CountDownLatch(2);

    var results =
        Together.run(2, List.<Supplier<String>>of(() -> meet(met, "a"), () -> meet(met, "b")));

    assertThat(results).containsExactly("a", "b");
  }

  @Test
  void aFailureIsThrownAsItIsOnceWhatHadBegunHasEnded() {
    var begun = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                Together.runAll(
                    2,
                    List.of(
                        () -> {
                          await(begun);
                          throw new UsageWrong("the first");
                        },
                        () -> {
                          begun.countDown();
                          done.incrementAndGet();
                        })))
        .isInstanceOf(UsageWrong.class)
        .hasMessage("the first");
    assertThat(done).hasValue(1);
  }

  private static String meet(CountDownLatch met, String result) {
    met.countDown();
    await(met);
    return result;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
