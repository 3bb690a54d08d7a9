package dev.luakit.gateway;

import dev.luakit.llb.graph.Platform;
import dev.luakit.proto.gateway.APICap;
import dev.luakit.proto.gateway.PongResponse;
import dev.luakit.proto.gateway.WorkerRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the daemon can do.
 *
 * @param calls the capabilities of its service
 * @param operations the capabilities of its operations
 * @param platform the platform of its machine
 */
record Daemon(Set<String> calls, Set<String> operations, Platform platform) {
  static final String RETURN = "return";
  static final String RETURN_MAP = "returnmap";
  static final String REF_ARRAY = "proto.refarray";
  static final String INPUTS = "frontend.inputs";
  static final String WARNINGS = "gateway.warnings";
  static final String SOURCE_META = "source.metaresolver";

  /** What a daemon can do that names no capabilities: it is older than they are. */
  private static final Set<String> OLDEST_CALLS =
      Set.of("solve.base", "solve.inlinereturn", "resolveimage", "readfile");

  private static final Set<String> OLDEST_OPERATIONS =
      Set.of(
          "source.image",
          "source.local",
          "source.local.unique",
          "source.local.sessionid",
          "source.local.includepatterns",
          "source.local.followpaths",
          "source.local.excludepatterns",
          "source.local.sharedkeyhint",
          "source.git",
          "source.git.keepgitdir",
          "source.git.fullurl",
          "source.http",
          "source.http.checksum",
          "source.http.perm",
          "soruce.http.uidgid",
          "exec.meta.base",
          "exec.meta.proxyenv",
          "exec.mount.bind",
          "exec.mount.cache",
          "exec.mount.cache.sharing",
          "exec.mount.selector",
          "exec.mount.tmpfs",
          "exec.mount.secret",
          "constraints",
          "platform",
          "meta.ignorecache",
          "meta.description",
          "meta.exportcache");

  /** What a daemon says about itself. */
  static Daemon of(PongResponse pong) {
    Set<String> calls = enabled(pong.getFrontendAPICapsList());
    Set<String> operations = enabled(pong.getLLBCapsList());
    return new Daemon(
        pong.getFrontendAPICapsCount() == 0 ? OLDEST_CALLS : calls,
        pong.getLLBCapsCount() == 0 ? OLDEST_OPERATIONS : operations,
        platform(pong.getWorkersList()));
  }

  private static Set<String> enabled(List<APICap> capabilities) {
    Set<String> enabled = new HashSet<>();
    for (APICap capability : capabilities) {
      if (capability.getEnabled()) {
        enabled.add(capability.getID());
      }
    }
    return enabled;
  }

  private static Platform platform(List<WorkerRecord> workers) {
    for (WorkerRecord worker : workers) {
      for (dev.luakit.proto.ops.Platform platform : worker.getPlatformsList()) {
        return Platform.of(platform.getOS(), platform.getArchitecture(), platform.getVariant());
      }
    }
    return Platform.of("linux", System.getProperty("os.arch"), "");
  }

  /** Whether its service has a capability. */
  boolean can(String call) {
    return calls.contains(call);
  }
}
