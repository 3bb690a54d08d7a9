package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import dev.luakit.proto.ops.ExecOp;
import dev.luakit.proto.ops.Op;
import dev.luakit.proto.ops.OpMetadata;
import dev.luakit.proto.ops.SourceOp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.function.Executable;

/** Short ways to make states, and to read back through protobuf what became of them. */
abstract class GraphFixture {
  static final List<Location> NOWHERE = List.of();

  final Graph graph = new Graph(Platform.parse("linux/amd64"));

  State image(String reference) {
    return graph.source(image(reference, null), NOWHERE);
  }

  static ImageSource image(String reference, Platform platform) {
    return new ImageSource(ImageReference.parse(reference), platform, ResolveMode.DEFAULT, "", -1);
  }

  static CacheMount emptyCache(String target, String id, CacheSharing sharing) {
    return new CacheMount(null, "", target, id, sharing);
  }

  State local(String name) {
    return graph.source(LocalSource.of(name).build(), NOWHERE);
  }

  State source(Source source) {
    return graph.source(source, NOWHERE);
  }

  State alpine() {
    return image("alpine:3.19");
  }

  static State run(State base, String line) {
    return base.run(Command.shell(line).build(), NOWHERE);
  }

  static State run(State base, Command.Builder command) {
    return base.run(command.build(), NOWHERE);
  }

  static State copy(State base, CopyAction.Builder copy) {
    return base.file(copy.build(), NOWHERE);
  }

  static State mkdir(State base, String path) {
    return base.file(
        new MkdirAction(path, FileMode.octal("0755"), false, null, FileAction.NOW), NOWHERE);
  }

  static State mkfile(State base, String path, String data) {
    return base.file(
        new MkfileAction(path, data, FileMode.octal("0644"), null, FileAction.NOW), NOWHERE);
  }

  static State rm(State base, String path) {
    return base.file(new RmAction(path, false, false), NOWHERE);
  }

  static State symlink(State base, String oldPath, String newPath) {
    return base.file(new SymlinkAction(oldPath, newPath, null, FileAction.NOW), NOWHERE);
  }

  static List<Op> ops(State state) {
    List<Op> ops = new ArrayList<>();
    for (ByteString bytes : definition(state).getDefList()) {
      ops.add(Golden.op(bytes));
    }
    return ops;
  }

  static dev.luakit.proto.ops.Definition definition(State state) {
    return Golden.parse(Definition.of(state).toByteArray());
  }

  /** The operation that makes the state. */
  static Op op(State state) {
    List<Op> ops = ops(state);
    return ops.get(ops.size() - 2);
  }

  static ExecOp exec(State state) {
    return op(state).getExec();
  }

  static SourceOp sourceOp(State state) {
    return op(state).getSource();
  }

  static OpMetadata metadata(State state) {
    return definition(state).getMetadataOrThrow(state.output().vertex().digest());
  }

  /** The capabilities of the operation that makes the state, sorted and separated by spaces. */
  static String capabilities(State state) {
    return String.join(" ", new TreeSet<>(metadata(state).getCapsMap().keySet()));
  }

  static String terminalCapabilities(State state) {
    dev.luakit.proto.ops.Definition definition = definition(state);
    String digest = Golden.digest(definition.getDef(definition.getDefCount() - 1));
    return String.join(
        " ", new TreeSet<>(definition.getMetadataOrThrow(digest).getCapsMap().keySet()));
  }

  /** Fails unless the definition is the one recorded among those of single options. */
  static void assertOption(String name, State exported) {
    Golden.assertAsRecorded("options/" + name, exported);
  }

  /** Text as scripts have it: its UTF-8 bytes as chars. */
  static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  static void assertRejected(String message, Executable call) {
    assertEquals(message, assertThrows(InvalidGraphException.class, call).getMessage());
  }
}
