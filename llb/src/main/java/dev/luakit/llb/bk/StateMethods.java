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
          "cmd",
          Types.COMMAND,
          "Meta.args",
          "A command line, which `/bin/sh -c` runs, or a list: the program and its arguments,"
              + " without a shell.");
  private static final Option<Environment> ENV =
      Option.of(
          "env",
          TableTypes.ENVIRONMENT,
          "the state's",
          "Meta.env",
          "Variables for this command, on top of the state's: `{ NAME = value }`, sorted by name,"
              + " or a list of `\"NAME=value\"`, in its order. Values are strings, numbers or"
              + " booleans.");
  private static final Option<String> CWD =
      Option.of(
          "cwd",
          Types.NAME,
          "the state's",
          "Meta.cwd",
          "The directory in which it runs; a relative one is seen from the state's.");
  private static final Option<String> USER =
      Option.of(
          "user",
          Types.NAME_OR_NUMBER,
          "the state's",
          "Meta.user",
          "The user that it runs as: a name or a number, or `\"user:group\"`.");
  private static final Option<NetworkMode> NETWORK =
      Option.of(
          "network",
          Types.choice(
              new String[] {"sandbox", "host", "none"},
              new NetworkMode[] {NetworkMode.SANDBOX, NetworkMode.HOST, NetworkMode.NONE}),
          "\"sandbox\"",
          "ExecOp.network",
          "The network: one of its own (`\"sandbox\"`), the machine's (`\"host\"`, which the build"
              + " must allow), or none.");
  private static final Option<SecurityMode> SECURITY =
      Option.of(
          "security",
          Types.choice(
              new String[] {"sandbox", "insecure"},
              new SecurityMode[] {SecurityMode.SANDBOX, SecurityMode.INSECURE}),
          "\"sandbox\"",
          "ExecOp.security",
          "The privileges: a container's, or all (`\"insecure\"`, which the build must allow).");
  private static final Option<List<Mount>> MOUNTS =
      Option.of(
          "mounts",
          TableTypes.MOUNTS,
          "none",
          "ExecOp.mounts",
          "What `bk.cache`, `bk.secret`, `bk.ssh`, `bk.tmpfs` and `bk.bind` return.");
  private static final Option<String> HOSTNAME =
      Option.of(
          "hostname",
          Types.NAME,
          "the daemon's choice",
          "Meta.hostname",
          "The host's name that the command sees.");
  private static final Option<ExitCodes> VALID_EXIT_CODES =
      Option.of(
          "valid_exit_codes",
          Types.EXIT_CODES,
          "only 0",
          "Meta.validExitCodes",
          "The exit codes that mean success: one (`1`), some (`{ 0, 2 }`) or a range"
              + " (`\"0..10\"`), from 0 to 255.");
  private static final Option<List<Ulimit>> ULIMIT =
      Option.of(
          "ulimit",
          TableTypes.ULIMITS,
          "the daemon's",
          "Meta.ulimit",
          "Limits of the process by name, as `ulimit` has them: `{ nofile = 1024 }`, `{ nofile ="
              + " \"1024:2048\" }`, `{ nofile = { soft = 1024, hard = 2048 } }`, or a list of"
              + " `\"nofile=1024:2048\"`.");
  private static final Option<List<ExtraHost>> EXTRA_HOSTS =
      Option.of(
          "extra_hosts",
          TableTypes.EXTRA_HOSTS,
          "none",
          "Meta.extraHosts",
          "Lines for the command's `/etc/hosts`: `{ [\"db.local\"] = \"10.0.0.1\" }`, or a list of"
              + " `\"db.local=10.0.0.1\"`.");
  private static final Option<String> CGROUP_PARENT =
      Option.of(
          "cgroup_parent",
          Types.NAME,
          "the daemon's",
          "Meta.cgroupParent",
          "The cgroup below which the command's own is made.");
  private static final Option<List<Device>> DEVICES =
      Option.of(
          "devices",
          TableTypes.DEVICES,
          "none",
          "ExecOp.cdiDevices",
          "CDI devices that the command gets, by name, or as tables.");
  private static final Option<List<SecretEnv>> SECRET_ENV =
      Option.of(
          "secret_env",
          TableTypes.SECRET_ENV,
          "none",
          "ExecOp.secretenv",
          "Variables whose values are secrets: `{ NAME = \"secret-id\" }`, or a list of tables.");
  private static final Option<ProxyEnv> PROXY =
      Option.of(
          "proxy",
          TableTypes.PROXY,
          "none",
          "Meta.proxy_env",
          "Variables that tell of proxies. A cached result is found whatever they are.");
  private static final Option<Boolean> READONLY_ROOTFS =
      Option.of(
          "readonly_rootfs",
          Types.BOOLEAN,
          "false",
          "Mount.readonly",
          "Whether it can write to its mounts only. The state that `run` returns then has the files"
              + " of the one before, and the command runs only for what `state:get_mount` gives.");
  private static final Option<LinuxResources> RESOURCES =
      Option.of(
          "resources",
          TableTypes.RESOURCES,
          "no limits",
          "OpMetadata.linux_resources",
          "Limits of memory and processor time. They are no part of what a cached result is found"
              + " by.");
  private static final Option<Boolean> RUN_IGNORE_CACHE =
      Option.of(
          "ignore_cache",
          Types.BOOLEAN,
          "false",
          "OpMetadata.ignore_cache",
          "Whether it runs though its result is known from an earlier build.");

  static final Signature RUN =
      Signature.method(
              "run",
              "ExecOp",
              "The state after a command. The command's environment, working directory and user are"
                  + " those of the state, unless the options say otherwise; what they say does not"
                  + " hold for later commands.")
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
              RUN_IGNORE_CACHE)
          .returns("bk.State");

  private static final Parameter<String> MOUNT_TARGET =
      Parameter.required(
          "dest", Types.NAME, "Input.index", "The path of a writable `bk.bind` of that command.");

  static final Signature GET_MOUNT =
      Signature.method(
              "get_mount",
              "another output of the ExecOp",
              "What the command that made the state, with `state:run`, left in a mount: the mounted"
                  + " state with the command's changes.")
          .takes(MOUNT_TARGET)
          .returns("bk.State");

  private static final Option<String> DESCRIPTION =
      Option.of(
          "description",
          Types.STRING,
          "the command or the like",
          "OpMetadata.description[\"llb.customname\"]",
          "What the build's progress calls the operation.");
  private static final Option<ProgressGroup> PROGRESS_GROUP =
      Option.of(
          "progress_group",
          TableTypes.PROGRESS_GROUP,
          "none",
          "OpMetadata.progress_group",
          "The operations of one group are shown as one: a name, or a table.");
  private static final Option<Boolean> IGNORE_CACHE =
      Option.of(
          "ignore_cache",
          Types.BOOLEAN,
          "false",
          "OpMetadata.ignore_cache",
          "Whether the operation is done though its result is known from an earlier build.");
  private static final Option<Boolean> EXPORT_CACHE =
      Option.of(
          "export_cache",
          Types.BOOLEAN,
          "as the build says",
          "OpMetadata.export_cache",
          "Whether the result goes into a cache that the build exports.");

  static final Signature WITH_METADATA =
      Signature.method(
              "with_metadata",
              "`OpMetadata` of the operation that made the state",
              "The same state, with more said about the operation that made it. None of this is"
                  + " part of the operation: a cached result is found whatever it is.")
          .with(DESCRIPTION, PROGRESS_GROUP, IGNORE_CACHE, EXPORT_CACHE)
          .returns("bk.State");

  private static final Parameter<Environment> VARIABLES =
      Parameter.required(
          "env",
          TableTypes.ENVIRONMENT,
          "Meta.env",
          "Variables, on top of the state's, in the forms of the option `env` of `state:run`.");
  private static final Parameter<String> DIRECTORY =
      Parameter.required(
          "path",
          Types.NAME,
          "Meta.cwd",
          "The directory; a relative one is seen from the state's.");
  private static final Parameter<String> LATER_USER =
      Parameter.required(
          "user",
          Types.NAME_OR_NUMBER,
          "Meta.user",
          "The user: a name or a number, or `\"user:group\"`.");

  static final Signature WITH_ENV =
      Signature.method(
              "with_env",
              "",
              "The same state with more variables for all later commands and for the exported"
                  + " image, as Dockerfile's ENV.")
          .takes(VARIABLES)
          .returns("bk.State");
  static final Signature WITH_WORKDIR =
      Signature.method(
              "with_workdir",
              "",
              "The same state in another working directory, for all later commands, paths and for"
                  + " the exported image, as Dockerfile's WORKDIR; but it does not make the"
                  + " directory.")
          .takes(DIRECTORY)
          .returns("bk.State");
  static final Signature WITH_USER =
      Signature.method(
              "with_user",
              "",
              "The same state with another user for all later commands and for the exported image,"
                  + " as Dockerfile's USER.")
          .takes(LATER_USER)
          .returns("bk.State");

  static final Signature[] ALL = {RUN, GET_MOUNT, WITH_METADATA, WITH_ENV, WITH_WORKDIR, WITH_USER};

  StateMethods(Evaluation evaluation) {
    super(evaluation, ALL);
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
      Environment more = call.get(VARIABLES);
      evaluation.copies(call.state().config().env());
      return evaluation.wrap(call.state().withEnv(more));
    }
    if (signature == WITH_WORKDIR) {
      String path = call.get(DIRECTORY);
      evaluation.copies(call.state().config().workingDirectory());
      return evaluation.wrap(call.state().withWorkingDirectory(path));
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
    boolean ignoreCache = call.get(RUN_IGNORE_CACHE, false);
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
    evaluation.state().work(mounts.size());
    for (int i = 0; i < mounts.size(); i++) {
      if (mounts.get(i).target().equals(target)) {
        return evaluation.wrap(execution.mount(i));
      }
    }
    throw call.error("the command has no mount at \"" + target + "\"");
  }
}
