package dev.luakit.cli;

import dev.luakit.gateway.Gateway;

/** Runs one build for a BuildKit daemon, which is at the other end of standard input and output. */
record GatewayRequest() implements Request {
  @Override
  public void run(Host host) {
    System.setOut(System.err); // The one stream is the connection, whoever else thinks of printing.
    Gateway.run(System.getenv(), host.in(), host.out());
  }
}
