package dev.luakit.gateway;

import com.google.protobuf.ByteString;
import dev.luakit.proto.gateway.WarnRequest;
import dev.luakit.proto.ops.Range;
import dev.luakit.proto.ops.SourceInfo;

/** Tells the user what does not keep the build from going on. */
final class Warnings {
  private final Bridge bridge;
  private final boolean shown;
  private final ScriptText script;

  /**
   * @param script at whose operation the build's progress shows the warnings
   */
  Warnings(Bridge bridge, Daemon daemon, ScriptText script) {
    this.bridge = bridge;
    this.script = script;
    shown = daemon.can(Daemon.WARNINGS);
  }

  /**
   * Tells something.
   *
   * @param range where in the script it is, or null
   */
  void warn(String message, Range range) {
    if (!shown) {
      return;
    }
    SourceInfo info = script.info();
    WarnRequest.Builder request =
        WarnRequest.newBuilder()
            .setDigest(script.digest())
            .setLevel(1)
            .setShort(ByteString.copyFromUtf8(message))
            .setInfo(info);
    if (range != null) {
      request.addRanges(range);
    }
    try {
      bridge.warn(request.build());
    } catch (BridgeException e) {
      return; // A build does not depend on whether its warnings are shown.
    }
  }
}
