package dev.luakit.gateway;

import dev.luakit.proto.gateway.CacheOptionsEntry;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.gateway.SolveResponse;
import dev.luakit.proto.ops.Definition;
import java.util.List;

/** Has the daemon make file systems. It makes them when somebody needs them. */
final class Solving {
  private Solving() {}

  /**
   * Has a definition made.
   *
   * @param caches where results of earlier builds may be found
   * @return what the daemon calls the result; empty for scratch
   */
  static String solve(Bridge bridge, Definition definition, List<CacheOptionsEntry> caches) {
    if (definition.getDefCount() < 2) {
      return ""; // the terminal operation alone, which the daemon would refuse
    }
    SolveResponse response =
        bridge.solve(
            SolveRequest.newBuilder()
                .setDefinition(definition)
                .addAllCacheImports(caches)
                .setAllowResultReturn(true)
                .setAllowResultArrayRef(true)
                .build());
    Result result = response.getResult();
    return switch (result.getResultCase()) {
      case REF -> result.getRef().getId();
      case REFDEPRECATED -> result.getRefDeprecated();
      default -> response.getRef();
    };
  }
}
