package dev.luakit.stdlib;

import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The modules in a directory of the file system and below it. Symbolic links are followed as long
 * as they stay within.
 *
 * <p>A path is resolved first, and then opened part by part without following links: a link that is
 * put in between the two makes opening fail, and leads nowhere. A pipe that is put in between makes
 * it wait, but not for longer than the script may run.
 */
public final class DirectoryModules implements ModuleLoader {
  private static final Set<OpenOption> READ_NO_LINK =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final Path directory;
  private final int most;
  private final long timeMillis;
  private Path root;

  /**
   * @param directory the script's directory, by the name that messages give it
   * @param most how many bytes a module may have
   * @param timeMillis how long the script may run
   */
  public DirectoryModules(Path directory, int most, long timeMillis) {
    this.directory = directory;
    this.most = most;
    this.timeMillis = timeMillis;
  }

  /** The modules of a script with such limits. */
  public DirectoryModules(Path directory, Limits limits) {
    this(directory, limits.sourceBytes(), limits.timeMillis());
  }

  /**
   * {@inheritDoc}
   *
   * @throws LimitExceeded if it is longer than a module may be, or the time is over
   */
  @Override
  public byte[] read(String path) throws IOException {
    return read(path, TimeUnit.MILLISECONDS.toNanos(timeMillis));
  }

  /**
   * {@inheritDoc}
   *
   * @throws LimitExceeded if it is longer than a module may be, or the time is over
   */
  @Override
  public byte[] read(String path, long nanos) throws IOException {
    if (!ModulePath.isPath(path)) {
      throw new IOException("it is not below the script's directory");
    }
    try {
      if (root == null) {
        root = directory.toRealPath();
      }
      Path file = root.resolve(path).toRealPath();
      if (!file.startsWith(root) || file.equals(root)) {
        throw new IOException("it is a link that leads out of the script's directory");
      }
      return new Reading(file).within(nanos);
    } catch (TimeoutException e) {
      throw LimitExceeded.time(timeMillis);
    } catch (NoSuchFileException e) {
      return null;
    } catch (InvalidPathException e) {
      throw new IOException("its name can't be expressed in the encoding of this system", e);
    } catch (AccessDeniedException e) {
      throw new IOException("permission denied", e);
    } catch (FileSystemException e) {
      if (root != null && Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("it can't be read: " + e.getReason(), e);
      }
      // A part of the path before the last is no directory.
      return null;
    }
  }

  @Override
  public String shown(String path) {
    return directory.resolve(path).toString();
  }

  /** Reads a file that was found; whether it is still a file then, nobody can promise. */
  private final class Reading extends TimedTask<byte[]> {
    private final Path file;

    Reading(Path file) {
      this.file = file;
    }

    @Override
    protected byte[] run() throws IOException {
      return readResolved(file);
    }
  }

  private byte[] readResolved(Path file) throws IOException {
    try (DirectoryStream<Path> top = Files.newDirectoryStream(root)) {
      if (top instanceof SecureDirectoryStream<Path> secure) {
        return readBelow(secure, root.relativize(file), 0);
      }
    }
    return readAlone(file);
  }

  /** Opens the parts of a path one by one, each in the directory that was opened before. */
  private byte[] readBelow(SecureDirectoryStream<Path> directory, Path path, int part)
      throws IOException {
    Path name = path.getName(part);
    if (part < path.getNameCount() - 1) {
      try (SecureDirectoryStream<Path> next =
          directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        return readBelow(next, path, part + 1);
      }
    }
    BasicFileAttributes attributes =
        directory
            .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes();
    if (!isReadable(attributes)) {
      return null;
    }
    try (SeekableByteChannel channel = directory.newByteChannel(name, READ_NO_LINK)) {
      return readAll(channel);
    }
  }

  /** Reads where directories can't be opened: checks that the file stayed the same meanwhile. */
  private byte[] readAlone(Path file) throws IOException {
    BasicFileAttributes before = attributes(file);
    if (!isReadable(before)) {
      return null;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file, READ_NO_LINK)) {
      byte[] bytes = readAll(channel);
      Object key = before.fileKey();
      boolean same = key == null || key.equals(attributes(file).fileKey());
      if (!same || !file.toRealPath().equals(file)) {
        throw new IOException("it was exchanged while it was read");
      }
      return bytes;
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether it is a file; a directory counts as nothing there. */
  private static boolean isReadable(BasicFileAttributes attributes) throws IOException {
    if (attributes.isDirectory()) {
      return false;
    }
    if (!attributes.isRegularFile()) {
      throw new IOException("it is not a regular file");
    }
    return true;
  }

  private byte[] readAll(SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    if (size > most) {
      throw LimitExceeded.scriptSize(most);
    }
    // The file may grow meanwhile; what it was when it was opened is what counts.
    ByteBuffer buffer = ByteBuffer.allocate((int) size);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }
}
