package dev.luakit.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * Whether errors are coloured: as {@code --color} says, else as the environment does, else where
 * standard error is a terminal. It is read from the bare arguments, since these may be what is
 * wrong.
 */
final class ColorChoice {
  static final String OPTION = "--color";

  private ColorChoice() {}

  static Colors of(String[] args, Host host) {
    return of(given(args), host);
  }

  /** The choice where the option has the given value, null for none. */
  static Colors of(String given, Host host) {
    return of(given, host.errFile(), host);
  }

  /** The same for what goes to standard output. */
  static Colors ofOutput(String given, Host host) {
    return of(given, host.outFile(), host);
  }

  private static Colors of(String given, Path file, Host host) {
    if ("always".equals(given)) {
      return Colors.ON;
    }
    if ("never".equals(given)) {
      return Colors.OFF;
    }
    return of(file, host);
  }

  /** The choice where no option makes it. */
  static Colors of(Host host) {
    return of(host.errFile(), host);
  }

  private static Colors of(Path file, Host host) {
    Map<String, String> environment = host.environment();
    if (isSet(environment.get("NO_COLOR"))) {
      return Colors.OFF;
    }
    String forced = environment.get("CLICOLOR_FORCE");
    if (isSet(forced) && !forced.equals("0")) {
      return Colors.ON;
    }
    if ("dumb".equals(environment.get("TERM")) || file == null) {
      return Colors.OFF;
    }
    return FileKind.of(file) == FileKind.TERMINAL ? Colors.ON : Colors.OFF;
  }

  private static boolean isSet(String variable) {
    return variable != null && !variable.isEmpty();
  }

  /** The option's last value, empty where it is not given. */
  private static String given(String[] args) {
    String value = "";
    for (int i = 0; i < end(args); i++) {
      if (args[i].startsWith(OPTION + "=")) {
        value = args[i].substring(OPTION.length() + 1);
      } else if (args[i].equals(OPTION) && i + 1 < args.length) {
        value = args[i + 1];
      }
    }
    return value;
  }

  /** Where luakit's own arguments end: those behind the script of {@code eval} are the script's. */
  private static int end(String[] args) {
    boolean eval = false;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--")) {
        return i;
      }
      if (args[i].startsWith("-")) {
        i += eval && takesNext(args[i]) ? 1 : 0;
      } else if (eval) {
        return i;
      } else {
        eval = args[i].equals("eval");
      }
    }
    return args.length;
  }

  private static boolean takesNext(String option) {
    boolean flag = option.equals("--stats") || option.equals("--help") || option.equals("-h");
    return !flag && option.indexOf('=') < 0;
  }
}
