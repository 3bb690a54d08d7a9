package dev.luakit.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stream that tells when it is at its end. */
final class WatchedInput extends FilterInputStream {
  private final Runnable whenEnded;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * @param whenEnded run once, by whoever reads or closes the stream
   */
  WatchedInput(InputStream in, Runnable whenEnded) {
    super(in);
    this.whenEnded = whenEnded;
  }

  @Override
  public int read() throws IOException {
    try {
      return told(in.read());
    } catch (IOException e) {
      told(-1);
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return told(in.read(bytes, offset, length));
    } catch (IOException e) {
      told(-1);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    told(-1);
    super.close();
  }

  private int told(int result) {
    if (result < 0 && ended.compareAndSet(false, true)) {
      whenEnded.run();
    }
    return result;
  }
}
