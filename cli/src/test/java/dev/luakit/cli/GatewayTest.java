package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.llb.ScriptException;
import dev.luakit.stdlib.Failure;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frontend as a process, and what it has from the command line. */
class GatewayTest {
  @Test
  void a_frontend_without_a_daemon_ends_quietly(@TempDir Path folder)
      throws IOException, InterruptedException {
    Shell shell = new Shell(folder);
    Process process = shell.start(Map.of(), Shell.command(List.of(), "gateway"));
    process.getOutputStream().close();
    byte[] out;
    try (InputStream stream = process.getInputStream()) {
      out = stream.readAllBytes();
    }
    Shell.Result result = shell.finish(process, out);
    assertEquals(ExitCode.BROKEN_PIPE.number(), result.code());
    assertEquals("", result.err());
    String start = new String(out, StandardCharsets.ISO_8859_1);
    assertTrue(start.isEmpty() || start.startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), start);
  }

  @Test
  void its_errors_are_those_of_the_command_line_without_the_word() {
    ScriptException error =
        new ScriptException(new Failure(null, "no", "build.lua", 3, 5, "if x then", List.of()));
    assertEquals(
        "build.lua:3: no\n  3 | if x then\n    |     ^", new GatewayManners().describe(error));
  }

  @Test
  void what_gives_a_script_more_is_a_build_argument() {
    ScriptException limit =
        new ScriptException(
            new Failure(LimitExceeded.Kind.TIME, "too long", "build.lua", 0, 0, null, List.of()));
    assertEquals(
        "build.lua: too long\n"
            + "hint: a script that needs more can be given more, by the build arguments"
            + " LUAKIT_TIMEOUT, LUAKIT_MAX_MEMORY, LUAKIT_MAX_INSTRUCTIONS",
        new GatewayManners().describe(limit));
    Limits limits = new GatewayManners().limits("2m", "64m", "1k");
    assertEquals(120_000, limits.timeMillis());
    assertEquals(64 << 20, limits.memoryBytes());
    assertEquals(1000, limits.instructions());
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class, () -> new GatewayManners().limits("soon", null, null));
    assertEquals(
        "LUAKIT_TIMEOUT: 'soon' is not a duration, such as 30s, 2m or 500ms", wrong.getMessage());
  }

  @Test
  void a_script_gets_no_more_memory_than_java_has_room_for() {
    Limits limits = new GatewayManners().limits(null, null, null);
    assertTrue(limits.memoryBytes() < Runtime.getRuntime().maxMemory());
  }
}
