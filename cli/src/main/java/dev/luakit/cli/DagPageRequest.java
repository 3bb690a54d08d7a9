package dev.luakit.cli;

import dev.luakit.cli.dag.OpKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Evaluates a script, draws its graph, and shows it in a browser.
 *
 * @param script the script
 * @param format how the graph is written
 * @param kinds the operations that are shown
 * @param output where the page goes, or null for a file for the time being
 */
record DagPageRequest(ScriptOptions script, DagFormat format, Set<OpKind> kinds, String output)
    implements Request {

  @Override
  public void run(Host host) {
    Path file = script.file();
    byte[] page = new DagRequest(script, format, kinds, output).draw(file, host);
    Path written = output == null ? temporary(page) : named(page, file, host);
    String path = written.toAbsolutePath().toString();
    boolean shown = Browser.open(path, host.environment());
    String line = shown ? path : path + "\nno browser was found: open the file in one";
    new StandardOutput(host).write((Visible.lines(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Path temporary(byte[] page) {
    try {
      Path file = Files.createTempFile("luakit-dag-", format.ending());
      Files.write(file, page);
      return file;
    } catch (IOException e) {
      throw new UsageException(
          "cannot write a file for the time being: " + Reason.of(e),
          "name one: --open -o dag.html");
    }
  }

  private Path named(byte[] page, Path script, Host host) {
    Destination to = Destination.of("--output", output, host);
    if (to.file() == null) {
      throw new UsageException("--open needs a file", "leave --output out, or write -o dag.html");
    }
    to.refuseScript(script);
    to.write(page);
    return to.file();
  }
}
