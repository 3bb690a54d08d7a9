package dev.luakit.cli;

import dev.luakit.llb.ScriptException;
import dev.luakit.llb.image.LockFile;
import dev.luakit.llb.image.MalformedLockException;
import dev.luakit.stdlib.DirectoryModules;
import dev.luakit.stdlib.Failure;
import dev.luakit.stdlib.Sources;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The lock file beside a script. */
final class Lock {
  private static final int MOST_BYTES = 16 << 20;

  private Lock() {}

  /** Where a script's lock file is, or would be. */
  static Path path(Path script) {
    return script.resolveSibling(LockFile.NAME);
  }

  /**
   * Reads a script's lock file. It comes from whom the script comes from, and is read as modules
   * are: nothing outside of the script's directory, no pipe or device, nothing without an end.
   *
   * @return null if there is none
   * @throws ScriptException if it can't be read, or is no lock file
   */
  static LockFile read(Path script, Limits limits) {
    Path path = path(script);
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    byte[] bytes = bytes(script, path, limits);
    try {
      return LockFile.parse(ByteStrings.fromBytes(bytes));
    } catch (MalformedLockException e) {
      throw malformed(path, bytes, e);
    }
  }

  private static byte[] bytes(Path script, Path path, Limits limits) {
    Path directory = script.resolveSibling("");
    try {
      byte[] bytes =
          new DirectoryModules(directory, MOST_BYTES, limits.timeMillis()).read(LockFile.NAME);
      if (bytes == null) {
        throw unreadable(path, "it is a directory, or a link to something that is not there");
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(path, e.getMessage());
    } catch (LimitExceeded e) {
      if (e.kind() == LimitExceeded.Kind.SOURCE) {
        throw unreadable(path, "it is larger than " + MOST_BYTES + " bytes");
      }
      throw new ScriptException(Failure.of(e, new Sources(), path.toString()));
    }
  }

  private static ScriptException unreadable(Path path, String reason) {
    return new ScriptException(Failure.of("can't be read: " + reason, path.toString()));
  }

  private static ScriptException malformed(Path path, byte[] bytes, MalformedLockException e) {
    // One by one: a hostile file has millions of lines.
    Stream<String> lines = new String(bytes, StandardCharsets.UTF_8).lines();
    String excerpt = e.line() == 0 ? null : lines.skip(e.line() - 1L).findFirst().orElse("");
    String wayOut = "; to make it anew, delete it and run luakit lock";
    return new ScriptException(
        new Failure(
            null,
            ByteStrings.toText(e.getMessage()) + wayOut,
            path.toString(),
            e.line(),
            0,
            excerpt,
            List.of()));
  }
}
