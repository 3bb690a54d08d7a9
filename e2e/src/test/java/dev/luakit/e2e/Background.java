package dev.luakit.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the builds until it is stopped. */
final class Background {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final Process process;

  private Background(Process process) {
    this.process = process;
  }

  /** A server and where it is found. */
  record Server(Background program, String url) {
    void stop() throws InterruptedException {
      program.stop();
    }
  }

  /**
   * Starts {@link TestServer} where the daemon sees it.
   *
   * @param inside the command that runs its arguments in the daemon's network, or nothing
   */
  static Server server(List<String> inside, Path folder) throws IOException {
    List<String> command = new ArrayList<>(inside);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(TestServer.class.getName(), folder.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String url = out.readLine();
    if (url == null) {
      throw new AssertionError("the server did not start: " + String.join(" ", command));
    }
    return new Server(new Background(process), url);
  }

  /** Starts an SSH agent, without keys, at a socket. */
  static Background agent(Path socket) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long end = System.nanoTime() + PATIENCE;
    while (!Files.exists(socket)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("ssh-agent did not start");
      }
      Thread.sleep(20);
    }
    return new Background(process);
  }

  /** Ends the program. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
