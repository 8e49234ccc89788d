package dev.tidemark.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a benchmark was given: Java options of the processes it times begin with {@code -X} or
 * {@code -D}, its own with {@code --}; all else is how much.
 */
record Given(List<String> args) {
  private static final List<String> LITTLE =
      List.of(
          "-XX:MetaspaceSize=256m",
          "-Dspark.buffer.pageSize=1m",
          "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
          "-Dspark.sql.adaptive.enabled=false",
          "-Dspark.sql.shuffle.partitions=1",
          "-Dspark.sql.leafNodeDefaultParallelism=1");

  static Given of(String... args) {
    return new Given(List.of(args));
  }

  /** The value of {@code --name=value}. */
  Optional<String> option(String name) {
    var start = "--" + name + "=";
    return args.stream()
        .filter(arg -> arg.startsWith(start))
        .map(arg -> arg.substring(start.length()))
        .findFirst();
  }

  /** Where the data go. */
  Path work(String benchmark) {
    return Path.of(option("work").orElse("bench/target/" + benchmark));
  }

  /** Whether the data stay. */
  boolean isKept() {
    return args.contains("--keep");
  }

  List<String> amounts() {
    return args.stream().filter(arg -> !arg.startsWith("-")).toList();
  }

  /** Options of a process with Spark in it. */
  List<String> java() throws IOException {
    var options = new ArrayList<>(Program.sparkOptions());
    args.stream().filter(arg -> arg.startsWith("-X") || arg.startsWith("-D")).forEach(options::add);
    return options;
  }

  /** The same, as {@code bin/tidemark} sets it where there is little to read. */
  List<String> javaForLittle() throws IOException {
    var options = new ArrayList<>(LITTLE);
    options.addAll(java());
    return options;
  }
}
