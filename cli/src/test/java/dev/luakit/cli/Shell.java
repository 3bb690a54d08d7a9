package dev.luakit.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A folder to run luakit in: its classes in the tests' own process, or the {@link Binary} that is
 * under test. Names that begin with {@code ./} are in it, in arguments as in what luakit says,
 * though the tests' own process is elsewhere. No registry is asked unless the arguments say {@code
 * --resolve}.
 */
final class Shell {
  private static final Pattern LOST_RESULT =
      Pattern.compile("warning: .*: nothing uses what this .*\n(  .*\n)*hint: .*\n");

  private final Path folder;

  /** The variables of luakit's environment where a test does not say them itself. */
  private final Map<String, String> environment;

  /** What a run leaves behind. */
  record Result(int code, byte[] bytes, String err) {
    String out() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What it says, less the warnings of lost results: a document shows parts of scripts. */
    String errWithoutLostResults() {
      return LOST_RESULT.matcher(err).replaceAll("");
    }
  }

  Shell(Path folder) {
    this(folder, Map.of());
  }

  Shell(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  void write(String name, String text) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.writeString(path(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String read(String name) throws IOException {
    return Files.readString(path(name));
  }

  /** The names of all files in the folder, sorted. */
  List<String> files() throws IOException {
    try (var list = Files.list(folder)) {
      return list.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Runs luakit. */
  Result run(String... args) {
    return runIn(null, args);
  }

  /** Runs luakit with {@code SOURCE_DATE_EPOCH} in its environment. */
  Result runIn(String sourceDateEpoch, String... args) {
    if (Binary.underTest() != null) {
      return runBinary(sourceDateEpoch, new byte[0], args);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(out, null, sourceDateEpoch, args).with(out.toByteArray());
  }

  /**
   * Runs luakit's classes in this process, whatever is under test, with a standard output such as
   * only a test has.
   */
  Result runTo(OutputStream out, Path outFile, String... args) {
    return run(out, outFile, null, args).with(new byte[0]);
  }

  /** Runs luakit with a standard input. */
  Result runOn(byte[] in, String... args) {
    if (Binary.underTest() != null) {
      return runBinary(null, in, args);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(in, out, null, null, args).with(out.toByteArray());
  }

  private Result runBinary(String sourceDateEpoch, byte[] in, String... args) {
    Map<String, String> variables = new HashMap<>(environment);
    if (sourceDateEpoch != null) {
      variables.put("SOURCE_DATE_EPOCH", sourceDateEpoch);
    }
    Result result = Binary.underTest().run(variables, in, inFolder(args));
    return new Result(result.code(), result.bytes(), relative(result.err()));
  }

  /** The arguments, with the files in the folder by their full names. */
  private List<String> inFolder(String... args) {
    List<String> paths = new ArrayList<>();
    for (String arg : offline(List.of(args))) {
      paths.add(arg.startsWith("./") ? folder + arg.substring(1) : arg);
    }
    return paths;
  }

  /** What luakit says of files, as the tests call them. */
  private String relative(String err) {
    return err.replace(folder + "/", "./");
  }

  private Unread run(OutputStream out, Path outFile, String sourceDateEpoch, String... args) {
    return run(new byte[0], out, outFile, sourceDateEpoch, args);
  }

  private Unread run(
      byte[] input, OutputStream out, Path outFile, String sourceDateEpoch, String... args) {
    ByteArrayInputStream in = new ByteArrayInputStream(input);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Host host = new Host(in, out, err, outFile, null, sourceDateEpoch, environment);
    int code = Main.run(inFolder(args).toArray(new String[0]), host).number();
    return new Unread(code, relative(err.toString(StandardCharsets.UTF_8)));
  }

  private record Unread(int code, String err) {
    Result with(byte[] bytes) {
      return new Result(code, bytes, err);
    }
  }

  /** Runs luakit in a process of its own, in this folder. */
  Result process(Map<String, String> environment, List<String> java, String... args)
      throws IOException, InterruptedException {
    Process process = start(environment, command(java, args));
    byte[] out;
    try (InputStream stream = process.getInputStream()) {
      out = stream.readAllBytes();
    }
    return finish(process, out);
  }

  /** Starts a command in this folder. Its standard error goes to a file that is no test's. */
  Process start(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().put("LUAKIT_START_CACHE", "off"); // Nothing stays behind a test.
    builder.environment().putAll(environment);
    builder.redirectError(errors());
    return builder.start();
  }

  /** The same for one that Ctrl-C ends, whether or not it ends what started the tests. */
  Process startInterruptible(Map<String, String> environment, List<String> command)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
    words.addAll(command);
    return start(environment, words);
  }

  Result finish(Process process, byte[] out) throws IOException, InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("luakit hangs");
    }
    return new Result(process.exitValue(), out, Files.readString(errors().toPath()));
  }

  private File errors() {
    return folder.resolveSibling(folder.getFileName() + ".err").toFile();
  }

  /** A command as a shell takes it, with a space behind it. */
  static String quoted(List<String> command) {
    StringBuilder out = new StringBuilder();
    for (String word : command) {
      out.append('\'').append(word.replace("'", "'\\''")).append("' ");
    }
    return out.toString();
  }

  /**
   * The command line of luakit in a process of its own.
   *
   * @param java options of Java, which a binary has not
   */
  static List<String> command(List<String> java, String... args) {
    List<String> command = new ArrayList<>();
    if (Binary.underTest() != null) {
      command.add(Binary.underTest().file().toString());
      command.addAll(offline(List.of(args)));
      return command;
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    if (args.length > 0 && args[0].equals("gateway")) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(java);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.luakit.cli.Main");
    command.addAll(offline(List.of(args)));
    return command;
  }

  /** The same arguments, with {@code --resolve=never} where they don't say who is asked. */
  private static List<String> offline(List<String> args) {
    List<String> all = new ArrayList<>(args);
    if (!args.isEmpty() && List.of("build", "validate", "dag").contains(args.getFirst())) {
      if (args.stream().noneMatch(arg -> arg.startsWith("--resolve"))) {
        all.add(1, "--resolve=never");
      }
    }
    return all;
  }
}
