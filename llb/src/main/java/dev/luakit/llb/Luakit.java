package dev.luakit.llb;

import dev.luakit.llb.bk.Contexts;
import dev.luakit.llb.bk.Evaluation;
import dev.luakit.llb.bk.Invocation;
import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.ResolveMode;
import dev.luakit.llb.graph.RunDefaults;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.llb.image.Images;
import dev.luakit.llb.wire.MessageTooLongException;
import dev.luakit.stdlib.DirectoryModules;
import dev.luakit.stdlib.Environment;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.stdlib.PrintSink;
import dev.luakit.stdlib.ScriptFile;
import dev.luakit.stdlib.StandardLibrary;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Evaluates build scripts.
 *
 * <pre>{@code
 * Build build = Luakit.builder().platform(Platform.parse("linux/arm64")).build()
 *     .evaluate(Path.of("build.lua"));
 * Files.write(Path.of("build.pb"), build.definition().toByteArray());
 * }</pre>
 *
 * <p>Evaluations share nothing, and may run on several threads at once.
 */
public final class Luakit {
  /** How often a script is run, at most, until all the images that it names are known. */
  private static final int MOST_RUNS = 10;

  /** Bytes of an image's configuration that are no matter. */
  private static final long USUAL_CONFIG = 1 << 16;

  private final Limits limits;
  private final Invocation invocation;
  private final Platform platform;
  private final long sourceDateEpoch;
  private final Consumer<byte[]> print;
  private final ImageResolver images;

  private Luakit(Builder from) {
    limits = from.limits;
    invocation =
        new Invocation(
            byteStrings(from.buildArguments),
            from.target == null ? null : ByteStrings.fromText(from.target),
            from.buildPlatform,
            from.resolveMode,
            ByteStrings.fromText(from.session),
            from.runs,
            from.contexts);
    platform = from.platform;
    sourceDateEpoch = from.sourceDateEpoch;
    print = from.print;
    images = from.images;
  }

  /** Starts with the default limits, no build arguments, no platform, and nothing printed. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Evaluates a script.
   *
   * @throws IOException if the script itself can't be read
   * @throws ScriptException if the script is at fault, or went beyond a limit
   */
  public Build evaluate(Path path) throws IOException {
    Script script = new Script(path.toString(), path.getFileName().toString());
    byte[] text;
    try {
      text = ScriptFile.read(path, limits.sourceBytes());
    } catch (LimitExceeded e) {
      throw script.failed(e);
    }
    return evaluate(script, text, new DirectoryModules(path.resolveSibling(""), limits));
  }

  /**
   * Evaluates a script that was read from somewhere.
   *
   * @param file what messages call it: a path with {@code /} between its parts
   * @param text the script; must not change any more
   * @param modules the directory that it is in
   * @throws ScriptException if the script is at fault, or went beyond a limit
   */
  public Build evaluate(String file, byte[] text, ModuleLoader modules) {
    Script script = new Script(file, file.substring(file.lastIndexOf('/') + 1));
    if (text.length > limits.sourceBytes()) {
      throw script.failed(LimitExceeded.scriptSize(limits.sourceBytes()));
    }
    return evaluate(script, text, modules);
  }

  private Build evaluate(Script script, byte[] text, ModuleLoader modules) {
    try {
      script.setText(text);
      Images named = new Images(images);
      Build build = run(script, text, modules, named, print);
      for (int runs = 1; named.resolve(); runs++) {
        if (runs == MOST_RUNS) {
          throw script.failed(
              "the script names other images each time that it is told about the last ones");
        }
        // The same lines once more would say nothing new.
        build = run(script, text, modules, named, null);
      }
      return build;
    } catch (LuaError e) {
      throw script.failed(e);
    } catch (LimitExceeded e) {
      throw script.failed(e);
    } catch (InvalidGraphException e) {
      throw script.failed(e.getMessage());
    }
  }

