package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.List;

/**
 * The socket of an SSH agent of the user who builds.
 *
 * @param target where the command finds it
 * @param id which of the agents that the build was given
 * @param uid the number of the socket's user
 * @param gid the number of the socket's group
 * @param mode the socket's permissions
 * @param optional whether the command runs without it where the agent is not given
 */
public record SshMount(
    String target, String id, long uid, long gid, FileMode mode, boolean optional)
    implements Mount {
  private static final int TYPE = 2;

  public SshMount {
    Mount.checkId("SSH", uid);
    Mount.checkId("SSH", gid);
    if (id.isEmpty()) {
      throw new InvalidGraphException("the ID of an SSH agent must not be empty");
    }
    mode.checkBits("an SSH mount");
  }

  @Override
  public String kind() {
    return "ssh";
  }

  @Override
  public List<Detail> details() {
    return Mount.details(id, uid, gid, mode, optional);
  }

  @Override
  public long capabilities() {
    return Capability.EXEC_MOUNT_SSH.bit();
  }

  @Override
  public void write(ProtoWriter out, int field, int input, int output) {
    int mount = out.begin(field);
    out.integer(1, input);
    out.string(3, "a mount's target", target);
    out.integer(4, output);
    out.integer(6, TYPE);
    int ssh = out.begin(22);
    out.string(1, "the ID of an SSH agent", id);
    out.integer(2, uid);
    out.integer(3, gid);
    out.integer(4, mode.bits());
    out.bool(5, optional);
    out.end(ssh);
    out.end(mount);
  }
}
