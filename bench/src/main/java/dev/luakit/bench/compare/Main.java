package dev.luakit.bench.compare;

import dev.luakit.bench.Program;
import dev.luakit.bench.RunLua;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command {@code bench/compare}: exits with 0 if all went well, 1 where an output is wrong, 2
 * where the command line is.
 */
public final class Main {
  /** How LuaJ's JVM is started: as luakit's launcher starts it for {@code luakit eval}. */
  private static final List<String> JVM_FLAGS =
      List.of(
          "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xss16m", "-Xmn64m", "-XX:InlineSmallCode=500");

  private Main() {}

  /** The system property {@code luakit.root} names the folder of the whole project. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("luakit.root"));
    Options options;
    List<Path> programs;
    try {
      options = Options.parse(arguments);
      programs = programs(root.resolve("bench/programs"), options.only());
    } catch (IllegalArgumentException e) {
      System.err.print("compare: " + e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    List<Contender> contenders = contenders(root, options);
    Comparison comparison =
        new Comparison(contenders, options.rounds(), options.limit(), System.out);
    List<Result> results = comparison.run(programs);
    if (options.json() != null) {
      Files.writeString(options.json(), Json.of(contenders, results));
    }
    System.exit(comparison.isSame() ? 0 : 1);
  }

  private static List<Path> programs(Path folder, List<String> only) {
    List<Path> programs = new ArrayList<>();
    List<String> unknown = new ArrayList<>(only);
    for (Program program : Program.values()) {
      String name = program.file().substring(0, program.file().length() - ".lua".length());
      if (unknown.remove(name) || only.isEmpty()) {
        programs.add(folder.resolve(program.file()));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no program is named " + unknown.getFirst());
    }
    return programs;
  }

  private static List<Contender> contenders(Path root, Options options) {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender("lua5.1", List.of("lua5.1")));
    contenders.add(new Contender("luakit", luakit(root, options)));
    if (options.luaj()) {
      Path luaj = root.resolve("bench/target/app/lib/luaj-jse.jar");
      contenders.add(new Contender("luaj", java(JVM_FLAGS, luaj, "lua")));
    }
    return contenders;
  }

  private static List<String> luakit(Path root, Options options) {
    if (options.jvmFlags() == null) {
      return List.of(root.resolve("luakit").toString(), "eval");
    }
    Path jar = root.resolve("bench/target/app/lib/luakit-bench.jar");
    return java(options.jvmFlags(), jar, RunLua.class.getName());
  }

  private static List<String> java(List<String> flags, Path jar, String main) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(flags);
    words.addAll(List.of("-cp", jar.toString(), main));
    return words;
  }
}
