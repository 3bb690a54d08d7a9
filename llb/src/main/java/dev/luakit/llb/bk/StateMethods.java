package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Command;
import dev.luakit.llb.graph.Device;
import dev.luakit.llb.graph.Environment;
import dev.luakit.llb.graph.Execution;
import dev.luakit.llb.graph.ExitCodes;
import dev.luakit.llb.graph.ExtraHost;
import dev.luakit.llb.graph.LinuxResources;
import dev.luakit.llb.graph.Metadata;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.NetworkMode;
import dev.luakit.llb.graph.ProgressGroup;
import dev.luakit.llb.graph.ProxyEnv;
import dev.luakit.llb.graph.RunDefaults;
import dev.luakit.llb.graph.SecretEnv;
import dev.luakit.llb.graph.SecurityMode;
import dev.luakit.llb.graph.Ulimit;
import java.util.List;

/** The methods of states that run commands, and that say how later commands run. */
final class StateMethods extends BkLibrary {
  private static final Parameter<List<String>> COMMAND =
      Parameter.required(
          "cmd", Types.COMMAND, "A command line for /bin/sh -c, or a program with its arguments.");
  private static final Option<Environment> ENV =
      Option.of("env", TableTypes.ENVIRONMENT, "Variables for this command.");
  private static final Option<String> CWD =
      Option.of("cwd", Types.NAME, "The directory in which it runs; the state's by default.");
  private static final Option<String> USER =
      Option.of("user", Types.NAME_OR_NUMBER, "The user that it runs as; the state's by default.");
  private static final Option<NetworkMode> NETWORK =
      Option.of(
          "network",
          Types.choice(
              new String[] {"sandbox", "host", "none"},
              new NetworkMode[] {NetworkMode.SANDBOX, NetworkMode.HOST, NetworkMode.NONE}),
          "The network that it sees; \"sandbox\" by default.");
  private static final Option<SecurityMode> SECURITY =
      Option.of(
          "security",
          Types.choice(
              new String[] {"sandbox", "insecure"},
              new SecurityMode[] {SecurityMode.SANDBOX, SecurityMode.INSECURE}),
          "The privileges that it has; \"sandbox\" by default.");
  private static final Option<List<Mount>> MOUNTS =
      Option.of("mounts", TableTypes.MOUNTS, "Caches, secrets and other mounts.");
  private static final Option<String> HOSTNAME =
      Option.of("hostname", Types.NAME, "The host's name that it sees.");
  private static final Option<ExitCodes> VALID_EXIT_CODES =
      Option.of("valid_exit_codes", Types.EXIT_CODES, "The codes of success; 0 by default.");
  private static final Option<List<Ulimit>> ULIMIT =
      Option.of("ulimit", TableTypes.ULIMITS, "Limits of the process.");
  private static final Option<List<ExtraHost>> EXTRA_HOSTS =
      Option.of("extra_hosts", TableTypes.EXTRA_HOSTS, "Hosts that it knows in addition.");
  private static final Option<String> CGROUP_PARENT =
      Option.of("cgroup_parent", Types.NAME, "The cgroup below which it runs.");
  private static final Option<List<Device>> DEVICES =
      Option.of("devices", TableTypes.DEVICES, "CDI devices that it gets.");
  private static final Option<List<SecretEnv>> SECRET_ENV =
      Option.of("secret_env", TableTypes.SECRET_ENV, "Variables whose values are secrets.");
  private static final Option<ProxyEnv> PROXY =
      Option.of("proxy", TableTypes.PROXY, "Proxies that are no part of the cache's key.");
  private static final Option<Boolean> READONLY_ROOTFS =
      Option.of(
          "readonly_rootfs",
          Types.BOOLEAN,
          "Whether it can write only to mounts; the state after it is then the one before it.");
  private static final Option<LinuxResources> RESOURCES =
      Option.of("resources", TableTypes.RESOURCES, "Limits of memory and processor time.");
  private static final Option<Boolean> IGNORE_CACHE =
      Option.of("ignore_cache", Types.BOOLEAN, "Whether it runs though its result is known.");

  static final Signature RUN =
      Signature.method("run", "The state after a command.")
          .takes(COMMAND)
          .with(
              ENV,
              CWD,
              USER,
              NETWORK,
              SECURITY,
              MOUNTS,
              HOSTNAME,
              VALID_EXIT_CODES,
              ULIMIT,
              EXTRA_HOSTS,
              CGROUP_PARENT,
              DEVICES,
              SECRET_ENV,
              PROXY,
              READONLY_ROOTFS,
              RESOURCES,
              IGNORE_CACHE)
          .returns("bk.State");

  private static final Parameter<String> MOUNT_TARGET =
      Parameter.required("dest", Types.NAME, "The path of a writable bind of that command.");

  static final Signature GET_MOUNT =
      Signature.method("get_mount", "What the command that made the state left in a mount.")
          .takes(MOUNT_TARGET)
          .returns("bk.State");

