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

  /** Tells something of the script as a whole. */
  void warn(String message) {
    warn(message, null, script.info(), null);
  }

  /**
   * Tells something of a place.
   *
   * @param hint what to do about it, or null
   * @param file the place's file
   * @param range where in it, or null
   */
  void warn(String message, String hint, SourceInfo file, Range range) {
    if (!shown) {
      return;
    }
    String text = message;
    if (message.length() > MOST) {
      text = message.substring(0, MOST) + "… (" + (message.length() - MOST) + " more characters)";
    }
    WarnRequest.Builder request =
        WarnRequest.newBuilder()
            .setDigest(script.digest())
            .setLevel(1)
            .setShort(ByteString.copyFromUtf8(manners.visible(text)))
            .setInfo(file);
    if (hint != null) {
      request.addDetail(ByteString.copyFromUtf8("hint: " + hint));
    }
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
