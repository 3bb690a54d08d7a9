package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.luakit.proto.ops.Input;
import dev.luakit.proto.ops.Locations;
import dev.luakit.proto.ops.Op;
import dev.luakit.proto.ops.Range;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true of every definition, whatever is in it. */
public final class DefinitionCheck {
  private DefinitionCheck() {}

  /** Fails unless all of it is true. */
  public static void assertSound(byte[] bytes) {
    dev.luakit.proto.ops.Definition definition = Golden.parse(bytes);
    assertArrayEquals(bytes, rewritten(definition), "protobuf-java writes the same");
    assertTrue(definition.getUnknownFields().asMap().isEmpty(), "unknown fields");
    List<ByteString> ops = definition.getDefList();
    Golden.assertWellOrdered(ops);
    Map<String, Op> byDigest = new HashMap<>();
    for (ByteString op : ops) {
      byDigest.put(Golden.digest(op), read(op));
    }
    Op terminal = Golden.op(ops.getLast());
    assertEquals(Op.OpCase.OP_NOT_SET, terminal.getOpCase(), "the last one does nothing");
    assertEquals(ops.size() == 1 ? 0 : 1, terminal.getInputsCount());
    Set<String> reached = new HashSet<>();
    reach(terminal, byDigest, reached);
    reached.add(Golden.digest(ops.getLast()));
    assertEquals(byDigest.keySet(), reached, "nothing is written that is not needed");
    assertEquals(byDigest.keySet(), definition.getMetadataMap().keySet(), "metadata of each");
    assertPlaces(definition, byDigest.keySet());
  }

  private static byte[] rewritten(dev.luakit.proto.ops.Definition definition) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CodedOutputStream coded = CodedOutputStream.newInstance(out);
    coded.useDeterministicSerialization();
    try {
      definition.writeTo(coded);
      coded.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  /** An operation, whose fields BuildKit writes in an order of its own. */
  private static Op read(ByteString bytes) {
    Op op = Golden.op(bytes);
    assertTrue(op.getUnknownFields().asMap().isEmpty(), "unknown fields");
    assertEquals(op, Golden.op(op.toByteString()));
    assertEquals(bytes.size(), op.getSerializedSize(), "protobuf-java writes as many bytes");
    return op;
  }

  private static void reach(Op from, Map<String, Op> byDigest, Set<String> reached) {
    for (Input input : from.getInputsList()) {
      assertTrue(input.getIndex() >= 0, "an output's number");
      if (reached.add(input.getDigest())) {
        reach(byDigest.get(input.getDigest()), byDigest, reached);
      }
    }
  }

  private static void assertPlaces(
      dev.luakit.proto.ops.Definition definition, Set<String> digests) {
    int infos = definition.getSource().getInfosCount();
    for (Map.Entry<String, Locations> of : definition.getSource().getLocationsMap().entrySet()) {
      assertTrue(digests.contains(of.getKey()), "places of operations that are there");
      for (dev.luakit.proto.ops.Location location : of.getValue().getLocationsList()) {
        assertTrue(location.getSourceIndex() >= 0 && location.getSourceIndex() < infos);
        for (Range range : location.getRangesList()) {
          assertTrue(range.getStart().getLine() >= 1);
          assertTrue(range.getStart().getLine() <= range.getEnd().getLine(), range::toString);
        }
      }
    }
  }
}
