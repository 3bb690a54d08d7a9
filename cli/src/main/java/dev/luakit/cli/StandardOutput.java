package dev.luakit.cli;

/** Standard output. */
final class StandardOutput extends Destination {
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
    send(host.out(), "to standard output");
  }
}
