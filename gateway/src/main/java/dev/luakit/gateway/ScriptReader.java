package dev.luakit.gateway;

import dev.luakit.llb.bk.Context;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.image.LockFile;
import dev.luakit.proto.ops.Definition;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the script, where the tools that start builds put it. */
final class ScriptReader {
  private static final String USUAL_DIRECTORY = "dockerfile";
  private static final String USUAL_SCRIPT = "build.lua";

  /** The script's name where Docker's own frontend has read it and found that it is for luakit. */
  private static final String FORWARDED_SCRIPT = "Dockerfile";

  /** What the client says of a directory that it was not told to give. */
  private static final String NOT_GIVEN = "no access allowed to dir";

  private static final String IGNORE = ".dockerignore";

  private final Bridge bridge;
  private final FileReader reader;
  private final FrontendOptions options;
  private final Inputs inputs;
  private final MainContext context;

  ScriptReader(
      Bridge bridge,
      FileReader reader,
      FrontendOptions options,
      Inputs inputs,
      MainContext context) {
    this.bridge = bridge;
    this.reader = reader;
    this.options = options;
    this.inputs = inputs;
    this.context = context;
  }

  /**
   * Reads the script.
   *
   * @throws FrontendException if there is none
   */
  ScriptText read() {
    String file = file();
    List<String> tried = new ArrayList<>();
    for (Directory directory : directories()) {
      ScriptText script = read(directory, file, tried);
      if (script != null) {
        return script;
      }
    }
    throw new FrontendException("cannot read the script " + file + ": " + String.join("; ", tried));
  }

  private String file() {
    if (context.script() != null && options.get("dockerfilekey") == null) {
      return context.script();
    }
    String usual = options.get("cmdline") == null ? USUAL_SCRIPT : FORWARDED_SCRIPT;
    return clean(options.get("filename", usual));
  }

  /** The path as seen from the directory: no step leads out of it. */
  private static String clean(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  private List<Directory> directories() {
    List<Directory> directories = new ArrayList<>();
    String named = options.get("dockerfilekey");
    if (named != null) {
      directories.add(new LocalDirectory(named, options.session(named)));
      return directories;
    }
    if (context.remote()) {
      directories.add(context.directory(options, inputs));
      return directories;
    }
    Context.Files given = inputs.get(USUAL_DIRECTORY, ImageConfig.EMPTY);
    directories.add(
        given == null
            ? new LocalDirectory(USUAL_DIRECTORY, options.session(USUAL_DIRECTORY))
            : new FilesDirectory(given, "the input \"" + USUAL_DIRECTORY + "\"", inputs));
    directories.add(context.directory(options, inputs));
    return directories;
  }

  private ScriptText read(Directory directory, String file, List<String> tried) {
    String ignoreFile = file + IGNORE;
    String lockFile = ScriptText.folder(file) + LockFile.NAME;
    Definition definition =
        directory.definition(
            List.of(file, ignoreFile, lockFile), "load build definition from " + file);
    try {
      String ref = Solving.solve(bridge, definition, List.of());
      byte[] text = reader.read(ref, file);
      if (text != null) {
        return new ScriptText(
            file,
            text,
            reader.read(ref, ignoreFile),
            reader.read(ref, lockFile),
            definition,
            directory);
      }
      tried.add("no such file in " + directory.shown());
    } catch (BridgeException e) {
      tried.add(
          e.text().contains(NOT_GIVEN) ? "the build has not got " + directory.shown() : e.text());
    } catch (IOException e) {
      tried.add(e.getMessage());
    }
    return null;
  }
}
