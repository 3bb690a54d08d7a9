package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.luakit.proto.ops.Input;
import dev.luakit.proto.ops.Op;
import dev.luakit.proto.ops.OpMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares definitions with those that BuildKit's own Go client makes for the same graphs. */
final class Golden {
  private Golden() {}

  /**
   * Fails unless the definition has the recorded operations, byte for byte, each after its inputs
   * and the terminal one last, and says the same about each of them.
   */
  static void assertAsRecorded(String name, State exported) {
    assertAsRecorded(name, Definition.of(exported).toByteArray());
  }

  static void assertAsRecorded(String name, byte[] definition) {
    dev.luakit.proto.ops.Definition wanted = recorded(name);
    dev.luakit.proto.ops.Definition got = parse(definition);

    for (ByteString op : got.getDefList()) {
      if (!wanted.getDefList().contains(op)) {
        assertEquals(text(wanted.getDefList()), text(got.getDefList()), name);
      }
    }
    assertEquals(wanted.getDefCount(), got.getDefCount(), name);
    assertWellOrdered(got.getDefList());
    assertEquals(last(wanted), last(got), name);
    assertEquals(metadata(wanted), metadata(got), name);
  }

  private static dev.luakit.proto.ops.Definition recorded(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".pb")) {
      return dev.luakit.proto.ops.Definition.parseFrom(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static dev.luakit.proto.ops.Definition parse(byte[] bytes) {
    try {
      return dev.luakit.proto.ops.Definition.parseFrom(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Op op(ByteString bytes) {
    try {
      return Op.parseFrom(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String digest(ByteString op) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(op.toByteArray());
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static void assertWellOrdered(List<ByteString> ops) {
    Set<String> seen = new HashSet<>();
    for (ByteString bytes : ops) {
      for (Input input : op(bytes).getInputsList()) {
        assertTrue(seen.contains(input.getDigest()), "an op stands before its input");
      }
      assertTrue(seen.add(digest(bytes)), "an op stands twice");
    }
  }

  private static ByteString last(dev.luakit.proto.ops.Definition definition) {
    return definition.getDef(definition.getDefCount() - 1);
  }

  private static Map<String, OpMetadata> metadata(dev.luakit.proto.ops.Definition definition) {
    Map<String, OpMetadata> metadata = new HashMap<>();
    for (Map.Entry<String, OpMetadata> entry : definition.getMetadataMap().entrySet()) {
      metadata.put(
          entry.getKey(),
          entry.getValue().toBuilder().removeDescription("containerimage.config").build());
    }
    return metadata;
  }

  private static String text(List<ByteString> ops) {
    StringBuilder out = new StringBuilder();
    for (ByteString op : ops) {
      out.append(op(op)).append("---\n");
    }
    return out.toString();
  }
}
