package dev.luakit.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.wire.Sha256;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.Op;

/** Definitions as messages. */
final class Definitions {
  private Definitions() {}

  /**
   * The digest of the operation that a definition's last one names; empty for scratch.
   *
   * @param last the last operation, marshaled
   */
  static String terminalInput(ByteString last) {
    try {
      Op op = Op.parseFrom(last);
      return op.getInputsCount() == 0 ? "" : op.getInputs(0).getDigest();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The digest of an operation.
   *
   * @param operation the operation, marshaled
   */
  static String digest(ByteString operation) {
    return new Sha256().digest(operation.toByteArray());
  }

  static Definition of(State state) {
    return of(dev.luakit.llb.graph.Definition.of(state));
  }

  static Definition of(dev.luakit.llb.graph.Definition definition) {
    try {
      return Definition.parseFrom(definition.toByteArray());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
