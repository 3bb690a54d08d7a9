package dev.luakit.cli;

import dev.luakit.gateway.Gateway;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs one build for a BuildKit daemon, which is at the other end of standard input and output. */
record GatewayRequest() implements Request {

  @Override
  public void run(Host host) {
    if (host.outFile() != null && FileKind.of(host.outFile()) == FileKind.TERMINAL) {
      throw new UsageException(
          "luakit gateway talks to BuildKit over standard output, which is a terminal",
          "it is what a frontend's image runs; see docs/gateway.md");
    }
    System.setOut(System.err); // The one stream is the connection, whoever else thinks of printing.
    Logger.getLogger("")
        .setLevel(Level.OFF); // What matters of gRPC's troubles is told as an error.
    Gateway gateway = new Gateway(System.getenv(), new GatewayManners());
    switch (gateway.run(host.in(), host.out())) {
      case DONE -> {}
      case FAILED -> throw new ReportedException();
      case LOST -> throw new BrokenPipeException();
    }
  }
}
