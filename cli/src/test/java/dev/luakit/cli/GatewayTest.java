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
            + " LUAKIT_TIMEOUT, LUAKIT_MAX_MEMORY, LUAKIT_MAX_INSTRUCTIONS,"
            + " LUAKIT_MAX_NESTING, …",
        new GatewayManners().describe(limit));
    Limits limits =
        new GatewayManners()
            .limits(
                Map.of(
                    "TIMEOUT", "2m",
                    "MAX_MEMORY", "64m",
                    "MAX_INSTRUCTIONS", "1k",
                    "MAX_CALL_DEPTH", "2k",
                    "MAX_STRING", "3k",
                    "MAX_PATTERN_STEPS", "4k",
                    "MAX_NESTING", "300",
                    "MAX_SOURCE", "5k",
                    "MAX_OPS", "6k",
                    "MAX_DEFINITION", "7k"));
    assertEquals(120_000, limits.timeMillis());
    assertEquals(64 << 20, limits.memoryBytes());
    assertEquals(1000, limits.instructions());
    assertEquals(2000, limits.callDepth());
    assertEquals(3 << 10, limits.stringBytes());
    assertEquals(4000, limits.patternSteps());
    assertEquals(300, limits.nesting());
    assertEquals(5 << 10, limits.sourceBytes());
    assertEquals(6000, limits.operations());
    assertEquals(7 << 10, limits.resultBytes());
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> new GatewayManners().limits(Map.of("TIMEOUT", "soon")));
    assertEquals(
        "LUAKIT_TIMEOUT: 'soon' is not a duration, such as 30s, 2m or 500ms", wrong.getMessage());
  }

  @Test
  void a_script_gets_no_more_memory_than_java_has_room_for() {
    Limits limits = new GatewayManners().limits(Map.of());
    assertTrue(limits.memoryBytes() < Runtime.getRuntime().maxMemory());
  }
}
