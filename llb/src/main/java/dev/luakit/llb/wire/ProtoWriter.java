package dev.luakit.llb.wire;

import java.util.Arrays;

/**
 * Writes protobuf messages, field by field, in the order of the calls.
 *
 * <p>Scalars that have their default value are left out, as proto3 does; {@link #element} and
 * {@link #present} write them all the same, for repeated fields and oneofs. Text is given as
 * strings whose chars are bytes (0 to 255) and must be UTF-8.
 */
public final class ProtoWriter {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;

  /** The largest buffer that is kept for the next message. */
  private static final int LARGEST_KEPT = 1 << 20;

  private byte[] buffer;
  private int size;
  private int room = Integer.MAX_VALUE - 8;

  /**
   * Creates a writer whose buffer starts with room for {@code capacity} bytes, and grows.
   *
   * @param capacity at least 16
   */
  public ProtoWriter(int capacity) {
    buffer = new byte[Math.max(16, capacity)];
  }

  /** How many bytes have been written. */
  public int size() {
    return size;
  }

  /**
   * Forgets what was written, and starts a message for which there is only so much room. A writer
   * on which this is never called has room for 2 GiB.
   *
   * @param bytes how long the message may be; one that gets longer ends with a {@link
   *     MessageTooLongException} before a buffer is made for it
   */
  public void restart(long bytes) {
    size = 0;
    room = (int) Math.min(bytes, Integer.MAX_VALUE - 8);
    if (buffer.length > LARGEST_KEPT) {
      buffer = new byte[LARGEST_KEPT];
    }
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, size);
  }

  /** Writes an int32, int64, uint32, uint64 or enum field; zero is left out. */
  public void integer(int field, long value) {
    if (value != 0) {
      present(field, value);
    }
  }

  /** Writes an integer field even where it is zero. */
  public void present(int field, long value) {
    reserve(20);
    tag(field, VARINT);
    varint(value);
  }

  /** Writes a bool field; false is left out. */
  public void bool(int field, boolean value) {
    if (value) {
      present(field, 1);
    }
  }

  /**
   * Writes a string field; the empty string is left out.
   *
   * @param name what the field is called in an error
   * @throws MalformedTextException if the value is not UTF-8
   */
  public void string(int field, String name, String value) {
    if (!value.isEmpty()) {
      element(field, name, value);
    }
  }

  /**
   * Writes a string field even where it is empty.
   *
   * @param name what the field is called in an error
   * @throws MalformedTextException if the value is not UTF-8
   */
  public void element(int field, String name, String value) {
    int start = text(field, name, value);
    for (int i = start; i < size; i++) {
      if (buffer[i] < 0) {
        if (!Utf8.isWellFormed(buffer, i, size)) {
          throw new MalformedTextException(name);
        }
        return;
      }
    }
  }

  /**
   * Writes a bytes field, given as a string whose chars are bytes; the empty string is left out.
   *
   * @param name what the field is called in an error
   * @throws MalformedTextException if a char is not a byte
   */
  public void byteString(int field, String name, String value) {
    if (!value.isEmpty()) {
      text(field, name, value);
    }
  }

  /** Writes a bytes field, or a message that is marshaled already, even where it is empty. */
  public void bytes(int field, byte[] value) {
    reserve(20 + value.length);
    tag(field, LENGTH_DELIMITED);
    varint(value.length);
    System.arraycopy(value, 0, buffer, size, value.length);
    size += value.length;
  }

  /** Writes once more what another writer has written from {@code from} to {@code to}. */
  public void copy(ProtoWriter other, int from, int to) {
    reserve(to - from);
    System.arraycopy(other.buffer, from, buffer, size, to - from);
    size += to - from;
  }

  /** Writes one entry of a {@code map<string, string>}: both its key and its value, always. */
  public void entry(int field, String name, String key, String value) {
    int entry = begin(field);
    element(1, name, key);
    element(2, name, value);
    end(entry);
  }

  /**
   * Begins a message field, or a packed one, whose content is all that is written until {@link
   * #end}.
   *
   * @return the mark to give to {@link #end}
   */
  public int begin(int field) {
    reserve(20);
    tag(field, LENGTH_DELIMITED);
    return ++size;
  }

  /** Ends the message that {@link #begin} began. */
  public void end(int mark) {
    int length = size - mark;
    if (length < 0x80) {
      buffer[mark - 1] = (byte) length;
      return;
    }
    // One byte was kept for the length; a longer message moves up to make room for the rest.
    int more = (31 - Integer.numberOfLeadingZeros(length)) / 7;
    reserve(more);
    System.arraycopy(buffer, mark, buffer, mark + more, length);
    size = mark - 1;
    varint(length);
    size += length;
  }

  /** Writes a varint without a tag, as an element of a packed field. */
  public void packed(long value) {
    reserve(10);
    varint(value);
  }

  /** Writes tag, length and the chars as bytes, and returns where they start. */
  private int text(int field, String name, String value) {
    int length = value.length();
    reserve(20 + length);
    tag(field, LENGTH_DELIMITED);
    varint(length);
    int start = size;
    int at = start;
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c > 0xFF) {
        throw new MalformedTextException(name);
      }
      buffer[at++] = (byte) c;
    }
    size = at;
    return start;
  }

  private void tag(int field, int type) {
    varint((long) field << 3 | type);
  }

  private void varint(long value) {
    while ((value & ~0x7FL) != 0) {
      buffer[size++] = (byte) (value | 0x80);
      value >>>= 7;
    }
    buffer[size++] = (byte) value;
  }

  private void reserve(int more) {
    if (buffer.length - size < more) {
      long least = (long) size + more;
      if (least > room) {
        throw new MessageTooLongException();
      }
      long twice = Math.min(buffer.length * 2L, room);
      buffer = Arrays.copyOf(buffer, (int) Math.max(least, twice));
    }
  }
}
