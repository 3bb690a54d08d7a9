package dev.luakit.cli;

import dev.luakit.llb.Build;
import dev.luakit.llb.advice.Doubt;
import dev.luakit.llb.advice.LostResults;
import dev.luakit.llb.advice.OddOperations;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.image.ImageResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Evaluates a script, and says that it is fine, or what it may have overlooked.
 *
 * @param script the script
 */
record ValidateRequest(ScriptOptions script) implements Request {

  @Override
  public void run(Host host) {
    Path file = script.file();
    ImageResolver images = script.images(file, host);
    List<Platform> platforms = script.platforms();
    Warnings warnings = new Warnings(file, host);
    LostResults lost = new LostResults(warnings);
    OddOperations odd = new OddOperations(warnings);
    UnaskedArguments unasked = new UnaskedArguments(script.buildArguments());
    for (Platform platform :
        platforms.isEmpty() ? Collections.<Platform>singletonList(null) : platforms) {
      Build build = script.evaluate(file, platform, images, host);
      if (platform == null || platform.equals(platforms.getFirst())) {
        tellDoubts(file, warnings);
      }
      lost.warn(build.exported());
      odd.warn(build);
      unasked.note(build);
      say(platforms.size() < 2 ? "" : " for " + platform.format(), build, file, host);
    }
    unasked.warn(warnings);
  }

  private void tellDoubts(Path file, Warnings warnings) {
    byte[] text;
    try {
      text = Files.readAllBytes(file);
    } catch (IOException e) {
      return; // It was there a moment ago, and is in order.
    }
    for (Doubt doubt : Doubt.of(text)) {
      warnings.add(text, doubt.line(), doubt.column(), doubt.text(), doubt.hint());
    }
  }

  private static void say(String place, Build build, Path file, Host host) {
    int ops = build.definition().vertices().size();
    String name = Visible.line(file.toString());
    String line = name + ": ok" + place + " (" + ops + (ops == 1 ? " op)\n" : " ops)\n");
    new StandardOutput(host).write(line.getBytes(StandardCharsets.UTF_8));
  }
}
