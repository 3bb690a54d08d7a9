package dev.luakit.llb.advice;

import dev.luakit.llb.Build;
import dev.luakit.llb.graph.Detail;
import dev.luakit.llb.graph.ExecOp;
import dev.luakit.llb.graph.FileOp;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.graph.Vertex;
import dev.luakit.vm.ByteStrings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Warns of operations that BuildKit takes and that fail there, or do what nobody wants. */
public final class OddOperations {
  private static final String LOCAL = "local://";

  /** Nobody has written a longer line for the shell. */
  private static final int LONGEST = 10_000;

  private final Reporter reporter;

  /** What was said: a script is evaluated for each platform. */
  private final Set<String> told = new HashSet<>();

  /**
   * @param reporter gets the warnings
   */
  public OddOperations(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Warns of what is odd in a build. */
  public void warn(Build build) {
    for (Vertex vertex : build.definition().vertices()) {
      if (reporter.isFull()) {
        return;
      }
      switch (vertex.op().kind()) {
        case "run" -> ofCommand(vertex, (ExecOp) vertex.op());
        case "copy" -> ofCopy(vertex, (FileOp) vertex.op());
        case "rm" -> {
          ofName(vertex, "path");
          ofPattern(vertex, detail(vertex, "path"));
        }
        case "mkdir", "mkfile" -> ofName(vertex, "path");
        case "local" -> ofFolder(vertex);
        default -> {}
      }
    }
    List<String> program = build.imageConfig().entrypoint();
    ofProgram(program.isEmpty() ? build.imageConfig().cmd() : program);
  }

  /** Looks at what a container starts, of which nobody knows where the script says it. */
  private void ofProgram(List<String> program) {
    if (isLine(program) && told.add("export")) {
      String text = ByteStrings.toText(program.getFirst());
      reporter.add(
          null,
          "a container starts a program that is called \"" + text + "\", with its spaces",
          "each word is an element: { \"" + text.replaceAll(" +", "\", \"") + "\" }");
    }
  }

  private void ofCommand(Vertex vertex, ExecOp op) {
    List<String> arguments = op.command().arguments();
    String program = arguments.getFirst();
    if (isLine(arguments)) {
      add(
          vertex,
          "the program is called \"" + program + "\", with its spaces",
          "a line for the shell is no list: s:run(\"" + ByteStrings.toText(program) + "\")");
    }
    ofName(vertex, "cwd");
    String line = arguments.getLast();
    boolean cd = line.startsWith("cd ");
    if (arguments.size() == 3 && (cd || line.startsWith("export ")) && isOneCommand(line)) {
      add(
          vertex,
          "the command has no effect: its shell ends with it",
          cd ? "write s:with_workdir(\"/path\")" : "write s:with_env({ NAME = \"value\" })");
    }
    boolean empty = op.base().isScratch();
    Set<String> targets = new HashSet<>();
    for (Mount mount : op.command().mounts()) {
      if (!targets.add(mount.target())) {
        add(vertex, "two mounts have the path \"" + mount.target() + "\"", "one hides the other");
      }
      State files = mount.source();
      empty &= files == null || files.isScratch();
    }
    if (empty) {
      add(
          vertex,
          "the command runs where no file is, and so no program",
          "begin with an image: bk.image(\"alpine:3.19\"):run(…); scratch is for what is copied");
    }
  }

  /** Whether a list is one line for the shell. */
  private static boolean isLine(List<String> program) {
    return program.size() == 1
        && program.getFirst().length() < LONGEST
        && program.getFirst().indexOf(' ') > 0;
  }

  /** Whether a line for the shell has nothing behind its first command. */
  private static boolean isOneCommand(String line) {
    return line.indexOf(';') < 0
        && line.indexOf('&') < 0
        && line.indexOf('|') < 0
        && line.indexOf('\n') < 0;
  }

  private void ofCopy(Vertex vertex, FileOp op) {
    String path = detail(vertex, "src");
    ofName(vertex, "src");
    ofName(vertex, "dest");
    ofPattern(vertex, path);
    String directory = op.action().source().workingDirectory();
    if (leavesRoot(path.startsWith("/") ? path : directory + "/" + path)) {
      add(
          vertex,
          "\"" + path + "\" leads out of what is copied from, where nothing is",
          "a folder further up is another --local context=FOLDER for who builds");
    }
  }

  /** Dockerfiles fill variables into paths, and nobody else does. */
  private void ofName(Vertex vertex, String name) {
    String path = detail(vertex, name);
    int dollar = path.indexOf('$') + 1;
    boolean letter =
        dollar > 0 && dollar < path.length() && Character.isLetter(path.charAt(dollar));
    if (letter || path.contains("${")) {
      add(
          vertex,
          "\"" + path + "\" is a name with a $ in it: nothing is filled in",
          "texts are joined: bk.arg(\"NAME\") .. \"/a\"");
    }
  }

  private void ofPattern(Vertex vertex, String path) {
    boolean pattern = path.indexOf('*') >= 0 || path.indexOf('?') >= 0;
    if (pattern && detail(vertex, "allow_wildcard").isEmpty()) {
      add(
          vertex,
          "\"" + path + "\" is the name of one file here, and no pattern",
          "to take all files that fit: { allow_wildcard = true }");
    }
  }

  private void ofFolder(Vertex vertex) {
    String name = detail(vertex, "identifier").substring(LOCAL.length());
    if (name.startsWith(".") || name.indexOf('/') >= 0) {
      add(
          vertex,
          "\"" + name + "\" is taken for a name, and not for a path",
          "write bk.local_(\"context\"): the folder is said by who builds, --local context=FOLDER,"
              + " and a part of it by include");
    }
    if (detail(vertex, "local.includepattern").contains("\"../")) {
      add(
          vertex,
          "what include names above the folder is never found",
          "a folder further up is another --local context=FOLDER for who builds");
    }
  }

  /** Whether a path goes up more often than down. */
  private static boolean leavesRoot(String path) {
    int depth = 0;
    for (int start = 0, end; start < path.length(); start = end + 1) {
      end = path.indexOf('/', start);
      end = end < 0 ? path.length() : end;
      String part = path.substring(start, end);
      if (part.equals("..")) {
        depth--;
      } else if (!part.isEmpty() && !part.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  private static String detail(Vertex vertex, String name) {
    for (Detail detail : vertex.op().details()) {
      if (detail.name().equals(name)) {
        return detail.value();
      }
    }
    return "";
  }

  private void add(Vertex vertex, String message, String hint) {
    Location call = reporter.ownCall(vertex.locations());
    String place = call == null ? "" : call.file().name() + ":" + call.startLine() + ": ";
    if (told.add(place + message)) {
      reporter.add(call, ByteStrings.toText(message), hint);
    }
  }
}
