package dev.tidemark.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Servers in processes of their own, as small as they can be. */
final class ServerProcess {
  private static final long START_SECONDS = 60;

  private ServerProcess() {}

  /** A Java program that is not started yet; both its outputs are one. */
  static ProcessBuilder java(String... arguments) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /**
   * Starts a server and waits until it says that it answers.
   *
   * @param started what it says then
   * @throws java.util.concurrent.ExecutionException if it ends before; with all it said
   */
  static Process start(ProcessBuilder server, String started) throws Exception {
    var process = server.start();
    var isStarted = new CompletableFuture<Void>();
    var reader = new Thread(() -> read(process.inputReader(), started, isStarted), "server-log");
    reader.setDaemon(true);
    reader.start();
    isStarted.get(START_SECONDS, TimeUnit.SECONDS);
    return process;
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Reads to the end, or the server would wait. */
  private static void read(BufferedReader log, String started, CompletableFuture<Void> isStarted) {
    var said = new ArrayList<String>();
    try {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        said.add(line);
        if (line.contains(started)) {
          isStarted.complete(null);
        }
      }
    } catch (IOException isEnded) {
      said.add(isEnded.toString());
    }
    // Of a server that had started this changes nothing.
    isStarted.completeExceptionally(new AssertionError("The server ended: " + said));
  }
}
