package dev.luakit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is there and stays: a device, a FIFO, an open descriptor. */
final class DeviceOutput extends Destination {
  private final String name;
  private final Path path;

  DeviceOutput(String name, Path path) {
    this.name = name;
    this.path = path;
  }

  @Override
  FileKind kind() {
    return FileKind.of(path);
  }

  @Override
  void commit() {
    try (OutputStream stream = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
      send(stream, name);
    } catch (IOException e) {
      throw new UsageException("cannot write " + name + ": " + Reason.of(e));
    }
  }
}
