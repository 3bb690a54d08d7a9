package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;

/**
 * A directory that stays from build to build, and in no file system.
 *
 * @param target where the command finds it
 * @param id what makes it the same cache for several commands
 * @param sharing what happens when several commands use it at once
 */
public record CacheMount(String target, String id, CacheSharing sharing) implements Mount {
  private static final int TYPE = 3;

  public CacheMount {
    if (id.isEmpty()) {
      throw new InvalidGraphException("the ID of a cache mount must not be empty");
    }
  }

  @Override
  public State source() {
    return null;
  }

  @Override
  public String kind() {
    return "cache";
  }

  @Override
  public boolean hasOutput() {
    return false;
  }

  @Override
  public long capabilities() {
    return Capability.EXEC_MOUNT_CACHE.bit() | Capability.EXEC_MOUNT_CACHE_SHARING.bit();
  }

  @Override
  public void write(ProtoWriter out, int field, int input, int output) {
    int mount = out.begin(field);
    out.integer(1, input);
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
