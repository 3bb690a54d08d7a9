package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Environment;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.State;
import java.util.ArrayList;
import java.util.List;

/** The functions that combine states, and those that tell of the build as a whole. */
final class GraphFunctions extends BkLibrary {
  private static final Parameter<State> STATES =
      Parameter.required("states", Types.STATE, "Two or more states.");

  static final Signature MERGE =
      Signature.function(
              "merge", "The files of several states on top of each other, the last uppermost.")
          .takes(STATES)
          .repeated()
          .returns("bk.State");

  private static final Parameter<State> LOWER =
      Parameter.required("lower", Types.STATE, "The state before.");
  private static final Parameter<State> UPPER =
      Parameter.required("upper", Types.STATE, "The state after.");

  static final Signature DIFF =
      Signature.function("diff", "What one state has changed of another.")
          .takes(LOWER, UPPER)
          .returns("bk.State");

  private static final Parameter<State> EXPORTED =
      Parameter.required("state", Types.STATE, "The state to export.");
  private static final Option<List<String>> ENTRYPOINT =
      Option.of("entrypoint", Types.STRINGS, "The program; setting it drops an inherited cmd.");
  private static final Option<List<String>> CMD =
      Option.of("cmd", Types.STRINGS, "The program's default arguments.");
  private static final Option<Environment> ENV =
      Option.of("env", TableTypes.ENVIRONMENT, "Variables, on top of those that are inherited.");
  private static final Option<String> WORKDIR =
      Option.of("workdir", Types.NAME, "The working directory.").alias("cwd");
  private static final Option<String> USER =
      Option.of("user", Types.NAME_OR_NUMBER, "The user, by name or number, maybe with a group.");
  private static final Option<List<String>> EXPOSE =
      Option.of("expose", TableTypes.PORTS, "Ports, on top of those that are inherited.");
  private static final Option<List<String[]>> LABELS =
      Option.of("labels", TableTypes.LABELS, "Labels, on top of those that are inherited.");
  private static final Option<List<String>> VOLUMES =
      Option.of("volumes", Types.STRINGS, "Directories that containers keep apart.");
  private static final Option<String> STOP_SIGNAL =
      Option.of("stop_signal", Types.NAME, "The signal that stops a container.");
  private static final Option<String> OS =
      Option.of("os", Types.NAME, "The operating system; \"linux\" by default.");
  private static final Option<String> ARCH =
      Option.of("arch", Types.NAME, "The architecture; by default the one that is built for.");
  private static final Option<String> VARIANT =
      Option.of("variant", Types.NAME, "The architecture's variant.");

  static final Signature EXPORT =
      Signature.function("export", "Says which state is built; called once.")
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
      Parameter.required("os", Types.NAME, "The operating system, or a whole \"os/arch\".");
  private static final Parameter<String> PLATFORM_ARCH =
      Parameter.optional("arch", Types.NAME, "The architecture.");
  private static final Parameter<String> PLATFORM_VARIANT =
      Parameter.optional("variant", Types.NAME, "The architecture's variant.");

  static final Signature PLATFORM =
      Signature.function("platform", "A platform.")
          .takes(PLATFORM_OS, PLATFORM_ARCH, PLATFORM_VARIANT)
          .returns("bk.Platform");

  private static final Parameter<String> ARG_NAME =
      Parameter.required("name", Types.NAME, "The argument's name.");
  private static final Parameter<String> ARG_DEFAULT =
      Parameter.optional("default", Types.STRING, "What it is where it is not given.");

  static final Signature ARG =
      Signature.function("arg", "A build argument, nil where it is not given and has no default.")
          .takes(ARG_NAME, ARG_DEFAULT)
          .returns("string|nil");

  GraphFunctions(Evaluation evaluation) {
    super(evaluation, MERGE, DIFF, EXPORT, PLATFORM, ARG);
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
      return Platform.parse(os);
    }
    String variant = call.get(PLATFORM_VARIANT);
    return Platform.of(os, arch, variant == null ? "" : variant);
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
      config.stopSignal(stopSignal);
    }
    for (String port : call.get(EXPOSE, List.of())) {
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
    return Platform.of(
        os == null ? inherited.os() : os,
        arch == null ? inherited.architecture() : arch,
        variant == null ? keptVariant : variant);
  }
}
