package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A command run in a file system. */
public final class ExecOp extends Op {
  private static final String AGENT_VARIABLE = "SSH_AUTH_SOCK";

  private final Command command;
  private final Environment env;
  private final String workingDirectory;
  private final String user;

  /** The mounts as they are written: the file systems by target, then secrets, then sockets. */
  private final List<Mount> mounts;

  /** For each of those, its input and its output. */
  private final int[] mountInputs;

  private final int[] mountOutputs;
  private final BindMount root;

  ExecOp(State base, Command command, Platform platform) {
    super(platform);
    this.command = command;
    workingDirectory = directory(base, command);
    user = command.user() == null ? base.config().user() : command.user();

    root = new BindMount(base, "/", "", command.readonlyRoot());
    mounts = new ArrayList<>(command.mounts().size() + 1);
    mounts.add(root);
    String agent = null;
    for (int i = 0; i < command.mounts().size(); i++) {
      Mount mount = command.mounts().get(i);
      check(base, mount);
      if (mount instanceof SshMount && agent == null) {
        agent = mount.target();
      }
      mounts.add(mount);
    }
    mounts.sort(new WrittenOrder());
    Environment all = base.config().env().withAll(command.env());
    env = agent != null && all.get(AGENT_VARIABLE) == null ? all.with(AGENT_VARIABLE, agent) : all;

    mountInputs = new int[mounts.size()];
    mountOutputs = new int[mounts.size()];
    int outputs = 0;
    for (int i = 0; i < mounts.size(); i++) {
      Mount mount = mounts.get(i);
      State source = mount.source();
      mountInputs[i] = inputs.add(source == null ? null : source.output());
      if (mount.hasOutput()) {
        mountOutputs[i] = outputs++;
      } else {
        mountOutputs[i] = rank(mount) == 0 ? -1 : 0;
      }
      require(mount.capabilities());
    }
    requireCapabilities();
  }

  private static String directory(State base, Command command) {
    String directory = command.workingDirectory();
    return directory == null
        ? base.workingDirectory()
        : UnixPath.changeDirectory(base.workingDirectory(), directory);
  }

  private static void check(State base, Mount mount) {
    String target = mount.target();
    if (target.isEmpty() || UnixPath.clean(target).equals("/")) {
      throw new InvalidGraphException(
          "the " + mount.kind() + " mount needs a target other than \"" + target + "\"");
    }
    if (mount.source() != null) {
      base.graph().check(mount.source());
    }
  }

  /** Where a mount's kind stands among the others. */
  private static int rank(Mount mount) {
    if (mount instanceof SshMount) {
      return 2;
    }
    return mount instanceof SecretMount ? 1 : 0;
  }

  /** By kind, and the file systems by target; the rest stays in the order in which it was given. */
  private static final class WrittenOrder implements Comparator<Mount> {
    @Override
    public int compare(Mount a, Mount b) {
      int order = rank(a) - rank(b);
      return order != 0 || rank(a) != 0 ? order : a.target().compareTo(b.target());
    }
  }

  private void requireCapabilities() {
    require(Capability.EXEC_META_BASE);
    if (command.validExitCodes() != null) {
      require(Capability.EXEC_VALID_EXIT_CODE);
    }
    if (!command.ulimits().isEmpty()) {
      require(Capability.EXEC_META_ULIMIT);
    }
    if (command.metadata().resources() != null) {
      require(Capability.EXEC_META_LINUX_RESOURCES);
    }
    if (command.network() != NetworkMode.SANDBOX) {
      require(Capability.EXEC_META_NETWORK);
    }
    if (command.security() != SecurityMode.SANDBOX) {
      require(Capability.EXEC_META_SECURITY);
    }
    if (command.proxy() != null) {
      require(Capability.EXEC_META_PROXY);
    }
    if (!command.secretEnv().isEmpty()) {
      require(Capability.EXEC_MOUNT_SECRET);
      require(Capability.EXEC_SECRET_ENV);
    }
    if (!command.devices().isEmpty()) {
      require(Capability.EXEC_META_CDI);
    }
  }

  public Command command() {
    return command;
  }

  /** The file system that the command runs in. */
  public State base() {
    return root.source();
  }

  /** Which output is the file system that the command ran in, or -1. */
  int rootOutput() {
    return outputOf(root);
  }

  /** Which output is that of the command's mount at {@code position}, or -1. */
  int mountOutput(int position) {
    Mount mount = command.mounts().get(position);
    return mount.hasOutput() ? outputOf(mount) : -1;
  }

  private int outputOf(Mount mount) {
    for (int i = 0; i < mountOutputs.length; i++) {
      if (mounts.get(i) == mount) {
        return mountOutputs[i];
      }
    }
    return -1;
  }

  @Override
  public String kind() {
    return "run";
  }

