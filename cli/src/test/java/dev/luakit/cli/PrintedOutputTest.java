package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How what {@code luakit eval} prints is written. */
class PrintedOutputTest {
  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder);
  }

  /** A stream that remembers how often it was written to. */
  private static final class Counted extends ByteArrayOutputStream {
    private int writes;

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
      writes++;
      super.write(bytes, from, count);
    }
  }

  /** A stream that can't be written to. */
  private static final class Failing extends OutputStream {
    private final String reason;
    private int writes;

    private Failing(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      writes++;
      throw new IOException(reason);
    }
  }

  private static PrintedOutput to(OutputStream out) {
    return to(out, null);
  }

  private static PrintedOutput to(OutputStream out, Path file) {
    Host host = new Host(InputStream.nullInputStream(), out, out, file, null, null, Map.of());
    return new PrintedOutput(new StandardOutput(host));
  }

  @Test
  void many_lines_are_few_writes() {
    Counted out = new Counted();
    shell.runTo(out, null, "eval", "-e", "for i = 1, 1e5 do print('a short line') end");
    assertEquals(1_300_000, out.size());
    assertTrue(out.writes <= 1_300_000 / 8000 + 1, out.writes + " writes");
  }

  @Test
  void lines_of_any_length_come_in_order() {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    Counted out = new Counted();
    PrintedOutput output = to(out);
    int[] lengths = {0, 1, 8190, 8191, 8192, 8193, 5, 4096, 4093, 4094, 4095, 4096, 100_000, 0, 3};
    for (int i = 0; i < lengths.length; i++) {
      String line = Character.toString('a' + i).repeat(lengths[i]);
      output.print(line);
      expected.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    output.flush();
    output.flush();
    assertArrayEquals(expected.toByteArray(), out.toByteArray());
  }

  @Test
  void a_terminal_gets_each_line_at_once() {
    Counted out = new Counted();
    PrintedOutput output = to(out, Path.of("/dev/tty"));
    output.print("first");
    assertEquals("first\n", out.toString(StandardCharsets.ISO_8859_1));
    output.print("second");
    assertEquals(2, out.writes);
  }

  @Test
  void a_terminal_gets_nothing_that_it_would_obey() {
    Counted out = new Counted();
    PrintedOutput output = to(out, Path.of("/dev/tty"));
    output.print(
        "\33[2J\t\u009b2J\177\r\u00c2\u009b\u00e2\u0080\u00ae\u00e2\u0080\u00a8\u00c3\u00a4");
    assertEquals(
        "\\x1B[2J\t\ufffd2J\\x7F\\r\\x9B\\u{202E}\\u{2028}ä\n",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_script_whose_reader_has_gone_ends_quietly() {
    Failing out = new Failing("Broken pipe");
    Shell.Result result =
        shell.runTo(out, null, "eval", "--stats", "-e", "while true do pcall(print, 'x') end");
    assertEquals("", result.err());
    assertEquals(141, result.code());
    assertEquals(1, out.writes);
  }

  @Test
  void what_is_printed_last_may_find_the_reader_gone_too() {
    Shell.Result result =
        shell.runTo(new Failing("Broken pipe"), null, "eval", "-e", "print(1) error('x')");
    assertEquals("", result.err());
    assertEquals(141, result.code());
  }

  @Test
  void output_that_can_not_be_written_is_an_error() {
    Shell.Result result =
        shell.runTo(new Failing("No space left on device"), null, "eval", "-e", "print(1)");
    assertEquals("error: cannot write to standard output: No space left on device\n", result.err());
    assertEquals(2, result.code());
  }
}
