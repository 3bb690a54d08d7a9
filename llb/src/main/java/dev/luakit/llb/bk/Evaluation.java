package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Environment;
import dev.luakit.llb.graph.Execution;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.SourceFile;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.image.Images;
import dev.luakit.stdlib.Variables;
import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.code.DebugInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one run of a script has made so far: its graph, and what it has exported. */
public final class Evaluation implements Variables {
  /** Callers that an operation's location names. */
  private static final int MOST_CALLERS = 16;

  /** Bytes that a build argument costs besides its text: the list of its callers is the most. */
  private static final int ARGUMENT_BYTES = 1024;

  /** Bytes of each variable when an environment is copied, beside the text, which is shared. */
  private static final int COPIED_VARIABLE_BYTES = 80;

  private static final int COPIED_BYTES_PER_STEP = 16;

  private static final String TARGET = "target";

  private static final String[] PLATFORM_FIELDS = {"os", "arch", "variant"};

  private final LuaState state;
  private final Graph graph;
  private final Invocation invocation;
  private final SourceFiles files;
  private final Images images;

  private final LuaTable stateMetatable;
  private final LuaTable mountMetatable;
  private final LuaTable platformMetatable;

  private final List<BuildArgument> arguments = new ArrayList<>();

  /** The index of each in the list, by its name. */
  private final Map<String, Integer> argumentNumbers = new HashMap<>();

  private State exported;
  private ImageConfig exportedConfig;
  private String exportedAt;

  /** The files of a script by the name that their chunks have. */
  public interface SourceFiles {
    /** The file that a chunk was loaded from, {@code null} where it was none. */
    SourceFile find(String chunk);
  }

  private Evaluation(
      LuaState state, Graph graph, Invocation invocation, SourceFiles files, Images images) {
    this.state = state;
    this.graph = graph;
    this.invocation = invocation;
    this.files = files;
    this.images = images;
    this.stateMetatable = metatable("state");
    this.mountMetatable = metatable("mount");
    this.platformMetatable = metatable("platform");
  }

  /**
   * Gives the scripts of {@code state} the library {@code bk}.
   *
   * @param invocation what whoever starts the build says about it
   * @param images notes the images that are named, and tells what is known of them
   */
  public static Evaluation install(
      LuaState state, Graph graph, Invocation invocation, SourceFiles files, Images images) {
    Evaluation evaluation = new Evaluation(state, graph, invocation, files, images);
    LuaTable bk = new LuaTable(state.memory(), 0, 24);
    new SourceFunctions(evaluation).install(bk);
    new MountFunctions(evaluation).install(bk);
    new GraphFunctions(evaluation).install(bk);
    LuaTable methods = new LuaTable(state.memory(), 0, 16);
    new StateMethods(evaluation).install(methods);
    new FileMethods(evaluation).install(methods);
    evaluation.stateMetatable.set(
        "__index", new Members("state", "a state has no method", methods, null).function(0));
    LuaTable metatable = new LuaTable(state.memory(), 0, 2);
    metatable.set("__index", new Members("bk", "bk has no function", bk, TARGET).function(0));
    metatable.set("__metatable", "bk");
    bk.setMetatable(metatable);
    Platform platform = evaluation.targetPlatform();
    bk.set("target_platform", evaluation.wrap(platform));
    Platform builder = invocation.buildPlatform();
    bk.set("build_platform", evaluation.wrap(builder == null ? platform : builder));
    bk.set(TARGET, invocation.target());
    state.globals().set("bk", bk);
    // A script gets at these through userdata and functions, where a trace does not see them.
    state.pin(bk);
    state.pin(methods);
    return evaluation;
  }

  /** A metatable that scripts can neither see nor change. */
  private LuaTable metatable(String name) {
    LuaTable metatable = new LuaTable(state.memory(), 0, 4);
    ValueEvents events = new ValueEvents();
    metatable.set("__tostring", events.function(0));
    metatable.set("__eq", events.function(1));
    metatable.set("__metatable", name);
    if (name.equals("platform")) {
      metatable.set("__index", events.function(2));
    }
    return metatable;
  }

  /** How values of the library are printed and compared. */
  private static final class ValueEvents extends Library {
    private ValueEvents() {
      super("tostring", "eq", "index");
    }

    @Override
    protected Object call(int function, Arguments arguments) {
      BkValue value = (BkValue) arguments.get(1);
      switch (function) {
        case 0 -> {
          return value.describe();
        }
        case 1 -> {
          if (!(arguments.get(2) instanceof PlatformValue other)
              || !(value instanceof PlatformValue platform)) {
            return false;
          }
          arguments.state().work(platform.platform().format().length() / COPIED_BYTES_PER_STEP);
          return platform.platform().equals(other.platform());
        }
        default -> {
          Platform platform = ((PlatformValue) value).platform();
          Object field = arguments.get(2);
          if ("os".equals(field)) {
            return platform.os();
          }
          if ("arch".equals(field)) {
            return platform.architecture();
          }
          if ("variant".equals(field)) {
            return platform.variant().isEmpty() ? null : platform.variant();
          }
          String hint = field instanceof String text ? Suggestion.among(text, PLATFORM_FIELDS) : "";
          throw arguments.state().error("a platform has no field " + Place.describe(field) + hint);
        }
      }
    }
  }

  /** Looks a member up by its name, and says so where there is none. */
  private static final class Members extends Library {
    private final String owner;
    private final String missing;
    private final LuaTable members;

