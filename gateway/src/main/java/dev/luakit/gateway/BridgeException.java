package dev.luakit.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.luakit.proto.rpc.Status;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;

/** BuildKit refused a call, or could not do what it was asked for. */
final class BridgeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Where gRPC puts a failure's details. */
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private final transient Status status;

  /** The failure of a call. */
  BridgeException(StatusRuntimeException cause) {
    super(cause.getStatus().getDescription(), cause);
    status = status(cause);
  }

  private static Status status(StatusRuntimeException cause) {
    byte[] details = cause.getTrailers() == null ? null : cause.getTrailers().get(DETAILS);
    if (details != null) {
      try {
        return Status.parseFrom(details);
      } catch (InvalidProtocolBufferException e) {
        cause.addSuppressed(e);
      }
    }
    String message = cause.getStatus().getDescription();
    return Status.newBuilder()
        .setCode(cause.getStatus().getCode().value())
        .setMessage(message == null ? cause.getStatus().getCode().toString() : message)
        .build();
  }

  /** What BuildKit said, with all details. */
  Status status() {
    return status;
  }

  /** What BuildKit said, in words. */
  String text() {
    return status.getMessage();
  }

  boolean is(io.grpc.Status.Code code) {
    return status.getCode() == code.value();
  }
}
