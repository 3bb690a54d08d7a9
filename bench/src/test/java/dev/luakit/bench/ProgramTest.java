package dev.luakit.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.luakit.stdlib.LuaSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs that are measured. */
class ProgramTest {
  private static final Path FOLDER = Path.of("programs");

  private static boolean hasReference;

  @BeforeAll
  static void findReference() throws InterruptedException {
    try {
      hasReference = new ProcessBuilder("lua5.1", "-v").start().waitFor() == 0;
    } catch (IOException e) {
      hasReference = false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void prints_the_same_as_under_the_reference_implementation(Program program) throws Exception {
    assumeTrue(hasReference, "lua5.1 is not installed");
    assertEquals(reference(program), luakit(program));
  }

  /** A line tells what was computed, so that none is compared with nothing. */
  @ParameterizedTest
  @EnumSource
  void prints_its_name_and_results(Program program) throws Exception {
    String name = program.file().replace(".lua", "");
    for (String line : luakit(program).split("\n")) {
      assertEquals(name, line.split("\t")[0]);
      assertTrue(line.split("\t").length > 1, line);
    }
  }

  @Test
  void each_file_is_measured() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertEquals(Arrays.stream(Program.values()).map(Program::file).sorted().toList(), names);
    }
  }

  private static String luakit(Program program) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    LuaSandbox lua = LuaSandbox.builder().print(output).build();
    lua.run(FOLDER.resolve(program.file()), program.tinySize());
    return output.toString(StandardCharsets.ISO_8859_1);
  }

  private static String reference(Program program) throws Exception {
    String size = String.valueOf((int) program.tinySize());
    Process process =
        new ProcessBuilder("timeout", "60", "lua5.1", program.file(), size)
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor());
    return new String(output, StandardCharsets.ISO_8859_1);
  }
}
