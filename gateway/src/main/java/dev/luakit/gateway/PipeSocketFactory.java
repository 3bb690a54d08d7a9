package dev.luakit.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;

/** Gives out one socket, once: what is lost on a pipe can't be connected to again. */
final class PipeSocketFactory extends SocketFactory {
  private final AtomicReference<Socket> socket;

  PipeSocketFactory(Socket socket) {
    this.socket = new AtomicReference<>(socket);
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket only = socket.getAndSet(null);
    if (only == null) {
      throw new IOException("the connection to BuildKit is lost");
    }
    return only;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket();
  }
}
