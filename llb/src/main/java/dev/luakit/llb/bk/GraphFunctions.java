package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Environment;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.State;
import java.util.ArrayList;
import java.util.List;

/** The functions that combine states, and those that tell of the build as a whole. */
final class GraphFunctions extends BkLibrary {
  /** What a range of ports is accounted for as: it may be all of them, each a text in a map. */
  private static final int RANGE_STEPS = 4 * 65_535;

  private static final Parameter<State> STATES =
      Parameter.required(
          "states",
          Types.STATE,
          "MergeOp.inputs",
          "Two or more states. Where several have the same file, that of the last one wins.");

  static final Signature MERGE =
      Signature.function(
              "merge",
              "MergeOp",
              "The files of several states on top of each other, without copying them. The first"
                  + " one's environment, working directory and user stay.")
          .takes(STATES)
          .repeated()
          .returns("bk.State");

  private static final Parameter<State> LOWER =
      Parameter.required("lower", Types.STATE, "Op.inputs", "The state before.");
  private static final Parameter<State> UPPER =
      Parameter.required("upper", Types.STATE, "Op.inputs", "The state after.");

  static final Signature DIFF =
      Signature.function(
              "diff",
              "DiffOp",
              "What one state has changed of another: files that are new, changed or gone, to be"
                  + " merged on top of a third state.")
          .takes(LOWER, UPPER)
          .returns("bk.State");

  private static final Parameter<State> EXPORTED =
      Parameter.required("state", Types.STATE, "Op.inputs", "The state to build.");
  private static final Option<List<String>> ENTRYPOINT =
      Option.of(
          "entrypoint",
          Types.STRINGS,
          "inherited",
          "config.Entrypoint",
          "The program that a container runs, and its first arguments. Setting it drops an"
              + " inherited `cmd`, as in a Dockerfile.");
  private static final Option<List<String>> CMD =
      Option.of(
          "cmd",
          Types.STRINGS,
          "inherited",
          "config.Cmd",
          "The program's arguments where a container is started without any; without an"
              + " `entrypoint` also the program.");
  private static final Option<Environment> ENV =
      Option.of(
          "env",
          TableTypes.ENVIRONMENT,
          "inherited",
          "config.Env",
          "Variables, on top of those that are inherited: `{ NAME = value }`, sorted by name, or a"
              + " list of `\"NAME=value\"`, in its order.");
  private static final Option<String> WORKDIR =
      Option.of(
              "workdir",
              Types.NAME,
              "inherited",
              "config.WorkingDir",
              "The directory in which a container's program starts.")
          .alias("cwd");
  private static final Option<String> USER =
      Option.of(
          "user",
          Types.NAME_OR_NUMBER,
          "inherited",
          "config.User",
          "The user that a container's program runs as: a name or a number, or `\"user:group\"`.");
  private static final Option<List<String>> EXPOSE =
      Option.of(
          "expose",
          TableTypes.PORTS,
          "inherited",
          "config.ExposedPorts",
          "Ports that a container listens on, on top of those that are inherited: `8080` or"
              + " `\"8080/tcp\"`.");
  private static final Option<List<String[]>> LABELS =
      Option.of(
          "labels",
          TableTypes.LABELS,
          "inherited",
          "config.Labels",
          "Labels, on top of those that are inherited, in the forms of `env`.");
  private static final Option<List<String>> VOLUMES =
      Option.of(
          "volumes",
          Types.STRINGS,
          "inherited",
          "config.Volumes",
          "Directories that each container keeps outside of its file system, on top of those that"
              + " are inherited.");
  private static final Option<String> STOP_SIGNAL =
      Option.of(
          "stop_signal",
          Types.NAME,
          "inherited",
          "config.StopSignal",
          "The signal that asks a container's program to end, such as `\"SIGINT\"`.");
  private static final Option<String> OS =
      Option.of("os", Types.NAME, "the state's", "config.os", "The image's operating system.");
  private static final Option<String> ARCH =
      Option.of(
          "arch", Types.NAME, "the state's", "config.architecture", "The image's architecture.");
  private static final Option<String> VARIANT =
      Option.of(
          "variant",
          Types.NAME,
          "the state's, where it has the architecture too",
          "config.variant",
          "The architecture's variant, as in `\"v7\"`.");

  static final Signature EXPORT =
      Signature.function(
              "export",
              "the definition's last operation, and the image's configuration",
              "Says which state is built, and what is said of the image that is made of it. A"
                  + " script calls it exactly once.")
          .takes(EXPORTED)
          .with(
              ENTRYPOINT,
              CMD,
              ENV,
              WORKDIR,
              USER,
              EXPOSE,
              LABELS,
              VOLUMES,
              STOP_SIGNAL,
              OS,
              ARCH,
              VARIANT);

