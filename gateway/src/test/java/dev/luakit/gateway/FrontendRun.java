package dev.luakit.gateway;

import dev.luakit.proto.gateway.ReturnRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs a frontend as BuildKit does, in a process with a double at the other ends of its pipes, and
 * tells how long that took. The frontend's image is made of what such a run has loaded.
 */
final class FrontendRun {
  /** Something of each kind that most scripts have. */
  private static final String SCRIPT =
      """
      #syntax=luakit
      -- Builds a server.
      local go = require("go")
      local version = bk.arg("VERSION", "dev")
      local base = bk.image("golang:1.22"):with_env({ CGO_ENABLED = "0" })
      local deps = base:copy(bk.local_("context", { include = { "go.mod" } }), ".", "/src")
          :run("go mod download", { cwd = "/src", mounts = { bk.cache("/go/pkg/mod") } })
      local built = go.build(deps:copy(bk.local_("context"), ".", "/src"), version)
      local file = bk.scratch():mkdir("/etc"):mkfile("/etc/version", string.format("%s\\n", version))
      local root = bk.merge(file, bk.scratch():copy(built, "/server", "/server"))
      bk.export(root, { entrypoint = { "/server" }, env = { A = "b" }, labels = { version = version } })
      """;

  private static final String MODULE =
      """
      local M = {}
      function M.build(state, version)
          local command = { "go", "build" }
          for _, word in ipairs({ "-o", "/server", "." }) do table.insert(command, word) end
          return state:run(command, { cwd = "/src", env = { VERSION = version:upper() } })
      end
      return M
      """;

  private FrontendRun() {}

  /**
   * Prints the milliseconds from the start of the process to its result. What the process writes to
   * standard error goes there.
   *
   * @param command the frontend's command
   */
  public static void main(String... command) throws IOException, InterruptedException {
    if (command.length == 0) {
      throw new IllegalArgumentException("usage: FrontendRun COMMAND...");
    }
    System.out.println(milliseconds(Arrays.asList(command)));
  }

  /**
   * Runs one build.
   *
   * @return the milliseconds from the start of the process to its result
   */
  static long milliseconds(List<String> command) throws IOException, InterruptedException {
    try (BuildKitDouble daemon = new BuildKitDouble()) {
      daemon.directories.put("dockerfile", Map.of("build.lua", SCRIPT, "go.lua", MODULE));
      daemon.directories.put("context", Map.of());
      CountDownLatch returned = new CountDownLatch(1);
      daemon.trouble =
          call -> {
            if (call instanceof ReturnRequest) {
              returned.countDown();
            }
            return null;
          };
      long start = System.nanoTime();
      Process process = frontend(command);
      process.onExit().thenRun(returned::countDown);
      Socket socket = daemon.connect();
      Thread in = pump(socket.getInputStream(), process.getOutputStream());
      Thread out = pump(process.getInputStream(), socket.getOutputStream());
      boolean inTime = returned.await(60, TimeUnit.SECONDS);
      long nanos = System.nanoTime() - start;
      if (!inTime || !process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("the frontend did not end well");
      }
      socket.close();
      in.join();
      out.join();
      if (!daemon.returned().hasResult()) {
        throw new IllegalStateException("the build failed: " + daemon.returned().getError());
      }
      return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
  }

  private static Process frontend(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "LC_ALL", "C.UTF-8",
                "BUILDKIT_SESSION_ID", Builder.SESSION,
                "BUILDKIT_FRONTEND_OPT_0", "build-arg:VERSION=1.2"));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Carries bytes from one end to the other until either is gone. */
  private static Thread pump(InputStream from, OutputStream to) {
    return Thread.startVirtualThread(
        () -> {
          byte[] buffer = new byte[1 << 16];
          try (from;
              to) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
              to.write(buffer, 0, n);
              to.flush();
            }
          } catch (IOException e) {
            // One end is gone, which is how a run ends; whether it ended well is seen elsewhere.
          }
        });
  }
}
