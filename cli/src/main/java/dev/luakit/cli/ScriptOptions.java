package dev.luakit.cli;

import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.llb.image.LockFile;
import dev.luakit.llb.image.LockedImages;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The script, and all that has a say in what it builds.
 *
 * @param script the script as it was named, or null for {@code build.lua} here
 * @param buildArguments what {@code bk.arg} sees
 * @param platforms the platforms that are built for, each once; empty to leave it to the daemon
 * @param target what {@code bk.target} is, or null
 * @param limits what the script may use
 * @param resolve whether registries are asked
 * @param locked whether all images must be locked
 * @param places where images are looked up
 */
record ScriptOptions(
    String script,
    Map<String, String> buildArguments,
    List<Platform> platforms,
    String target,
    Limits limits,
    Resolve resolve,
    boolean locked,
    RegistryPlaces places) {

  private static final String USUAL_SCRIPT = "build.lua";

  /**
   * The script's file, which is there.
   *
   * @throws UsageException if it is not
   */
  Path file() {
    if (script == null && target != null && target.endsWith(".lua")) {
      throw new UsageException(
          "--target has taken " + target + " for its value",
          "name what is to be built before the script: --target NAME " + target);
    }
    if (script == null) {
      return usualScript();
    }
    if (script.equals("-") && !Files.exists(path(script))) {
      throw new UsageException(
          "a script can't come from standard input", "write it to a file and name that");
    }
    return file(script);
  }

  /**
   * The file of a script that the command line names, which is there.
   *
   * @throws UsageException if it is not
   */
  static Path file(String script) {
    Path path = path(script);
    if (Files.isRegularFile(path)) {
      return path;
    }
    if (script.isEmpty()) {
      throw new UsageException(
          "the name of the script is empty", "is the variable set that should hold it?");
    }
    if (!Files.exists(path)) {
      if (!Files.notExists(path)) {
        throw new UsageException("cannot read " + script + ": permission denied");
      }
      throw new UsageException("cannot read " + script + ": no such file", NearbyFile.hint(path));
    }
    if (Files.isDirectory(path)) {
      boolean usual = Files.isRegularFile(path.resolve(USUAL_SCRIPT));
      throw new UsageException(
          "cannot read " + script + ": it is a directory",
          usual
              ? "name the script in it: " + path.resolve(USUAL_SCRIPT)
              : NearbyFile.scriptsIn(path));
    }
    throw new UsageException("cannot read " + script + ": it is not a regular file");
  }

  private static Path usualScript() {
    Path path = Path.of(USUAL_SCRIPT);
    if (!Files.isRegularFile(path)) {
      throw new UsageException(
          "no script is named, and there is no " + USUAL_SCRIPT + " here",
          "name one: luakit build SCRIPT; or luakit init writes a build.lua to begin with");
    }
    return path;
  }

  /**
   * The path of a file that the command line names.
   *
   * @throws UsageException if it is no path
   */
  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + name + "' is not the name of a file");
    }
  }

  /**
   * The one platform that is built for, or null.
   *
   * @param command what takes but one, for the message
   * @throws UsageException if there are several
   */
  Platform platform(String command) {
    if (platforms.size() > 1) {
      throw new UsageException(command + " takes one --platform, not " + platforms.size());
    }
    return platforms.isEmpty() ? null : platforms.getFirst();
  }

  /** What knows about images, by the lock file or else by their registries; null for nobody. */
  ImageResolver images(Path file, Host host) {
    LockFile lock = Lock.read(file, limits);
    if (lock == null && !locked) {
      return registries(resolve, host);
    }
    return new LockedImages(
        lock == null ? LockFile.EMPTY : lock, ByteStrings.fromText(file.toString()));
  }

  /** What asks registries about images, or null if they are not to be asked. */
  ImageResolver registries(Resolve resolve, Host host) {
    return resolve == Resolve.NEVER
        ? null
        : new LazyRegistries(places, resolve == Resolve.ALWAYS, host);
  }

  /**
   * Evaluates the script; what it prints goes to standard error.
   *
   * @param platform the platform that is built for, or null
   * @param images what knows about images, or null
   */
  Build evaluate(Path file, Platform platform, ImageResolver images, Host host) {
    Luakit luakit =
        Luakit.builder()
            .limits(limits)
            .buildArguments(buildArguments)
            .platform(platform)
            .target(target)
            .images(images)
            .sourceDateEpoch(SourceDateEpoch.of(buildArguments, host))
            .print(new PrintedLines(host))
            .build();
    try {
      return luakit.evaluate(file);
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + Reason.of(e));
    }
  }
}
