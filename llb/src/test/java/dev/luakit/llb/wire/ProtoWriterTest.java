package dev.luakit.llb.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bytes are those that protobuf's own library writes. */
class ProtoWriterTest {
  private static byte[] coded(Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    body.write(out);
    out.flush();
    return bytes.toByteArray();
  }

  private interface Body {
    void write(CodedOutputStream out) throws IOException;
  }

  @Test
  void numbersOfEverySize() throws IOException {
    for (int bit = 0; bit < 64; bit++) {
      for (long value : new long[] {1L << bit, (1L << bit) - 1, -(1L << bit)}) {
        ProtoWriter writer = new ProtoWriter(0);
        writer.present(3, value);
        writer.present(536870911, value);
        assertArrayEquals(
            coded(
                out -> {
                  out.writeInt64(3, value);
                  out.writeInt64(536870911, value);
                }),
            writer.toByteArray());
      }
    }
  }

  @Test
  void messagesOfEveryLength() throws IOException {
    for (int length = 0; length < 40_000; length += 1 + length / 20) {
      byte[] data = new byte[length];
      ProtoWriter writer = new ProtoWriter(16);
      int outer = writer.begin(1);
      int inner = writer.begin(2);
      writer.bytes(3, data);
      writer.end(inner);
      writer.present(4, 1);
      writer.end(outer);
      byte[] innerBytes = coded(out -> out.writeByteArray(3, data));
      byte[] outerBytes =
          coded(
              out -> {
                out.writeByteArray(2, innerBytes);
                out.writeInt32(4, 1);
              });
      assertArrayEquals(coded(out -> out.writeByteArray(1, outerBytes)), writer.toByteArray());
    }
  }

  @Test
  void defaultsAreLeftOutUnlessTheyMustBePresent() {
    ProtoWriter writer = new ProtoWriter(16);
    writer.integer(1, 0);
    writer.bool(2, false);
    writer.string(3, "text", "");
    writer.byteString(4, "data", "");
    assertEquals(0, writer.size());
    writer.present(1, 0);
    writer.element(3, "text", "");
    assertArrayEquals(new byte[] {8, 0, 26, 0}, writer.toByteArray());
  }

  @Test
  void textIsWrittenByteByByte() throws IOException {
    String text = "größe 🎉";
    ProtoWriter writer = new ProtoWriter(16);
    writer.string(
        1, "text", new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    assertArrayEquals(coded(out -> out.writeString(1, text)), writer.toByteArray());
  }

  @Test
  void textThatIsNotUtf8IsRejectedByName() {
    ProtoWriter writer = new ProtoWriter(16);
    for (String bad : new String[] {"a\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u0100"}) {
      MalformedTextException e =
          assertThrows(MalformedTextException.class, () -> writer.string(1, "the path", bad));
      assertEquals("the path is not valid UTF-8", e.getMessage());
    }
  }

  @Test
  void dataMayBeAnyBytes() {
    ProtoWriter writer = new ProtoWriter(16);
    writer.byteString(1, "data", "\u00ff\u0000");
    assertArrayEquals(new byte[] {10, 2, -1, 0}, writer.toByteArray());
    assertThrows(MalformedTextException.class, () -> writer.byteString(1, "data", "\u0100"));
  }

  @Test
  void wellFormedIsWhatTheJdkCanDecode() {
    Random random = new Random(1);
    int[] interesting = {
      0, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
      0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF
    };
    int wellFormed = 0;
    for (int round = 0; round < 300_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(5)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) interesting[random.nextInt(interesting.length)];
      }
      boolean decodes = decodes(bytes);
      wellFormed += decodes ? 1 : 0;
      assertEquals(decodes, Utf8.isWellFormed(bytes, 0, bytes.length));
      assertEquals(decodes, Utf8.isWellFormed(new String(bytes, StandardCharsets.ISO_8859_1)));
    }
    assertTrue(wellFormed > 1000);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
