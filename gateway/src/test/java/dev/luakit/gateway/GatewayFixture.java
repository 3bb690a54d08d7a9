package dev.luakit.gateway;

import dev.luakit.proto.ops.ExecOp;
import dev.luakit.proto.ops.Op;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A double with a script, and a build to start at it. */
abstract class GatewayFixture {
  BuildKitDouble daemon;
  Builder builder;

  /** The files of the directory that the script is in. */
  Map<String, String> files;

  @BeforeEach
  void start() throws IOException {
    daemon = new BuildKitDouble();
    builder = new Builder(daemon);
    files = new TreeMap<>();
    daemon.directories.put("dockerfile", files);
    daemon.directories.put("context", new TreeMap<>());
  }

  @AfterEach
  void stop() {
    daemon.close();
  }

  void script(String text) {
    files.put("build.lua", text);
  }

  /** The one command of the result. */
  ExecOp builtCommand() throws InterruptedException {
    for (Op op : builder.buildOps()) {
      if (op.hasExec()) {
        return op.getExec();
      }
    }
    throw new AssertionError("the result has no command");
  }
}
