package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.List;

/**
 * A file with a secret in it, which no definition and no file system holds.
 *
 * @param target where the command finds it
 * @param id the secret's ID
 * @param uid the number of the file's user
 * @param gid the number of the file's group
 * @param mode the file's permissions
 * @param optional whether the command runs without it where the secret is not given
 */
public record SecretMount(
    String target, String id, long uid, long gid, FileMode mode, boolean optional)
    implements Mount {
  private static final int TYPE = 1;

  public SecretMount {
    Mount.checkId("secret", uid);
    Mount.checkId("secret", gid);
    if (id.isEmpty()) {
      throw new InvalidGraphException("the ID of a secret must not be empty");
    }
    mode.checkBits("a secret mount");
  }

  @Override
  public String kind() {
    return "secret";
  }

  @Override
  public List<Detail> details() {
    return Mount.details(id, uid, gid, mode, optional);
  }

  @Override
  public long capabilities() {
    return Capability.EXEC_MOUNT_SECRET.bit();
  }

  @Override
  public void write(ProtoWriter out, int field, int input, int output) {
    int mount = out.begin(field);
    out.integer(1, input);
    out.string(3, "a mount's target", target);
    out.integer(4, output);
    out.integer(6, TYPE);
    int secret = out.begin(21);
    out.string(1, "a secret's ID", id);
    out.integer(2, uid);
    out.integer(3, gid);
    out.integer(4, mode.bits());
    out.bool(5, optional);
    out.end(secret);
    out.end(mount);
  }
}
