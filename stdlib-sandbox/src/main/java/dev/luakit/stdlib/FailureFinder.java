package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.Traceback;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the place of an error in the sources. */
final class FailureFinder {
  private static final String MAIN_CHUNK = "main chunk";

  private final Sources sources;

  /** The file to name where nothing else is known. */
  private final String file;

  FailureFinder(Sources sources, String file) {
    this.sources = sources;
    this.file = file;
  }

  Failure find(LuaError error) {
    // Once, not for each source: a script may raise many megabytes.
    String message = error.getMessage();
    // A message that begins with a position tells more than where it was raised: error(m, 2).
    for (String name : sources.names()) {
      Failure found = atPosition(name, message, error.traceback());
      if (found != null) {
        return found;
      }
    }
    if (error.traceback() != null) {
      for (Traceback.Call call : error.traceback().calls()) {
        Failure found = atPosition(call.chunk(), message, error.traceback());
        if (found != null) {
          return found;
        }
      }
    }
    return atTop(null, message, error.traceback());
  }

  /** The failure where the message begins with a position in that chunk, else {@code null}. */
  private Failure atPosition(String chunk, String message, Traceback traceback) {
    String prefix = ByteStrings.toText(chunk) + ":";
    int colon = message.startsWith(prefix) ? message.indexOf(':', prefix.length()) : -1;
    int line = colon < 0 ? 0 : number(message.substring(prefix.length(), colon));
    if (line == 0) {
      return null;
    }
    Traceback.Call at = traceback == null ? null : callAt(traceback, chunk, line);
    String excerpt = excerpt(chunk, line, at);
    return new Failure(
        null,
        message.substring(colon + 1).strip(),
        shown(chunk),
        line,
        at == null ? 0 : at.column(),
        excerpt,
        calls(traceback),
        sources,
        excerpt == null ? null : chunk);
  }

  Failure find(LimitExceeded limit) {
    return atTop(limit.kind(), limit.getMessage(), limit.traceback());
  }

  private static Traceback.Call callAt(Traceback traceback, String name, int line) {
    for (Traceback.Call call : traceback.calls()) {
      if (call.line() == line && call.chunk().equals(name)) {
        return call;
      }
    }
    return null;
  }

  private Failure atTop(LimitExceeded.Kind limit, String message, Traceback traceback) {
    if (traceback == null || traceback.calls().isEmpty()) {
      return new Failure(limit, message, file, 0, 0, null, List.of());
    }
    Traceback.Call at = traceback.calls().getFirst();
    String excerpt = excerpt(at.chunk(), at.line(), at);
    return new Failure(
        limit,
        message,
        shown(at.chunk()),
        at.line(),
        at.column(),
        excerpt,
        calls(traceback),
        sources,
        excerpt == null ? null : at.chunk());
  }

  /** The number that only digits make, 0 where they make none. */
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

  /** The calls as text, with their files as the user named them. */
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
    String known = sources.file(name);
    return known == null ? ByteStrings.toText(name) : known;
  }

  /**
   * A line of a chunk's source.
   *
   * @param at the call that was at the line, {@code null} where there was none
   */
  private String excerpt(String name, int line, Traceback.Call at) {
    // Of several chunks of one name, only the last one can still be in its main chunk.
    if (sources.isAmbiguous(name) && (at == null || !at.function().equals(MAIN_CHUNK))) {
      return null;
    }
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
