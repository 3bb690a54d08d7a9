package dev.luakit.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * How a message travels.
 *
 * @param parser reads messages of this kind
 */
record MessageMarshaller<M extends MessageLite>(Parser<M> parser)
    implements MethodDescriptor.Marshaller<M> {

  @Override
  public InputStream stream(M message) {
    return new ByteArrayInputStream(message.toByteArray());
  }

  @Override
  public M parse(InputStream stream) {
    try {
      return parser.parseFrom(stream);
    } catch (InvalidProtocolBufferException e) {
      throw Status.INTERNAL
          .withDescription("BuildKit sent a message that can't be read: " + e.getMessage())
          .withCause(e)
          .asRuntimeException();
    }
  }
}
