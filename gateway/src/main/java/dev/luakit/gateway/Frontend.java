package dev.luakit.gateway;

import dev.luakit.llb.Luakit;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.ResolveMode;
import dev.luakit.llb.graph.RunDefaults;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.ops.SourceInfo;
import dev.luakit.vm.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One build, from its options to its result. */
final class Frontend {
  private static final String BUILD_ARGUMENT = "build-arg:";
  private static final String LIMIT = BUILD_ARGUMENT + "LUAKIT_";
  private static final String EPOCH = BUILD_ARGUMENT + "SOURCE_DATE_EPOCH";

  /** The last second of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private final Bridge bridge;
  private final FrontendOptions options;
  private final Manners manners;
  private ScriptText script;
  private UserFiles files;

  Frontend(Bridge bridge, FrontendOptions options, Manners manners) {
    this.bridge = bridge;
    this.options = options;
    this.manners = manners;
  }

  /**
   * Builds.
   *
   * @throws dev.luakit.llb.ScriptException if the script is at fault
   * @throws FrontendException if the build can't be carried out
   * @throws BridgeException if the daemon fails
   */
  Result run() {
    Daemon daemon = Daemon.of(bridge.ping());
    if (!daemon.can(Daemon.RETURN)) {
      throw new FrontendException("this BuildKit is too old: it takes no results of frontends");
    }
    FileReader reader = new FileReader(bridge);
    Inputs inputs =
        new Inputs(daemon.can(Daemon.INPUTS) ? bridge.inputs().getDefinitionsMap() : Map.of());
    MainContext context = MainContext.of(options, inputs, reader);
    script = new ScriptReader(bridge, reader, options, inputs, context).read();
    files = new UserFiles(script, new ScriptModules(reader, places(context, inputs)));
    Warnings warnings = new Warnings(bridge, daemon, script, manners);
    PlatformBuild.Plan plan =
        new PlatformBuild.Plan(
            bridge,
            daemon,
            files,
            new LostCalls(warnings, files),
            inputs,
            CacheImports.parse(options),
            CachePolicy.parse(options),
            options.all("label:"),
            epoch());
    List<Platform> platforms = Platforms.parse(options.get("platform", ""));
    if (platforms.isEmpty()) {
      platforms = List.of(daemon.platform());
    }
    NamedContexts contexts =
        new NamedContexts(bridge, reader, options, inputs, context, script.ignore());
    Luakit.Builder settings = settings(daemon, contexts);
    String request = options.get("requestid", "");
    if (!request.isEmpty()) {
      Luakit luakit = settings.platform(platforms.getFirst()).images(null).build();
      return Subrequests.answer(request, options.get("target", ""), plan, luakit, manners);
    }
    ResultForm form = ResultForm.of(options, daemon, platforms);
    PrintedLines printed = new PrintedLines(warnings);
    try {
      List<PlatformBuild> built = SideBySide.build(plan, settings, platforms, printed);
      for (String group : built.getFirst().unknownGroups()) {
        warnings.warn("no-cache: no operation is in a progress group \"" + group + "\"");
      }
      if (script.lock() != null) {
        for (String tag : contexts.tags()) {
          warnings.warn("the context " + tag + " has no digest: no lock file keeps it as it is");
        }
      }
      if (options.get("cache-from") != null && options.get("cache-imports") == null) {
        warnings.warn("cache-from is deprecated: use cache-imports");
      }
      return form.write(built);
    } finally {
      if (!bridge.isLost()) {
        printed.tell();
      }
    }
  }

  private List<ScriptModules.Place> places(MainContext context, Inputs inputs) {
    List<ScriptModules.Place> places = new ArrayList<>();
    places.add(new ScriptModules.Place(script.directory(), script.folder()));
    Directory main = context.directory(options, inputs);
    if (!main.equals(script.directory())) {
      places.add(new ScriptModules.Place(main, ""));
    }
    return places;
  }

  private Luakit.Builder settings(Daemon daemon, NamedContexts contexts) {
    RunDefaults runs = CommandOptions.parse(options);
    String target = options.get("target", "");
    return Luakit.builder()
        .limits(limits())
        .buildArguments(options.all(BUILD_ARGUMENT))
        .sourceDateEpoch(epoch() == null ? 0 : epoch())
        .target(target.isEmpty() ? null : target)
        .buildPlatform(daemon.platform())
        .resolveMode(resolveMode())
        .session(options.session())
        .runs(runs)
        .contexts(contexts)
        .images(LockedMetadata.of(script, contexts, new ImageMetadata(bridge, daemon)));
  }

  private Limits limits() {
    try {
      return manners.limits(options.all(LIMIT));
    } catch (IllegalArgumentException e) {
      throw new FrontendException(e.getMessage());
    }
  }

  /** The one point in time that there is, or null where the build is not told any. */
  private Long epoch() {
    String text = options.get(EPOCH, "");
    if (text.isEmpty()) {
      return null;
    }
    long seconds;
    try {
      seconds = Long.parseLong(text);
    } catch (NumberFormatException e) {
      seconds = -1;
    }
    if (seconds < 0 || seconds > LAST_SECOND) {
      throw new FrontendException(
          "SOURCE_DATE_EPOCH: \"" + text + "\" is not a number of seconds since 1970");
    }
    return seconds;
  }

  private ResolveMode resolveMode() {
    String mode = options.get("image-resolve-mode", "default");
    for (ResolveMode known : ResolveMode.values()) {
      if (known.text().equals(mode)) {
        return known;
      }
    }
    throw new FrontendException(
        "image-resolve-mode: \"" + mode + "\" is not one of default, pull, local");
  }

  /** The script's own file, or that of one of its modules, in BuildKit's words; null for others. */
  SourceInfo source(String file) {
    return files == null || file == null ? null : files.source(file);
  }
}
