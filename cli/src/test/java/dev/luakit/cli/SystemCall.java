package dev.luakit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system call, as {@code strace -f -y} writes it down.
 *
 * @param name such as {@code openat}
 * @param arguments the text between its parentheses, which may be cut off
 * @param failed whether it is known to have failed
 */
record SystemCall(String name, String arguments, boolean failed) {
  private static final Pattern LINE = Pattern.compile("\\d+ +(\\w+)\\((.*)");
  private static final Pattern PATH = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern DIRECTORY = Pattern.compile("\\d+<([^>]*)>, .*");

  /** The calls that a trace is made of; signals and the ends of calls are left out. */
  static List<SystemCall> of(List<String> trace) {
    List<SystemCall> calls = new ArrayList<>();
    for (String line : trace) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        String rest = matcher.group(2);
        calls.add(new SystemCall(matcher.group(1), rest, rest.matches(".*\\) += -1 E.*")));
      }
    }
    return calls;
  }

  boolean opens() {
    return name.startsWith("open") || name.equals("creat");
  }

  /** Whether it does something with a socket; Java's libraries make one to see what there is. */
  boolean communicates() {
    return name.matches("connect|bind|listen|accept.*|send.*|recv.*|shutdown");
  }

  /** Whether it changes a file or directory, or makes one. */
  boolean writes() {
    if (opens()) {
      return name.equals("creat") || arguments.matches(".*O_(WRONLY|RDWR|CREAT|TRUNC|APPEND).*");
    }
    return name.matches(
        "(mkdir|mknod|rename|link|symlink|unlink|rmdir|truncate|chmod|fchmodat|chown|lchown"
            + "|fchownat|utime|utimes|utimensat|setxattr|mount).*");
  }

  /** The file that it names, by its full name: the last one, where it names several. */
  Path path(Path workingDirectory) {
    Matcher paths = PATH.matcher(arguments);
    String last = "";
    while (paths.find()) {
      last = paths.group(1);
    }
    Matcher directory = DIRECTORY.matcher(arguments);
    Path base = directory.matches() ? Path.of(directory.group(1)) : workingDirectory;
    return base.resolve(last).normalize();
  }
}
