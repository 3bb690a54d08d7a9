package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A directory that stays from build to build, and in no file system.
 *
 * @param source the state that the cache starts from, null or scratch for an empty directory
 * @param selector the path within the source, or empty for all of it
 * @param target where the command finds it
 * @param id what makes it the same cache for several commands
 * @param sharing what happens when several commands use it at once
 */
public record CacheMount(
    State source, String selector, String target, String id, CacheSharing sharing)
    implements Mount {
  private static final int TYPE = 3;

  public CacheMount {
    if (id.isEmpty()) {
      throw new InvalidGraphException("the ID of a cache mount must not be empty");
    }
  }

  @Override
  public String kind() {
    return "cache";
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("id", id));
    details.add(new Detail("sharing", sharing.text()));
    return details;
  }

  @Override
  public long capabilities() {
    long needed = Capability.EXEC_MOUNT_CACHE.bit() | Capability.EXEC_MOUNT_CACHE_SHARING.bit();
    return selector.isEmpty() ? needed : needed | Capability.EXEC_MOUNT_SELECTOR.bit();
  }

  @Override
  public void write(ProtoWriter out, int field, int input, int output) {
    int mount = out.begin(field);
    out.integer(1, input);
    out.string(2, "a mount's selector", selector);
    out.string(3, "a mount's target", target);
    out.integer(4, output);
    out.integer(6, TYPE);
    int cache = out.begin(20);
    out.string(1, "a cache mount's ID", id);
    out.integer(2, sharing.ordinal());
    out.end(cache);
    out.end(mount);
  }
}
