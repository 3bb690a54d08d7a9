package dev.luakit.cli;

import dev.luakit.llb.Build;
import dev.luakit.llb.ScriptException;
import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.LockFile;
import dev.luakit.llb.image.Resolution;
import dev.luakit.stdlib.Failure;
import dev.luakit.vm.ByteStrings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the lock file of a script, or looks whether it is complete.
 *
 * @param script the script
 * @param update which locked images are looked up once more
 * @param prune whether images that the script does not name are removed
 * @param check whether the file is only looked at
 */
record LockRequest(ScriptOptions script, Update update, boolean prune, boolean check)
    implements Request {

  /**
   * Which locked images are looked up once more.
   *
   * @param all all that the script names
   * @param names these, normalized
   */
  record Update(boolean all, Set<String> names) {
    /** What the option's value is where it is given without one; no image is called so. */
    static final String ALL = "*";

    static final Update NOTHING = new Update(false, Set.of());

    /**
     * Reads the option's values, of which {@link #ALL} stands for all images.
     *
     * @throws UsageException if a value names no image
     */
    static Update parse(List<String> values) {
      Set<String> names = new TreeSet<>();
      for (String value : values) {
        if (value.equals(ALL)) {
          return new Update(true, Set.of());
        }
        try {
          names.add(ImageReference.parse(ByteStrings.fromText(value)).format());
        } catch (InvalidGraphException e) {
          throw new UsageException("--update: " + e.getMessage());
        }
      }
      return new Update(false, names);
    }

    boolean contains(ImageReference reference) {
      return all || names.contains(reference.format());
    }
  }

  @Override
  public void run(Host host) {
    Path file = script.file();
    LockFile old = Lock.read(file, script.limits());
    LockFile known = old == null ? LockFile.EMPTY : old;
    List<Platform> platforms = platforms(known);
    if (check) {
      check(file, known, platforms, host);
      return;
    }
    if (script.resolve() == Resolve.NEVER) {
      throw new UsageException("luakit lock has to ask registries, so not with --resolve=never");
    }
    LockFile.Builder made = new LockFile.Builder().addAll(known);
    LockingImages images =
        new LockingImages(known, update, script.registries(Resolve.ALWAYS, host));
    Map<String, ImageReference> named = new LinkedHashMap<>();
    for (Platform platform : platforms) {
      made.platform(platform);
      for (ImageRequest image : script.evaluate(file, platform, images, host).images()) {
        named.put(image.reference().format(), image.reference());
        Resolution.Resolved found = images.found(image);
        if (found != null) {
          made.image(image.reference(), image.platform(), found);
        }
      }
    }
    refuseUnnamed(file, named.keySet());
    if (prune) {
      made.retain(named.keySet());
    }
    LockFile lock = made.build();
    if (old == null || !lock.toJson().equals(old.toJson())) {
      String path = Lock.path(file).toString();
      Destination.of("the lock file", path, host).write(ByteStrings.toBytes(lock.toJson()));
    }
    new StandardOutput(host)
        .write(new LockChanges(known, lock).report(file).getBytes(StandardCharsets.UTF_8));
  }

  /** Those that are asked for and those that the lock file is for. */
  private List<Platform> platforms(LockFile known) {
    Set<String> names = new TreeSet<>(known.platforms());
    for (Platform platform : script.platforms()) {
      names.add(platform.format());
    }
    List<Platform> platforms = new ArrayList<>(names.size());
    for (String name : names) {
      platforms.add(Platform.parse(name));
    }
    return platforms.isEmpty() ? List.of(Platform.USUAL) : platforms;
  }

  private void refuseUnnamed(Path file, Set<String> named) {
    for (String name : update.names()) {
      if (!named.contains(name)) {
        throw new UsageException(
            "--update: "
                + file
                + " names no image "
                + name
                + Suggestion.among(name, List.copyOf(named)),
            named.isEmpty() ? null : "it names " + String.join(", ", named));
      }
    }
  }

  private void check(Path file, LockFile lock, List<Platform> platforms, Host host) {
    if (update != Update.NOTHING || prune) {
      throw new UsageException("--check only looks; it goes with neither --update nor --prune");
    }
    Set<String> missing = new TreeSet<>();
    int images = 0;
    for (Platform platform : platforms) {
      Build build = script.evaluate(file, platform, new LockingImages(lock, update, null), host);
      for (ImageRequest image : build.images()) {
        images++;
        if (lock.find(image.reference(), image.platform()) == null) {
          missing.add(image.reference().format() + " for " + image.platform().format());
        }
      }
    }
    if (!missing.isEmpty()) {
      String message = "does not have " + String.join(", ", missing);
      throw new ScriptException(
          Failure.of(
              message + "; to add what is missing, run: luakit lock " + file,
              Lock.path(file).toString()));
    }
    String line = Visible.line(Lock.path(file).toString()) + ": ok (" + LockChanges.count(images);
    new StandardOutput(host).write((line + ")\n").getBytes(StandardCharsets.UTF_8));
  }
}
