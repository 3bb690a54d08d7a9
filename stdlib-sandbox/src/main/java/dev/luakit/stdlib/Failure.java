package dev.luakit.stdlib;

import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.Traceback;
import java.util.List;

/**
 * Why a script failed and where, in the words of whoever wrote it: files are called as the user
 * called them, and all text is text, not bytes.
 *
 * @param limit the limit that was reached, {@code null} where the script is at fault
 * @param message what happened, without the place
 * @param file the file or other source, {@code null} where that is not known
 * @param line from 1; 0 where that is not known
 * @param column from 1, in bytes of the line; 0 where that is not known
 * @param excerpt the line's text, {@code null} where that is not known
 * @param calls the active calls, innermost first; empty where there were none
 * @param sources the chunks that were loaded
 * @param chunk the name of the chunk that failed, as a byte string; {@code null} where its source
 *     is not known
 */
public record Failure(
    LimitExceeded.Kind limit,
    String message,
    String file,
    int line,
    int column,
    String excerpt,
    List<Traceback.Call> calls,
    Sources sources,
    String chunk) {

  /** A failure of which no source is known. */
  public Failure(
      LimitExceeded.Kind limit,
      String message,
      String file,
      int line,
      int column,
      String excerpt,
      List<Traceback.Call> calls) {
    this(limit, message, file, line, column, excerpt, calls, new Sources(), null);
  }

  /** An error of a file as a whole. */
  public static Failure of(String message, String file) {
    return new Failure(null, message, file, 0, 0, null, List.of());
  }

  /**
   * An error of a chunk as a whole.
   *
   * @param chunk its name, as a byte string
   */
  public static Failure of(String message, String file, Sources sources, String chunk) {
    return new Failure(null, message, file, 0, 0, null, List.of(), sources, chunk);
  }

  /**
   * What an error tells.
   *
   * @param sources the chunks that were loaded
   * @param file the file to name where the error itself has no place
   */
  public static Failure of(LuaError error, Sources sources, String file) {
    return new FailureFinder(sources, file).find(error);
  }

  /**
   * What is to be told of a limit that was reached.
   *
   * @param sources the chunks that were loaded
   * @param file the file to name where the script had not yet begun to run
   */
  public static Failure of(LimitExceeded limit, Sources sources, String file) {
    return new FailureFinder(sources, file).find(limit);
  }
}
