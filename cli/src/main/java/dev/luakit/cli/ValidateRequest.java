package dev.luakit.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Evaluates a script, and says that it is fine.
 *
 * @param script the script
 */
record ValidateRequest(ScriptOptions script) implements Request {

  @Override
  public void run(Host host) {
    Path file = script.file();
    int ops = script.evaluate(file, host).definition().vertices().size();
    String line = Visible.line(file.toString()) + ": ok (" + ops + (ops == 1 ? " op" : " ops");
    new StandardOutput(host).write((line + ")\n").getBytes(StandardCharsets.UTF_8));
  }
}