  private static final Option<String> DESCRIPTION =
      Option.of("description", Types.STRING, "What the progress shows in place of the command.");
  private static final Option<ProgressGroup> PROGRESS_GROUP =
      Option.of("progress_group", TableTypes.PROGRESS_GROUP, "Operations that are shown as one.");
  private static final Option<Boolean> EXPORT_CACHE =
      Option.of("export_cache", Types.BOOLEAN, "Whether the result goes to an exported cache.");

  static final Signature WITH_METADATA =
      Signature.method("with_metadata", "The same state, with more said about how it was made.")
          .with(DESCRIPTION, PROGRESS_GROUP, IGNORE_CACHE, EXPORT_CACHE)
          .returns("bk.State");

  private static final Parameter<Environment> VARIABLES =
      Parameter.required("env", TableTypes.ENVIRONMENT, "Variables for all later commands.");
  private static final Parameter<String> DIRECTORY =
      Parameter.required("path", Types.NAME, "The directory of all later commands.");
  private static final Parameter<String> LATER_USER =
      Parameter.required("user", Types.NAME_OR_NUMBER, "The user of all later commands.");

  static final Signature WITH_ENV =
      Signature.method("with_env", "The same state with more variables, as a Dockerfile's ENV.")
          .takes(VARIABLES)
          .returns("bk.State");
  static final Signature WITH_WORKDIR =
      Signature.method(
              "with_workdir", "The same state in another directory, as a Dockerfile's WORKDIR.")
          .takes(DIRECTORY)
          .returns("bk.State");
  static final Signature WITH_USER =
      Signature.method("with_user", "The same state with another user, as a Dockerfile's USER.")
          .takes(LATER_USER)
          .returns("bk.State");

  StateMethods(Evaluation evaluation) {
    super(evaluation, RUN, GET_MOUNT, WITH_METADATA, WITH_ENV, WITH_WORKDIR, WITH_USER);
  }

  @Override
  Object call(Signature signature, Call call) {
    if (signature == RUN) {
      return evaluation.wrap(call.state().exec(command(call), evaluation.here()));
    }
    if (signature == GET_MOUNT) {
      return mount(call);
    }
    if (signature == WITH_METADATA) {
      return evaluation.wrap(call.state().withMetadata(metadata(call)));
    }
    if (signature == WITH_ENV) {
      return evaluation.wrap(call.state().withEnv(call.get(VARIABLES)));
    }
    if (signature == WITH_WORKDIR) {
      return evaluation.wrap(call.state().withWorkingDirectory(call.get(DIRECTORY)));
    }
    return evaluation.wrap(call.state().withUser(call.get(LATER_USER)));
  }

  private Command command(Call call) {
    RunDefaults defaults = evaluation.invocation().runs();
    String hostname = call.get(HOSTNAME);
    String cgroupParent = call.get(CGROUP_PARENT);
    ProxyEnv proxy = call.get(PROXY);
    Command.Builder command =
        Command.of(call.get(COMMAND))
            .env(call.get(ENV, Environment.EMPTY))
            .workingDirectory(call.get(CWD))
            .user(call.get(USER))
            .hostname(hostname == null ? defaults.hostname() : hostname)
            .network(call.get(NETWORK, defaults.network()))
            .security(call.get(SECURITY, SecurityMode.SANDBOX))
            .validExitCodes(call.get(VALID_EXIT_CODES))
            .cgroupParent(cgroupParent == null ? defaults.cgroupParent() : cgroupParent)
            .proxy(proxy == null ? defaults.proxy() : proxy)
            .readonlyRoot(call.get(READONLY_ROOTFS, false));
    for (Mount mount : defaults.mounts(call.get(MOUNTS, List.of()))) {
      command.mount(mount);
    }
    for (SecretEnv secret : call.get(SECRET_ENV, List.of())) {
      command.secretEnv(secret);
    }
    for (Ulimit ulimit : defaults.ulimits(call.get(ULIMIT, List.of()))) {
      command.ulimit(ulimit);
    }
    for (ExtraHost host : defaults.extraHosts(call.get(EXTRA_HOSTS, List.of()))) {
      command.extraHost(host);
    }
    for (Device device : call.get(DEVICES, List.of())) {
      command.device(device);
    }
    LinuxResources resources = call.get(RESOURCES);
    if (resources == null) {
      resources = defaults.resources();
    }
    boolean ignoreCache = call.get(IGNORE_CACHE, false);
    if (resources != null || ignoreCache) {
      command.metadata(new Metadata("", null, ignoreCache, null, resources));
    }
    return command.build();
  }

  private static Metadata metadata(Call call) {
    return new Metadata(
        call.get(DESCRIPTION, ""),
        call.get(PROGRESS_GROUP),
        call.get(IGNORE_CACHE, false),
        call.get(EXPORT_CACHE),
        null);
  }

  private Object mount(Call call) {
    Execution execution = call.self().execution();
    if (execution == null) {
      throw call.error("must be called on a state that state:run returned");
    }
    String target = call.get(MOUNT_TARGET);
    List<Mount> mounts = execution.mounts();
    for (int i = 0; i < mounts.size(); i++) {
      if (mounts.get(i).target().equals(target)) {
        return evaluation.wrap(execution.mount(i));
      }
    }
    throw call.error("the command has no mount at \"" + target + "\"");
  }
}
