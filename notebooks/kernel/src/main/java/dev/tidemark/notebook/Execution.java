package dev.tidemark.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import jdk.jshell.execution.DirectExecutionControl;

/**
 * Runs what JShell compiled in this process, on a thread of its own that can be stopped, and keeps
 * the value as it is instead of its text.
 */
final class Execution extends DirectExecutionControl {
  private static final int GRACE_SECONDS = 5;

  private final CellClasses classes;
  private final Runnable stopJobs;
  private volatile Thread running;
  private Object value;
  private Throwable failure;

  /**
   * @param classes where compiled code is loaded
   * @param stopJobs ends what the running code waits for elsewhere
   */
  Execution(CellClasses classes, Runnable stopJobs) {
    super(classes);
    this.classes = classes;
    this.stopJobs = stopJobs;
  }

  /** The value of what ran last; null if there was none. */
  Object value() {
    return value;
  }

  /** What was thrown last by code that ran; null if it ended as it should. */
  Throwable failure() {
    return failure;
  }

  boolean isRunning() {
    return running != null;
  }

  void forget() {
    value = null;
    failure = null;
  }

  @Override
  protected String invoke(Method compiled) throws Exception {
    forget();
    try {
      value = watched(() -> compiled.invoke(null));
      return "";
    } catch (InvocationTargetException e) {
      failure = e.getCause();
      throw e;
    }
  }

  /**
   * Does something on a thread of its own, which {@link #interrupt} stops.
   *
   * @throws Exception what was thrown; of an error its wrapper
   */
  <T> T watched(Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    var thread = new Thread(task, "cell");
    // Spark's tasks find the classes of cells through the loader of the thread that starts Spark.
    thread.setContextClassLoader(classes);
    running = thread;
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception known ? known : e;
    } finally {
      running = null;
    }
  }

  /** Asks the running code to end, and ends it if it does not within seconds. */
  void interrupt() {
    var thread = running;
    if (thread == null) {
      return;
    }
    stopJobs.run();
    thread.interrupt();
    CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS).execute(() -> kill(thread));
  }

  /** A loop that never waits does not notice an interrupt. */
  @SuppressWarnings({"deprecation", "removal"})
  private static void kill(Thread thread) {
    if (!thread.isAlive()) {
      return;
    }
    try {
      thread.stop();
    } catch (UnsupportedOperationException e) {
      System.err.println(
          "The cell does not react, and Java 21 cannot stop it. Restart the kernel.");
    }
  }
}