  private static final Parameter<String> PLATFORM_OS =
      Parameter.required(
          "os",
          Types.NAME,
          "Platform.OS",
          "The operating system, or a whole `\"os/arch/variant\"`.");
  private static final Parameter<String> PLATFORM_ARCH =
      Parameter.optional(
          "arch",
          Types.NAME,
          "in `os`",
          "Platform.Architecture",
          "The architecture, under any of its names: `x86_64` is `amd64`, `aarch64` is `arm64`.");
  private static final Parameter<String> PLATFORM_VARIANT =
      Parameter.optional(
          "variant",
          Types.NAME,
          "none",
          "Platform.Variant",
          "The architecture's variant; for `arm` it is `v7` by default.");

  static final Signature PLATFORM =
      Signature.function(
              "platform",
              "",
              "A platform, for the option `platform`. Where one is taken, its text will do as well"
                  + " (`\"linux/arm64\"`), or a table `{ os = …, arch = …, variant = … }`.")
          .takes(PLATFORM_OS, PLATFORM_ARCH, PLATFORM_VARIANT)
          .returns("bk.Platform");

  private static final Parameter<String> ARG_NAME =
      Parameter.required("name", Types.NAME, "", "The argument's name.");
  private static final Parameter<String> ARG_DEFAULT =
      Parameter.optional(
          "default", Types.STRING, "nil", "", "What the function returns where it is not given.");

  static final Signature ARG =
      Signature.function(
              "arg",
              "",
              "A build argument: the value that `--build-arg NAME=VALUE` gives it. What Dockerfiles"
                  + " know of platforms needs no giving: `TARGETARCH`, `BUILDPLATFORM` and the"
                  + " like. `os.getenv` reads the same arguments.")
          .takes(ARG_NAME, ARG_DEFAULT)
          .returns("string|nil");

  static final Signature[] ALL = {MERGE, DIFF, EXPORT, PLATFORM, ARG};

  GraphFunctions(Evaluation evaluation) {
    super(evaluation, ALL);
  }

  @Override
  Object call(Signature signature, Call call) {
    if (signature == MERGE) {
      return merge(call);
    }
    if (signature == DIFF) {
      return evaluation.wrap(
          evaluation.graph().diff(call.get(LOWER), call.get(UPPER), evaluation.here()));
    }
    if (signature == EXPORT) {
      State state = call.get(EXPORTED);
      evaluation.export(call, state, config(call, state));
      return new Object[0];
    }
    if (signature == PLATFORM) {
      return evaluation.wrap(platform(call));
    }
    return evaluation.buildArgument(call.get(ARG_NAME), call.get(ARG_DEFAULT));
  }

  private Object merge(Call call) {
    int count = call.repetitions();
    if (count < 2) {
      throw call.error("needs two or more states, got " + count);
    }
    List<State> states = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      states.add(call.get(STATES, i));
    }
    return evaluation.wrap(evaluation.graph().merge(states, evaluation.here()));
  }

  private static Platform platform(Call call) {
    String os = call.get(PLATFORM_OS);
    String arch = call.get(PLATFORM_ARCH);
    if (arch == null) {
      return Types.spelt(Platform.parse(os));
    }
    String variant = call.get(PLATFORM_VARIANT);
    return Types.spelt(Platform.of(os, arch, variant == null ? "" : variant));
  }

  private ImageConfig config(Call call, State state) {
    ImageConfig.Builder config = state.config().toBuilder();
    // Both, so that a cmd that is given survives an entrypoint that drops an inherited one.
    List<String> cmd = call.get(CMD);
    if (cmd != null) {
      config.cmd(cmd);
    }
    List<String> entrypoint = call.get(ENTRYPOINT);
    if (entrypoint != null) {
      config.entrypoint(entrypoint);
    }
    Environment env = call.get(ENV);
    if (env != null) {
      config.env(env);
    }
    String workdir = call.get(WORKDIR);
    if (workdir != null) {
      config.workingDirectory(workdir);
    }
    String user = call.get(USER);
    if (user != null) {
      config.user(user);
    }
    String stopSignal = call.get(STOP_SIGNAL);
    if (stopSignal != null) {
      config.stopSignal(SignalName.spelt(stopSignal));
    }
    for (String port : call.get(EXPOSE, List.of())) {
      evaluation.state().work(port.indexOf('-') < 0 ? 1 : RANGE_STEPS);
      config.expose(port);
    }
    for (String[] label : call.get(LABELS, List.of())) {
      config.label(label[0], label[1]);
    }
    for (String path : call.get(VOLUMES, List.of())) {
      config.volume(path);
    }
    return config.platform(exportPlatform(call, state)).build();
  }

  private Platform exportPlatform(Call call, State state) {
    Platform inherited = state.config().platform();
    if (inherited == null) {
      inherited = evaluation.graph().defaultPlatform();
    }
    if (inherited == null) {
      inherited = Platform.USUAL;
    }
    String os = call.get(OS);
    String arch = call.get(ARCH);
    String variant = call.get(VARIANT);
    if (os == null && arch == null && variant == null) {
      return inherited;
    }
    String keptVariant = arch == null ? inherited.variant() : "";
    return Types.spelt(
        Platform.of(
            os == null ? inherited.os() : os,
            arch == null ? inherited.architecture() : arch,
            variant == null ? keptVariant : variant));
  }
}