    /** A member that may be nil, or null for none. */
    private final String optional;

    private Members(String owner, String missing, LuaTable members, String optional) {
      super("index");
      this.owner = owner;
      this.missing = missing;
      this.members = members;
      this.optional = optional;
    }

    @Override
    protected Object call(int function, Arguments arguments) {
      Object name = arguments.get(2);
      Object member = members.get(name);
      if (member != null || name != null && name.equals(optional)) {
        return member;
      }
      String hint = name instanceof String text ? MemberSuggestion.of(owner, text, members) : "";
      throw arguments.state().error(missing + " " + Place.describe(name) + hint);
    }
  }

  LuaState state() {
    return state;
  }

  Graph graph() {
    return graph;
  }

  /** The platform that is built for, as a script is told. */
  Platform targetPlatform() {
    Platform platform = graph.defaultPlatform();
    return platform == null ? Platform.USUAL : platform;
  }

  /** The images that the script has named. */
  Images images() {
    return images;
  }

  /** What takes the place of {@code bk.image(name)}, null for nothing. */
  Context imageContext(String name, Platform platform) {
    if (invocation.contexts() == null) {
      return null;
    }
    state.pauseTime(); // Who knows may be far away.
    try {
      return invocation.contexts().image(name, platform);
    } finally {
      state.resumeTime();
    }
  }

  /** What takes the place of {@code bk.local_(name)}, null for nothing. */
  Context localContext(String name) {
    if (invocation.contexts() == null) {
      return null;
    }
    state.pauseTime();
    try {
      return invocation.contexts().local(name, targetPlatform());
    } finally {
      state.resumeTime();
    }
  }

  /** What whoever starts the build says about it. */
  Invocation invocation() {
    return invocation;
  }

  /** The value of a build argument, {@code otherwise} where it is not given. */
  String buildArgument(String name, String otherwise) {
    String given = invocation.buildArguments().get(name);
    String known = given == null ? platformArgument(name) : given;
    String value = known == null ? otherwise : known;
    Integer at = argumentNumbers.get(name);
    if (at != null) {
      BuildArgument first = arguments.get(at);
      if (first.value() == null && value != null) {
        state.memory().retain(value.length());
        arguments.set(at, new BuildArgument(name, value, first.at()));
      }
      return value;
    }
    int length = name.length() + (value == null ? 0 : value.length());
    state.memory().retain(ARGUMENT_BYTES + length);
    argumentNumbers.put(name, arguments.size());
    arguments.add(new BuildArgument(name, value, here()));
    return value;
  }

  /** What Dockerfiles know of platforms without being told: {@code TARGETARCH} and the like. */
  private String platformArgument(String name) {
    boolean build = name.startsWith("BUILD");
    if (!build && !name.startsWith("TARGET")) {
      return null;
    }
    Platform builder = build ? invocation.buildPlatform() : null;
    Platform platform = builder == null ? targetPlatform() : builder;
    return switch (name.substring(build ? 5 : 6)) {
      case "PLATFORM" -> platform.format();
      case "OS" -> platform.os();
      case "ARCH" -> platform.architecture();
      case "VARIANT" -> platform.variant();
      default -> null;
    };
  }

  @Override
  public String value(String variable) {
    return buildArgument(variable, null);
  }

  /** The build arguments that the script has asked for, each once, in that order. */
  public List<BuildArgument> arguments() {
    return arguments;
  }

  /** Accounts for an environment that is about to be copied. */
  void copies(Environment variables) {
    state.work(variables.size());
    state.memory().retain((long) variables.size() * COPIED_VARIABLE_BYTES);
  }

  /** Accounts for a text that is about to become a part of a longer one. */
  void copies(String text) {
    state.work(text.length() / COPIED_BYTES_PER_STEP);
    state.memory().retain(text.length());
  }

  /** The state that a script holds as this value, {@code null} if it is none. */
  public static State state(Object value) {
    return value instanceof StateValue held ? held.state() : null;
  }

  StateValue wrap(State made) {
    return new StateValue(stateMetatable, made, null);
  }

  StateValue wrap(Execution execution) {
    return new StateValue(stateMetatable, execution.root(), execution);
  }

  MountValue wrap(Mount mount) {
    return new MountValue(mountMetatable, mount);
  }

  PlatformValue wrap(Platform platform) {
    return new PlatformValue(platformMetatable, platform);
  }

  /** Where the script is: the call of the running function, then its callers. */
  List<Location> here() {
    List<Location> locations = new ArrayList<>();
    for (LuaState.CallSite site : state.callSites(MOST_CALLERS)) {
      SourceFile file = files.find(site.chunk());
      if (file != null) {
        DebugInfo.CallRange range = site.range();
        locations.add(
            new Location(
                file,
                range.startLine(),
                range.startColumn() - 1,
                range.endLine(),
                range.endColumn()));
      }
    }
    return locations;
  }

  void export(Call call, State state, ImageConfig config) {
    if (exported != null) {
      throw call.error("was called before, at " + exportedAt + "; a script exports one state");
    }
    exported = state;
    exportedConfig = config;
    String where = this.state.where(1);
    exportedAt = where.isEmpty() ? "another place" : where.substring(0, where.length() - 2);
  }

  /** The exported state, {@code null} where the script has exported none. */
  public State exported() {
    return exported;
  }

  /** The configuration of the exported image. */
  public ImageConfig exportedConfig() {
    return exportedConfig;
  }
}