  @Override
  public String label() {
    List<String> arguments = command.arguments();
    boolean shell =
        arguments.size() == 3
            && arguments.get(0).equals("/bin/sh")
            && arguments.get(1).equals("-c");
    StringBuilder out = new StringBuilder();
    for (int i = shell ? 2 : 0; i < arguments.size(); i++) {
      if (!out.isEmpty()) {
        out.append(' ');
      }
      out.append(arguments.get(i));
    }
    return out.toString();
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    for (int i = 0; i < command.arguments().size(); i++) {
      details.add(new Detail("arg", command.arguments().get(i)));
    }
    List<String> variables = env.entries();
    for (int i = 0; i < variables.size(); i++) {
      details.add(new Detail("env", variables.get(i)));
    }
    details.add(new Detail("cwd", workingDirectory));
    Detail.add(details, "user", user);
    Detail.add(details, "hostname", command.hostname());
    if (command.network() != NetworkMode.SANDBOX) {
      details.add(new Detail("network", command.network().text()));
    }
    if (command.security() != SecurityMode.SANDBOX) {
      details.add(new Detail("security", command.security().text()));
    }
    for (int i = 0; i < mounts.size(); i++) {
      Mount mount = mounts.get(i);
      if (mount != root) {
        details.add(new Detail("mount", mount.kind() + " " + mount.target()));
      }
    }
    for (int i = 0; i < command.secretEnv().size(); i++) {
      SecretEnv secret = command.secretEnv().get(i);
      String value = secret.name() + "=" + secret.id();
      details.add(new Detail("secret_env", secret.optional() ? value + " optional" : value));
    }
    if (command.validExitCodes() != null) {
      details.add(new Detail("valid_exit_codes", command.validExitCodes().toString()));
    }
    for (int i = 0; i < command.ulimits().size(); i++) {
      Ulimit limit = command.ulimits().get(i);
      details.add(new Detail("ulimit", limit.name() + "=" + limit.soft() + ":" + limit.hard()));
    }
    for (int i = 0; i < command.extraHosts().size(); i++) {
      ExtraHost host = command.extraHosts().get(i);
      details.add(new Detail("extra_host", host.host() + "=" + host.address()));
    }
    Detail.add(details, "cgroup_parent", command.cgroupParent());
    for (int i = 0; i < command.devices().size(); i++) {
      Device device = command.devices().get(i);
      details.add(
          new Detail("device", device.optional() ? device.name() + " optional" : device.name()));
    }
    addProxy(details, command.proxy());
    Detail.add(details, "readonly_rootfs", command.readonlyRoot());
    return details;
  }

  private static void addProxy(List<Detail> details, ProxyEnv proxy) {
    if (proxy != null) {
      Detail.add(details, "http_proxy", proxy.http());
      Detail.add(details, "https_proxy", proxy.https());
      Detail.add(details, "ftp_proxy", proxy.ftp());
      Detail.add(details, "no_proxy", proxy.none());
      Detail.add(details, "all_proxy", proxy.all());
    }
  }

  @Override
  void writeOperation(ProtoWriter out) {
    int exec = out.begin(2);
    int meta = out.begin(1);
    writeMeta(out);
    out.end(meta);
    for (int i = 0; i < mounts.size(); i++) {
      mounts.get(i).write(out, 2, mountInputs[i], mountOutputs[i]);
    }
    out.integer(3, command.network().ordinal());
    out.integer(4, command.security().ordinal());
    for (int i = 0; i < command.secretEnv().size(); i++) {
      SecretEnv secret = command.secretEnv().get(i);
      int message = out.begin(5);
      out.string(1, "a secret's ID", secret.id());
      out.string(2, "the name of a secret's variable", secret.name());
      out.bool(3, secret.optional());
      out.end(message);
    }
    for (int i = 0; i < command.devices().size(); i++) {
      Device device = command.devices().get(i);
      int message = out.begin(6);
      out.string(1, "the name of a device", device.name());
      out.bool(2, device.optional());
      out.end(message);
    }
    out.end(exec);
  }

  private void writeMeta(ProtoWriter out) {
    for (int i = 0; i < command.arguments().size(); i++) {
      out.element(1, "an argument of the command", command.arguments().get(i));
    }
    List<String> variables = env.entries();
    for (int i = 0; i < variables.size(); i++) {
      out.element(2, "an environment variable", variables.get(i));
    }
    out.string(3, "the working directory", workingDirectory);
    out.string(4, "the user", user);
    ProxyEnv proxy = command.proxy();
    if (proxy != null) {
      int message = out.begin(5);
      out.string(1, "a proxy", proxy.http());
      out.string(2, "a proxy", proxy.https());
      out.string(3, "a proxy", proxy.ftp());
      out.string(4, "a proxy", proxy.none());
      out.string(5, "a proxy", proxy.all());
      out.end(message);
    }
    for (int i = 0; i < command.extraHosts().size(); i++) {
      ExtraHost host = command.extraHosts().get(i);
      int message = out.begin(6);
      out.string(1, "the name of an extra host", host.host());
      out.string(2, "the address of an extra host", host.address());
      out.end(message);
    }
    out.string(7, "the host name", command.hostname());
    for (int i = 0; i < command.ulimits().size(); i++) {
      Ulimit limit = command.ulimits().get(i);
      int message = out.begin(9);
      out.string(1, "the name of a ulimit", limit.name());
      out.integer(2, limit.soft());
      out.integer(3, limit.hard());
      out.end(message);
    }
    out.string(10, "the parent cgroup", command.cgroupParent());
    out.bool(11, true); // removeMountStubsRecursive
    if (command.validExitCodes() != null) {
      command.validExitCodes().write(out, 12);
    }
  }
}
