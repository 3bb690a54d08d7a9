package dev.luakit.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running a Lua file in a JVM of the caller's making. */
class RunLuaTest {
  @TempDir Path folder;

  @Test
  void the_script_gets_its_arguments_and_prints_its_bytes() throws Exception {
    Path script = folder.resolve("script.lua");
    Files.writeString(script, "print('\\228', ...)\nprint(select('#', ...))\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RunLua.class.getName(),
                script.toString(),
                "1",
                "two")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor());
    assertEquals("\u00e4\t1\ttwo\n2\n", new String(output, StandardCharsets.ISO_8859_1));
  }
}
