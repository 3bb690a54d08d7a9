package dev.luakit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * A file that is replaced whole or not at all: the result is written beside it, then renamed. A
 * process that is stopped in between removes what it has written.
 */
final class FileOutput extends Destination {
  /** Symbolic links that are followed before they must be a circle. */
  private static final int MOST_LINKS = 40;

  private final String name;
  private final Path path;

  /** The written file that is not yet in its place, or null. */
  private Path staged;

  /** The file whose place it takes. */
  private Path target;

  private Cleanup cleanup;
  private boolean stopped;

  FileOutput(String name, Path path) {
    this.name = name;
    this.path = path;
  }

  @Override
  FileKind kind() {
    return FileKind.REGULAR;
  }

  @Override
  Path file() {
    return path;
  }

  @Override
  void stage(byte[] bytes) {
    try {
      target = target();
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new UsageException("cannot write " + name + ": permission denied");
      }
      OutputStream stream = create();
      if (stream == null) {
        return;
      }
      try (stream) {
        keepRights();
        stream.write(bytes);
      }
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "cannot write " + name + ": there is no directory " + folder(),
          "make it first: mkdir -p " + folder());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Gives the staged file the rights of the one that it replaces, before anything is in it. */
  private void keepRights() throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(target);
    if (!rights.equals(Files.getPosixFilePermissions(staged))) {
      Files.setPosixFilePermissions(staged, rights);
    }
  }

  @Override
  synchronized void commit() {
    if (stopped) {
      return;
    }
    try {
      Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
      staged = null;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  synchronized void discard() {
    if (cleanup != null && !stopped) {
      try {
        Runtime.getRuntime().removeShutdownHook(cleanup);
      } catch (IllegalStateException e) {
        return; // It is running.
      }
    }
    cleanup = null;
    remove();
  }

  private void remove() {
    if (staged != null) {
      try {
        Files.deleteIfExists(staged);
      } catch (IOException e) {
        return; // The folder is gone, or no longer ours: nothing can be done about what is in it.
      }
      staged = null;
    }
  }

  private UsageException failed(IOException e) {
    if (target != null && Files.isRegularFile(folder())) {
      return new UsageException(
          "cannot write " + name + ": " + folder() + " is a file and no directory");
    }
    return new UsageException("cannot write " + name + ": " + Reason.of(e));
  }

  /** The file behind symbolic links, which need not be there. */
  private Path target() throws IOException {
    Path file = path;
    for (int i = 0; Files.isSymbolicLink(file); i++) {
      if (i == MOST_LINKS) {
        throw new IOException("too many symbolic links");
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  private Path folder() {
    Path folder = target.getParent();
    return folder == null ? Path.of(".") : folder;
  }

  /** Creates the file that is staged, with the rights of any new file; null if it is too late. */
  private synchronized OutputStream create() throws IOException {
    try {
      Cleanup hook = new Cleanup();
      Runtime.getRuntime().addShutdownHook(hook);
      cleanup = hook;
    } catch (IllegalStateException e) {
      stopped = true; // The process is ending already.
    }
    if (stopped) {
      return null;
    }
    for (long number = System.nanoTime(); ; number++) {
      Path file = target.resolveSibling(".luakit-" + Long.toHexString(number) + ".tmp");
      try {
        OutputStream stream =
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        staged = file;
        return stream;
      } catch (FileAlreadyExistsException e) {
        continue; // Somebody else's.
      }
    }
  }

  /** Removes the staged file when the process is stopped, by Ctrl-C for example. */
  private final class Cleanup extends Thread {
    @Override
    public void run() {
      synchronized (FileOutput.this) {
        stopped = true;
        remove();
      }
    }
  }
}
