package dev.tidemark.notebook;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseKernelBuilder;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** Jupyter's side of the kernel: its requests, and what comes of a cell in the forms it shows. */
final class JavaKernel extends BaseKernel {
  private final JavaShell shell;
  private CompletableFuture<Void> prepared = CompletableFuture.completedFuture(null);

  private JavaKernel(Builder builder, JavaShell shell) {
    super(
        "tidemark",
        "1",
        new LanguageInfo.Builder("java")
            .version(Runtime.version().toString())
            .mimetype("text/x-java-source")
            .fileExtension(".java")
            .pygments("java")
            .codemirror("text/x-java")
            .build(),
        List.of(),
        builder.history(),
        builder.io(),
        builder.comms(),
        builder.renderer(),
        null,
        builder.magics(),
        false,
        builder.styler());
    this.shell = shell;
  }

  static JavaKernel create(JavaShell shell) {
    return new Builder(shell).build();
  }

  /** Does something before the first cell, while Jupyter already hears of this kernel. */
  void prepare(Callable<?> work) {
    prepared = CompletableFuture.runAsync(() -> shell.prepare(work));
  }

  /** Shows a value below the running cell, before its result. */
  void show(Object value) {
    display(shown(value));
  }

  @Override
  public Object evalRaw(String cell) {
    awaitPreparation();
    return shell.run(cell, Function.identity()).orElse(null);
  }

  @Override
  public DisplayData eval(String cell) {
    awaitPreparation();
    return shell.run(cell, JavaKernel::shown).orElse(null);
  }

  private void awaitPreparation() {
    try {
      prepared.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CellFailed failed ? failed : e;
    }
  }

  private static DisplayData shown(Object value) {
    var output = Output.of(value);
    var data = new DisplayData(output.text());
    output.html().ifPresent(data::putHTML);
    output.markdown().ifPresent(data::putMarkdown);
    return data;
  }

  @Override
  public void interrupt() {
    shell.interrupt();
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    awaitPreparation();
    var completion = shell.complete(code, at);
    return new ReplacementOptions(completion.texts(), completion.start(), at);
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    awaitPreparation();
    var signatures = shell.signatures(code, at);
    return signatures.isEmpty() ? null : new DisplayData(String.join("\n", signatures));
  }

  @Override
  public String isComplete(String code) {
    return shell.isComplete(code) ? IS_COMPLETE_YES : IS_COMPLETE_MAYBE;
  }

  @Override
  public List<String> formatError(Throwable error) {
    return error instanceof CellFailed failed
        ? failed.lines()
        : List.of(CellFailed.described(error));
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    Notebook.close();
    shell.close();
    super.onShutdown(isRestarting);
  }

  /** What the protocol's library wants to make itself. */
  private static final class Builder extends BaseKernelBuilder<Builder, JavaKernel> {
    private final JavaShell shell;

    Builder(JavaShell shell) {
      this.shell = shell;
    }

    @Override
    public JavaKernel build() {
      return new JavaKernel(this, shell);
    }

    org.dflib.jjava.jupyter.kernel.history.HistoryManager history() {
      return buildHistoryManager();
    }

    org.dflib.jjava.jupyter.kernel.JupyterIO io() {
      return buildJupyterIO(buildJupyterIOEncoding());
    }

    org.dflib.jjava.jupyter.kernel.comm.CommManager comms() {
      return buildCommManager();
    }

    org.dflib.jjava.jupyter.kernel.display.Renderer renderer() {
      return buildRenderer();
    }

    org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry magics() {
      return buildMagicsRegistry();
    }

    org.dflib.jjava.jupyter.kernel.util.StringStyler styler() {
      return buildErrorStyler();
    }
  }
}
