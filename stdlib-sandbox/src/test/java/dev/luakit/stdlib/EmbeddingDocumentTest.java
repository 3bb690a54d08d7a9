package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in {@code docs/embedding.md} compiles, and prints what the document says. */
class EmbeddingDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "embedding.md");

  @TempDir Path folder;

  /** The one block of the document in some language. */
  private static String block(String language) throws IOException {
    Pattern pattern = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
    Matcher matcher = pattern.matcher(Files.readString(DOCUMENT));
    assertTrue(matcher.find());
    String block = matcher.group(1);
    assertTrue(!matcher.find());
    return block;
  }

  @Test
  void itsProgramPrintsWhatItSays() throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("Shop.java"), block("java"));
    assertEquals("", compile(source));
    assertEquals(block("text"), run("Shop"));
  }

  /** What the compiler says. */
  private String compile(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-Xlint:all,-path",
              "-d",
              folder.toString(),
              "-classpath",
              System.getProperty("java.class.path"));
      compiler
          .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
          .call();
    }
    return messages.toString();
  }

  private String run(String program) throws IOException, InterruptedException {
    String classes = System.getProperty("java.class.path") + java.io.File.pathSeparator + folder;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classes,
                program)
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }
}
