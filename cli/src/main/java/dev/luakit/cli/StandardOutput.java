package dev.luakit.cli;

/** Standard output. */
final class StandardOutput extends Destination {
  private static final String NAME = "to standard output";

  private final Host host;

  StandardOutput(Host host) {
    this.host = host;
  }

  @Override
  FileKind kind() {
    return host.outFile() == null ? FileKind.OTHER : FileKind.of(host.outFile());
  }

  @Override
  void commit() {
    send(host.out(), NAME);
  }

  /** Writes the first bytes of an array at once, a part of what is never whole. */
  void send(byte[] bytes, int length) {
    send(host.out(), NAME, bytes, length);
  }
}
