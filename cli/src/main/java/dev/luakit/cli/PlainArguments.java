package dev.luakit.cli;

import dev.luakit.vm.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the plainest command lines, which most are, on its own: loading picocli takes several times
 * as long as a build. It knows {@code build}, {@code validate} and {@code eval} with a script and a
 * few options that are in order. Everything else it leaves to {@link Arguments}, which would read
 * the same from what it does not leave.
 */
final class PlainArguments {
  private final String[] args;
  private int next = 1;

  private String script;
  private String output;
  private String imageConfig;
  private String target;
  private String resolve;
  private boolean locked;
  private final List<String> buildArguments = new ArrayList<>();
  private final List<String> platforms = new ArrayList<>();

  private PlainArguments(String[] args) {
    this.args = args;
  }

  /**
   * Reads the arguments.
   *
   * @return null if they are not plain
   */
  static Request parse(String[] args) {
    if (args.length == 0) {
      return null;
    }
    for (String arg : args) {
      if (arg.isEmpty() || arg.indexOf(Arguments.NO_CHARACTER) >= 0) {
        return null;
      }
    }
    return new PlainArguments(args).parse();
  }

  private Request parse() {
    try {
      return switch (args[0]) {
        case "build" -> readAll(true) ? new BuildRequest(options(), output, imageConfig) : null;
        case "validate" -> readAll(false) ? new ValidateRequest(options()) : null;
        case "eval" -> eval();
        default -> null;
      };
    } catch (UsageException e) {
      return null; // To be found, and told, once more.
    }
  }

  /** A script, and what is behind it is the script's, whatever it looks like. */
  private Request eval() {
    if (args.length < 2 || args[1].charAt(0) == '-') {
      return null;
    }
    List<String> own = new ArrayList<>(args.length);
    for (int i = 2; i < args.length; i++) {
      own.add(args[i]);
    }
    return new EvalRequest(new ArrayList<>(), args[1], own, Map.of(), Limits.DEFAULT, false);
  }

  /** Reads all arguments behind the command; false if one of them is not plain. */
  private boolean readAll(boolean build) {
    while (next < args.length) {
      String arg = args[next++];
      boolean plain = arg.charAt(0) == '-' ? readOption(arg, build) : readScript(arg);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private boolean readScript(String arg) {
    if (script != null) {
      return false;
    }
    script = arg;
    return true;
  }

  private boolean readOption(String arg, boolean build) {
    if (arg.equals("--locked")) {
      if (locked) {
        return false;
      }
      locked = true;
      return true;
    }
    int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
    String name = equals < 0 ? arg : arg.substring(0, equals);
    String value = equals < 0 ? nextValue() : arg.substring(equals + 1);
    return value != null && !value.isEmpty() && take(name, value, build);
  }

  /** The value that stands behind an option; null if it could be another option. */
  private String nextValue() {
    return next < args.length && args[next].charAt(0) != '-' ? args[next++] : null;
  }

  /** Takes an option's value; false if the option is not known here, or has one already. */
  private boolean take(String name, String value, boolean build) {
    switch (name) {
      case "--build-arg", "--frontend-arg":
        return buildArguments.add(value);
      case "--platform":
        return platforms.add(value);
      case "--target":
        boolean first = target == null;
        target = value;
        return first;
      case "--resolve":
        first = resolve == null;
        resolve = value;
        return first;
      case "-o", "--output":
        first = build && output == null;
        output = value;
        return first;
      case "--image-config":
        first = build && imageConfig == null;
        imageConfig = value;
        return first;
      default:
        return false;
    }
  }

  private ScriptOptions options() {
    return new ScriptOptions(
        script,
        BuildArguments.parse(buildArguments),
        PlatformArguments.parse(platforms),
        target,
        Limits.DEFAULT,
        resolve == null ? Resolve.AUTO : Resolve.parse(resolve),
        locked,
        new RegistryPlaces(new ArrayList<>(), new ArrayList<>(), null));
  }
}
