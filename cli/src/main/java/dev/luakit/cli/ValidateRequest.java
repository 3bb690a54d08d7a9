package dev.luakit.cli;

import dev.luakit.llb.Build;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.image.ImageResolver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    LostResults lost = new LostResults(file, host);
    if (platforms.isEmpty()) {
      say("", script.evaluate(file, null, images, host), file, lost, host);
    }
    for (Platform platform : platforms) {
      String place = platforms.size() == 1 ? "" : " for " + platform.format();
      say(place, script.evaluate(file, platform, images, host), file, lost, host);
    }
  }

  private static void say(String place, Build build, Path file, LostResults lost, Host host) {
    lost.warn(build.exported());
    int ops = build.definition().vertices().size();
    String name = Visible.line(file.toString());
    String line = name + ": ok" + place + " (" + ops + (ops == 1 ? " op)\n" : " ops)\n");
    new StandardOutput(host).write(line.getBytes(StandardCharsets.UTF_8));
  }
}
