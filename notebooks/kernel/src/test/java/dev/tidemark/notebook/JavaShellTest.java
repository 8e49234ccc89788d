package dev.tidemark.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One shell for all tests: starting one costs seconds. */
class JavaShellTest {
  private static final AtomicInteger STOPPED_JOBS = new AtomicInteger();
  private static JavaShell shell;

  @BeforeAll
  static void start() {
    shell = new JavaShell(STOPPED_JOBS::incrementAndGet);
    shell.prepare(() -> null);
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @Test
  void theValueOfTheLastExpressionIsTheCellsValue() {
    assertThat(run("int a = 40;\na + 2 // with a comment\n")).isEqualTo(42);
  }

  @Test
  void aCellThatEndsWithADeclarationHasNoValue() {
    assertThat(run("1 + 1;\nint declared = 3;")).isNull();
  }

  @Test
  void whatACellDeclaresLaterOnesKnow() {
    run("record Pair(String name, int size) {}\nint twice(int n) { return 2 * n; }");

    assertThat(run("twice(new Pair(\"x\", 4).size())")).isEqualTo(8);
  }

  @Test
  void aTextBlockAndACallOverSeveralLinesAreOneStatement() {
    assertThat(run("\"\"\"\n  one\n  two\"\"\"\n  .lines()\n  .toList()"))
        .isEqualTo(List.of("one", "two"));
  }

  @Test
  void aCellOfCommentsDoesNothing() {
    assertThat(run("// nothing\n/* at\n all */\n")).isNull();
  }

  @Test
  void whatCannotBeCompiledIsToldWithItsLine() {
    var failed = failure("int b = 1;\n\nint c = \"text\".lenth();");

    assertThat(failed.lines().get(0)).isEqualTo("line 3: int c = \"text\".lenth();");
    assertThat(failed).hasMessageContaining("cannot find symbol");
  }

  @Test
  void whatIsNoJavaIsRefused() {
    assertThat(failure("int = = 3;").lines().get(0)).isEqualTo("line 1: int = = 3;");
  }

  @Test
  void aStatementWithoutItsEndIsToldWithItsFirstLine() {
    var failed = failure("int d = 1;\nwhile (d > 0) {\n  d--;\n");

    assertThat(failed.lines())
        .containsExactly("line 2: while (d > 0) {", "The cell ends in the middle of a statement.");
  }

  @Test
  void whatFailsIsToldWithTheLineThatCalledIt() {
    run("int half(int n) { return 10 / n; }");

    var failed = failure("half(2);\n// and now\nint e =\n    half(0);");

    assertThat(failed.lines())
        .containsExactly("line 4: half(0);", "ArithmeticException: / by zero");
  }

  @Test
  void whatStoodBeforeTheFailureWasDone() {
    failure("int before = 7;\nInteger.parseInt(\"x\");\nint after = 8;");

    assertThat(run("before")).isEqualTo(7);
  }

  @Test
  void aMethodThatWaitsForAnotherIsToldSo() {
    assertThat(failure("int waits() { return missing(); }\nwaits()"))
        .hasMessage("line 2: waits()\nNot declared yet: method missing().");
  }

  @Test
  void aCellThatWaitsIsInterrupted() {
    run("int f = 1;");
    int before = STOPPED_JOBS.get();
    interruptSoon();

    var failed = failure("// long\nThread.sleep(600_000);\nint never = 1;");

    assertThat(failed.lines())
        .containsExactly(
            "line 2: Thread.sleep(600_000);",
            "Interrupted. Cells only read tables: nothing is half-done.");
    assertThat(STOPPED_JOBS.get()).isEqualTo(before + 1);
    assertThat(run("f")).isEqualTo(1);
  }

  @Test
  void aLoopThatNeverWaitsIsStopped() {
    interruptSoon();

    assertThat(failure("while (true) {}")).hasMessageContaining("Interrupted.");
    assertThat(run("1 + 1")).isEqualTo(2);
  }

  /** A query does not run before its rows are wanted. */
  @Test
  void aValueThatTakesLongToShowIsInterrupted() {
    var failed =
        catchThrowableOfType(
            CellFailed.class,
            () ->
                shell.run(
                    "int h = 1;\nh",
                    value -> {
                      aside(shell::interrupt);
                      LockSupport.parkNanos(600_000_000_000L);
                      throw new IllegalStateException("woken");
                    }));

    assertThat(failed.lines().get(0)).isEqualTo("line 2: h");
    assertThat(failed).hasMessageContaining("Interrupted.");
  }

  @Test
  void aBegunWordIsCompletedBehindOtherStatements() {
    run("var text = \"abc\";");
    var code = "int g = 1;\ntext.toUpp";

    var completion = shell.complete(code, code.length());

    assertThat(completion.texts()).containsExactly("toUpperCase(");
    assertThat(code.substring(completion.start())).isEqualTo("toUpp");
  }

  @Test
  void theSignaturesOfACallAreShown() {
    assertThat(shell.signatures("\"abc\".charAt(", 13))
        .containsExactly("char String.charAt(int index)");
  }

  private static Object run(String cell) {
    return shell.run(cell, Function.identity()).orElse(null);
  }

  private static CellFailed failure(String cell) {
    return catchThrowableOfType(CellFailed.class, () -> run(cell));
  }

  private static void interruptSoon() {
    aside(
        () -> {
          while (!shell.isRunning()) {
            Thread.onSpinWait();
          }
          shell.interrupt();
        });
  }

  private static void aside(Runnable work) {
    new Thread(work, "aside").start();
  }
}
