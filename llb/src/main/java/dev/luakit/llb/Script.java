package dev.luakit.llb;

import dev.luakit.llb.bk.Evaluation;
import dev.luakit.llb.graph.SourceFile;
import dev.luakit.stdlib.Sources;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.Traceback;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The script that is evaluated: the texts of its files, and how the user calls them. */
final class Script implements Evaluation.SourceFiles {
  private static final String LANGUAGE = "Lua";

  private final Path path;
  private final String chunk;
  private final Sources sources = new Sources();
  private final Map<String, SourceFile> files = new HashMap<>();

  Script(Path path, byte[] text) {
    this.path = path;
    this.chunk = ByteStrings.fromText(path.getFileName().toString());
    sources.add(chunk, text);
  }

  /** The name of the main chunk: hermetic, so without the directory. */
  String chunk() {
    return chunk;
  }

  /** Receives the modules that the script requires. */
  Sources sources() {
    return sources;
  }

  @Override
  public SourceFile find(String name) {
    SourceFile file = files.get(name);
    if (file == null) {
      byte[] text = sources.get(name);
      if (text == null) {
        return null;
      }
      file = new SourceFile(name, text, LANGUAGE);
      files.put(name, file);
    }
    return file;
  }

  /** An error of the script as a whole. */
  ScriptException failed(String message) {
    return new ScriptException(
        ScriptException.Kind.SCRIPT,
        message,
        new ScriptException.Place(shown(chunk), 0, 0, null, List.of()));
  }

  ScriptException tooLarge(int most) {
    return new ScriptException(
        ScriptException.Kind.LIMIT,
        "the script is larger than " + most + " bytes",
        new ScriptException.Place(shown(chunk), 0, 0, null, List.of()));
  }

  ScriptException failed(LuaError error) {
    List<Traceback.Call> calls = calls(error.traceback());
    String message = error.getMessage();
    // A message that begins with a position tells more than where it was raised: error(m, 2).
    for (String name : sources.names()) {
      String text = ByteStrings.toText(name);
      if (message.startsWith(text + ":")) {
        int colon = message.indexOf(':', text.length() + 1);
        int line = colon < 0 ? 0 : number(message.substring(text.length() + 1, colon));
        if (line > 0) {
          int column = column(calls, shown(name), line);
          return new ScriptException(
              ScriptException.Kind.SCRIPT,
              message.substring(colon + 1).strip(),
              new ScriptException.Place(shown(name), line, column, excerpt(name, line), calls));
        }
      }
    }
    return failed(ScriptException.Kind.SCRIPT, message, error.traceback());
  }

  ScriptException failed(LimitExceeded limit) {
    ScriptException.Kind kind =
        limit.kind() == LimitExceeded.Kind.INTERRUPTED
            ? ScriptException.Kind.INTERRUPTED
            : ScriptException.Kind.LIMIT;
    return failed(kind, limit.getMessage(), limit.traceback());
  }

  private ScriptException failed(ScriptException.Kind kind, String message, Traceback traceback) {
    List<Traceback.Call> calls = calls(traceback);
    if (calls.isEmpty()) {
      return new ScriptException(
          kind, message, new ScriptException.Place(shown(chunk), 0, 0, null, calls));
    }
    Traceback.Call at = traceback.calls().getFirst();
    return new ScriptException(
        kind,
        message,
        new ScriptException.Place(
            shown(at.chunk()), at.line(), at.column(), excerpt(at.chunk(), at.line()), calls));
  }

  private static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 9) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private static int column(List<Traceback.Call> calls, String file, int line) {
    for (Traceback.Call call : calls) {
      if (call.line() == line && call.chunk().equals(file)) {
        return call.column();
      }
    }
    return 0;
  }

  /** The calls with their files as the user named them. */
  private List<Traceback.Call> calls(Traceback traceback) {
    if (traceback == null) {
      return List.of();
    }
    List<Traceback.Call> calls = new ArrayList<>();
    for (Traceback.Call call : traceback.calls()) {
      calls.add(
          new Traceback.Call(
              shown(call.chunk()),
              call.line(),
              call.column(),
              ByteStrings.toText(call.function())));
    }
    return calls;
  }

  /** A chunk's file as the user named it; chunks that are no files by their name. */
  private String shown(String name) {
    String text = ByteStrings.toText(name);
    if (sources.get(name) == null) {
      return text;
    }
    return path.resolveSibling(text).toString();
  }

  private String excerpt(String name, int line) {
    byte[] text = sources.get(name);
    if (text == null) {
      return null;
    }
    int start = 0;
    for (int i = 1; i < line; i++) {
      while (start < text.length && text[start] != '\n') {
        start++;
      }
      start++;
    }
    if (start > text.length) {
      return null;
    }
    int end = start;
    while (end < text.length && text[end] != '\n' && text[end] != '\r') {
      end++;
    }
    return new String(text, start, end - start, StandardCharsets.UTF_8);
  }
}
