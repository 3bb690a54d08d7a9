package dev.luakit.llb.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * How commands run that do not say it themselves: what whoever starts the build asks for.
 *
 * @param network the network that they see
 * @param hostname the host's name, or empty
 * @param extraHosts hosts that they know in addition, unless they know them already
 * @param ulimits limits of their processes, unless they set a limit of that name
 * @param cgroupParent the cgroup below which they run, or empty
 * @param proxy the proxies, or null
 * @param resources limits of memory and processor time, or null
 * @param sharedMemory bytes of {@code /dev/shm}, or 0 for the builder's own
 */
public record RunDefaults(
    NetworkMode network,
    String hostname,
    List<ExtraHost> extraHosts,
    List<Ulimit> ulimits,
    String cgroupParent,
    ProxyEnv proxy,
    LinuxResources resources,
    long sharedMemory) {

  /** Nothing but what BuildKit does anyway. */
  public static final RunDefaults NONE =
      new RunDefaults(NetworkMode.SANDBOX, "", List.of(), List.of(), "", null, null, 0);

  private static final String SHARED_MEMORY = "/dev/shm";

  public RunDefaults {
    extraHosts = List.copyOf(extraHosts);
    ulimits = List.copyOf(ulimits);
  }

  /** The hosts of a command. */
  public List<ExtraHost> extraHosts(List<ExtraHost> given) {
    if (extraHosts.isEmpty()) {
      return given;
    }
    List<ExtraHost> all = new ArrayList<>(given);
    for (int i = 0; i < extraHosts.size(); i++) {
      ExtraHost host = extraHosts.get(i);
      boolean known = false;
      for (int j = 0; j < given.size(); j++) {
        known |= given.get(j).host().equalsIgnoreCase(host.host());
      }
      if (!known) {
        all.add(host);
      }
    }
    return all;
  }

  /** The limits of a command's process. */
  public List<Ulimit> ulimits(List<Ulimit> given) {
    if (ulimits.isEmpty()) {
      return given;
    }
    List<Ulimit> all = new ArrayList<>(given);
    for (int i = 0; i < ulimits.size(); i++) {
      Ulimit limit = ulimits.get(i);
      boolean set = false;
      for (int j = 0; j < given.size(); j++) {
        set |= given.get(j).name().equals(limit.name());
      }
      if (!set) {
        all.add(limit);
      }
    }
    return all;
  }

  /** The mounts of a command. */
  public List<Mount> mounts(List<Mount> given) {
    if (sharedMemory == 0) {
      return given;
    }
    for (int i = 0; i < given.size(); i++) {
      if (UnixPath.clean(given.get(i).target()).equals(SHARED_MEMORY)) {
        return given;
      }
    }
    List<Mount> all = new ArrayList<>(given);
    all.add(new TmpfsMount(SHARED_MEMORY, sharedMemory));
    return all;
  }
}
