package dev.luakit.cli;

import dev.luakit.cli.fmt.SourceFiles;
import dev.luakit.cli.fmt.UnifiedDiff;
import dev.luakit.llb.ScriptException;
import dev.luakit.stdlib.ScriptFile;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Formats files. One that is not Lua stays as it is, and the others are formatted nevertheless.
 *
 * @param names files and directories; {@code -} alone is standard input
 * @param check whether to say only which files are not formatted
 * @param diff whether to show only what would change
 * @param color the choice that {@code --color} makes for errors, or null
 */
record FmtRequest(List<String> names, boolean check, boolean diff, String color)
    implements Request {
  private static final String STANDARD_INPUT = "-";
  private static final String ENDING = ".lua";

  /** What has come of the files. */
  private static final class Tally {
    int files;
    int unformatted;
    int failed;
  }

  @Override
  public void run(Host host) {
    Tally tally = new Tally();
    if (names.contains(STANDARD_INPUT)) {
      if (names.size() > 1) {
        throw new UsageException("standard input can't be formatted together with files");
      }
      formatInput(tally, host);
    } else {
      for (Map.Entry<Path, String> file : files().entrySet()) {
        format(file.getKey(), file.getValue(), tally, host);
      }
    }
    conclude(tally, host);
  }

  /** The files to format, each once, by the names that messages give them. */
  private Map<Path, String> files() {
    Map<Path, String> files = new LinkedHashMap<>();
    for (String name : names) {
      Path path = ScriptOptions.path(name);
      if (name.isEmpty() || !Files.isDirectory(path)) {
        add(ScriptOptions.file(name), name, files);
        continue;
      }
      try {
        for (Path file : SourceFiles.below(path, ENDING)) {
          add(file, file.toString(), files);
        }
      } catch (IOException e) {
        throw new UsageException("cannot read " + name + ": " + Reason.of(e));
      }
    }
    if (files.isEmpty()) {
      String places = String.join(" or ", names);
      throw new UsageException("there is no file whose name ends in .lua in " + places);
    }
    return files;
  }

  private static void add(Path file, String name, Map<Path, String> files) {
    try {
      files.putIfAbsent(file.toRealPath(), name);
    } catch (IOException e) {
      throw new UsageException("cannot read " + name + ": " + Reason.of(e));
    }
  }

  private void formatInput(Tally tally, Host host) {
    tally.files++;
    byte[] source = read(host.in(), "standard input");
    String formatted = formatted(source, "stdin", tally, host);
    if (formatted == null) {
      return;
    }
    if (check || diff) {
      compare("standard input", ByteStrings.fromBytes(source), formatted, tally, host);
    } else {
      new StandardOutput(host).write(ByteStrings.toBytes(formatted));
    }
  }

  private void format(Path file, String name, Tally tally, Host host) {
    tally.files++;
    byte[] source;
    try (InputStream in = Files.newInputStream(file)) {
      source = read(in, name);
    } catch (IOException e) {
      throw new UsageException("cannot read " + name + ": " + Reason.of(e));
    }
    String formatted = formatted(source, name, tally, host);
    String before = ByteStrings.fromBytes(source);
    if (formatted == null || formatted.equals(before)) {
      return;
    }
    if (check || diff) {
      compare(name, before, formatted, tally, host);
    } else {
      new FileOutput(name, file).write(ByteStrings.toBytes(formatted));
      tally.unformatted++;
      say("formatted " + Visible.line(name) + "\n", host);
    }
  }

  private static byte[] read(InputStream in, String name) {
    try {
      return ScriptFile.read(in, Limits.DEFAULT.sourceBytes());
    } catch (LimitExceeded e) {
      throw new UsageException("cannot format " + name + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("cannot read " + name + ": " + Reason.of(e));
    }
  }

  /** The formatted text, or null if the source is no Lua, which then has been reported. */
  private String formatted(byte[] source, String name, Tally tally, Host host) {
    try {
      return FormattedSource.of(source, name);
    } catch (ScriptException e) {
      tally.failed++;
      complain(ErrorReport.of(e, colors(host)), host);
      return null;
    }
  }

  private void compare(String name, String before, String formatted, Tally tally, Host host) {
    if (before.equals(formatted)) {
      return;
    }
    tally.unformatted++;
    if (!diff) {
      say(Visible.line(name) + "\n", host);
      return;
    }
    String text = UnifiedDiff.of(ByteStrings.fromText(name), before, formatted);
    StandardOutput out = new StandardOutput(host);
    if (out.kind() == FileKind.TERMINAL) {
      say(Visible.lines(ByteStrings.toText(text)), host);
    } else {
      out.write(ByteStrings.toBytes(text));
    }
  }

  private void conclude(Tally tally, Host host) {
    boolean inPlace = !names.contains(STANDARD_INPUT) && !check && !diff;
    int others = tally.files - tally.unformatted - tally.failed;
    if (check && tally.unformatted > 0) {
      String some = tally.unformatted + " of " + tally.files + files(tally.files);
      String verb = tally.unformatted == 1 ? " is" : " are";
      complain(ErrorReport.of(some + verb + " not formatted", hint(), colors(host)), host);
    } else if (others == tally.files && inPlace) {
      say(others + files(others) + (others == 1 ? " is" : " are") + " formatted already\n", host);
    }
    if (tally.failed > 0 || check && tally.unformatted > 0) {
      throw new ReportedException();
    }
  }

  private Colors colors(Host host) {
    return ColorChoice.of(color, host);
  }

  private String hint() {
    return names.contains(STANDARD_INPUT)
        ? null
        : "to format: luakit fmt " + String.join(" ", names);
  }

  private static String files(int count) {
    return count == 1 ? " file" : " files";
  }

  private static void say(String text, Host host) {
    new StandardOutput(host).write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void complain(String report, Host host) {
    try {
      host.err().write(report.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return; // Nobody reads it; the exit code still tells.
    }
  }
}
