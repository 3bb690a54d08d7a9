package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Another file system, or a part of it.
 *
 * @param source the state, which may be scratch
 * @param target where the command finds it
 * @param selector the path within the source that is mounted, or empty for all of it
 * @param readonly whether the command can't write to it
 * @param contentCache whether the command's result is looked up by the source's content
 */
public record BindMount(
    State source, String target, String selector, boolean readonly, ContentCache contentCache)
    implements Mount {

  public BindMount {
    if (contentCache == ContentCache.ON && !readonly && !selector.isEmpty()) {
      throw new InvalidGraphException(
          "the content of a writable part of a state can't be what a result is looked up by: what"
              + " the command leaves has the rest of the state in it too");
    }
  }

  /** A mount for which the daemon decides how the command's result is looked up. */
  public BindMount(State source, String target, String selector, boolean readonly) {
    this(source, target, selector, readonly, ContentCache.DEFAULT);
  }

  @Override
  public String kind() {
    return "bind";
  }

  @Override
  public boolean hasOutput() {
    return !readonly;
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    Detail.add(details, "selector", selector);
    Detail.add(details, "readonly", readonly);
    return details;
  }

  @Override
  public long capabilities() {
    long needed = source.isScratch() ? 0 : Capability.EXEC_MOUNT_BIND.bit();
    if (!selector.isEmpty()) {
      needed |= Capability.EXEC_MOUNT_SELECTOR.bit();
    }
    if (contentCache != ContentCache.DEFAULT) {
      needed |= Capability.EXEC_MOUNT_CACHE_CONTENT.bit();
    }
    return needed;
  }

  @Override
  public void write(ProtoWriter out, int field, int input, int output) {
    int mount = out.begin(field);
    out.integer(1, input);
    out.string(2, "a mount's selector", selector);
    out.string(3, "a mount's target", target);
    out.integer(4, output);
    out.bool(5, readonly);
    out.integer(24, contentCache.ordinal());
    out.end(mount);
  }
}
