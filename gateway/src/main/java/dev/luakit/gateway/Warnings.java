package dev.luakit.gateway;

import com.google.protobuf.ByteString;
import dev.luakit.proto.gateway.WarnRequest;
import dev.luakit.proto.ops.Range;
import dev.luakit.proto.ops.SourceInfo;

/** Tells the user what does not keep the build from going on. */
final class Warnings {
  /** Most characters of a warning: scripts print what they like. */
  private static final int MOST = 4000;

  private final Bridge bridge;
  private final Manners manners;
  private final boolean shown;
  private final ScriptText script;

  /**
   * @param script at whose operation the build's progress shows the warnings
   */
  Warnings(Bridge bridge, Daemon daemon, ScriptText script, Manners manners) {
    this.bridge = bridge;
    this.manners = manners;
    this.script = script;
    shown = daemon.can(Daemon.WARNINGS);
  }

  /** Tells something. Of no line, so that the script need not go with it, which may be long. */
  void warn(String message) {
    warn(message, WarnRequest.newBuilder());
  }

  /**
   * Tells something of a place.
   *
   * @param hint what to do about it
   * @param file the place's file
   * @param range where in it
   */
  void warn(String message, String hint, SourceInfo file, Range range) {
    warn(
        message,
        WarnRequest.newBuilder()
            .addDetail(ByteString.copyFromUtf8("hint: " + manners.visible(hint)))
            .setInfo(file)
            .addRanges(range));
  }

  private void warn(String message, WarnRequest.Builder request) {
    if (!shown) {
      return;
    }
    String text = message;
    if (message.length() > MOST) {
      text = message.substring(0, MOST) + "… (" + (message.length() - MOST) + " more characters)";
    }
    try {
      bridge.warn(
          request
              .setDigest(script.digest())
              .setLevel(1)
              .setShort(ByteString.copyFromUtf8(manners.visible(text)))
              .build());
    } catch (BridgeException e) {
      return; // A build does not depend on whether its warnings are shown.
    }
  }
}