  private Build run(
      Script script, byte[] text, ModuleLoader modules, Images named, Consumer<byte[]> printed) {
    Graph graph = new Graph(platform);
    LuaState state = new LuaState(limits);
    Evaluation evaluation = Evaluation.install(state, graph, invocation, script, named);
    Environment environment =
        new Environment(
            new Lines(printed),
            evaluation,
            sourceDateEpoch,
            modules instanceof DirectoryModules ? modules : new UntimedModules(modules, state),
            BuiltInLibrary.INSTANCE,
            script.sources());
    StandardLibrary.install(state, environment);
    state.call(state.load(ByteStrings.fromBytes(text), script.chunk(), true));
    if (evaluation.exported() == null) {
      throw script.failed(
          "the script never calls bk.export, so there is nothing to build;"
              + " end it with bk.export(state)");
    }
    return new Build(
        evaluation.exported(),
        evaluation.exportedConfig(),
        definition(evaluation, graph.bytes(), state.memory()),
        named.requests(),
        evaluation.arguments());
  }

  /** The definition: the graph was held to the limits, the configuration of the image is here. */
  private Definition definition(Evaluation evaluation, long graphBytes, Memory memory) {
    long left = limits.resultBytes() - graphBytes;
    // What is free is less than there may be, as garbage counts: a usual configuration has room.
    long room = Math.min(left, Math.max(memory.free(), USUAL_CONFIG));
    try {
      return Definition.of(evaluation.exported(), evaluation.exportedConfig(), room);
    } catch (MessageTooLongException e) {
      if (memory.free() < left) {
        memory.allocate(memory.free() + 1); // which says that there is no more
      }
      throw LimitExceeded.result("the definition", limits.resultBytes());
    }
  }

  private static Map<String, String> byteStrings(Map<String, String> texts) {
    Map<String, String> strings = new HashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      strings.put(ByteStrings.fromText(text.getKey()), ByteStrings.fromText(text.getValue()));
    }
    return strings;
  }

  /** Prints lines as bytes. */
  private record Lines(Consumer<byte[]> sink) implements PrintSink {
    @Override
    public void print(String line) {
      if (sink != null) {
        sink.accept(ByteStrings.toBytes(line + "\n"));
      }
    }
  }

  /** Collects what an evaluation needs to know. */
  public static final class Builder {
    private Limits limits = Limits.DEFAULT;
    private Map<String, String> buildArguments = Map.of();
    private Platform platform;
    private long sourceDateEpoch;
    private Consumer<byte[]> print;
    private ImageResolver images;
    private String target;
    private Platform buildPlatform;
    private ResolveMode resolveMode = ResolveMode.DEFAULT;
    private String session = "";
    private RunDefaults runs = RunDefaults.NONE;
    private Contexts contexts;

    private Builder() {}

    /** Sets what the script may use. */
    public Builder limits(Limits limits) {
      this.limits = limits;
      return this;
    }

    /** Sets what {@code bk.arg} and {@code os.getenv} see. */
    public Builder buildArguments(Map<String, String> arguments) {
      buildArguments = Map.copyOf(arguments);
      return this;
    }

    /** Sets the platform that is built for, {@code null} to leave it to the daemon. */
    public Builder platform(Platform platform) {
      this.platform = platform;
      return this;
    }

    /** Sets the one point in time that the script sees, in seconds since 1970. */
    public Builder sourceDateEpoch(long seconds) {
      sourceDateEpoch = seconds;
      return this;
    }

    /** Sets who gets the lines that the script prints, each with its newline. */
    public Builder print(Consumer<byte[]> sink) {
      print = sink;
      return this;
    }

    /** Sets who is asked for digests and configurations of images; nobody unless this is called. */
    public Builder images(ImageResolver resolver) {
      images = resolver;
      return this;
    }

    /** Sets what {@code bk.target} is; null for nothing. */
    public Builder target(String target) {
      this.target = target;
      return this;
    }

    /** Sets the platform of the machine that builds; null if it is that which is built for. */
    public Builder buildPlatform(Platform platform) {
      buildPlatform = platform;
      return this;
    }

    /** Sets where BuildKit looks up images of which the script does not say it. */
    public Builder resolveMode(ResolveMode mode) {
      resolveMode = mode;
      return this;
    }

    /** Sets the session whose stores the build may read; empty for that which builds. */
    public Builder session(String id) {
      session = id;
      return this;
    }

    /** Sets how commands run that do not say it themselves. */
    public Builder runs(RunDefaults defaults) {
      runs = defaults;
      return this;
    }

    /** Sets what takes the place of images and directories that the script names. */
    public Builder contexts(Contexts contexts) {
      this.contexts = contexts;
      return this;
    }

    public Luakit build() {
      return new Luakit(this);
    }
  }
}
