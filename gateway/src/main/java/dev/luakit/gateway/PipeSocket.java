package dev.luakit.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/** A pair of streams that is a socket to gRPC, which has no other way to be given streams. */
final class PipeSocket extends Socket {
  private final InputStream in;
  private final OutputStream out;
  private volatile boolean closed;

  /**
   * @param in what the daemon writes
   * @param out what the daemon reads
   */
  PipeSocket(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  /** Both streams; a read that is under way may go on until the other side closes too. */
  @Override
  public void close() throws IOException {
    closed = true;
    try {
      out.close();
    } finally {
      in.close();
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setSoTimeout(int milliseconds) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
  }
}
