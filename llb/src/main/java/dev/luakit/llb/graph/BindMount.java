package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;

/**
 * Another file system, or a part of it.
 *
 * @param source the state, which may be scratch
 * @param target where the command finds it
 * @param selector the path within the source that is mounted, or empty for all of it
 * @param readonly whether the command can't write to it
 */
public record BindMount(State source, String target, String selector, boolean readonly)
    implements Mount {

  @Override
  public String kind() {
    return "bind";
  }

  @Override
  public boolean hasOutput() {
    return !readonly;
  }

  @Override
  public long capabilities() {
    long needed = source.isScratch() ? 0 : Capability.EXEC_MOUNT_BIND.bit();
    return selector.isEmpty() ? needed : needed | Capability.EXEC_MOUNT_SELECTOR.bit();
  }

  @Override
  public void write(ProtoWriter out, int field, int input, int output) {
    int mount = out.begin(field);
    out.integer(1, input);
    out.string(2, "a mount's selector", selector);
    out.string(3, "a mount's target", target);
    out.integer(4, output);
    out.bool(5, readonly);
    out.end(mount);
  }
}
