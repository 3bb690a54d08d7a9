package dev.luakit.cli;

import dev.luakit.llb.ScriptException;
import dev.luakit.llb.image.LockFile;
import dev.luakit.llb.image.MalformedLockException;
import dev.luakit.stdlib.Failure;
import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The lock file beside a script. */
final class Lock {
  private Lock() {}

  /** Where a script's lock file is, or would be. */
  static Path path(Path script) {
    return script.resolveSibling(LockFile.NAME);
  }

  /**
   * Reads a script's lock file.
   *
   * @return null if there is none
   * @throws UsageException if it can't be read
   * @throws ScriptException if it is no lock file
   */
  static LockFile read(Path script) {
    Path path = path(script);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UsageException("cannot read " + path + ": " + Reason.of(e));
    }
    try {
      return LockFile.parse(ByteStrings.fromBytes(bytes));
    } catch (MalformedLockException e) {
      throw malformed(path, bytes, e);
    }
  }

  private static ScriptException malformed(Path path, byte[] bytes, MalformedLockException e) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    String excerpt = e.line() == 0 ? null : lines[e.line() - 1];
    String wayOut = "; to make it anew, delete it and run luakit lock";
    return new ScriptException(
        new Failure(
            null, e.getMessage() + wayOut, path.toString(), e.line(), 0, excerpt, List.of()));
  }
}
