package dev.tidemark.job;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that does not wait for each other. Much of a small job is planning and committing, which is
 * one thread's: side by side they fill the cores.
 */
public final class Together {
  private Together() {}

  /**
   * Does all of it, some at once.
   *
   * <p>Its threads have the caller's class loader, and with it the file systems of spark-submit's
   * packages; those of a parallel stream do not.
   *
   * @param atOnce threads at most
   * @return what each returned, in order
   * @throws RuntimeException the failure of the first in order that failed; what had not begun by
   *     then never does, what had is waited for
   */
  public static <T> List<T> run(int atOnce, List<Supplier<T>> work) {
    if (work.size() < 2) {
      return work.stream().map(Supplier::get).toList();
    }
    var pool = Executors.newFixedThreadPool(Math.min(atOnce, work.size()));
    var futures = work.stream().map(piece -> CompletableFuture.supplyAsync(piece, pool)).toList();
    try {
      return futures.stream().map(Together::outcome).toList();
    } finally {
      futures.forEach(future -> future.cancel(false));
      await(pool);
    }
  }

  /** Does all of it, some at once, like {@link #run}. */
  public static void runAll(int atOnce, List<Runnable> work) {
    run(atOnce, work.stream().map(Together::withoutResult).toList());
  }

  private static Supplier<Boolean> withoutResult(Runnable piece) {
    return () -> {
      piece.run();
      return true;
    };
  }

  private static <T> T outcome(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private static void await(ExecutorService pool) {
    pool.shutdown();
    try {
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
