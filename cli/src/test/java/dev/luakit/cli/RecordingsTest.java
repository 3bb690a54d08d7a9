package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.OpMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code luakit build} writes what BuildKit's own Go client writes for the same graphs and images.
 */
class RecordingsTest {
  private static final Path FOLDER = Guide.ROOT.resolve("llb/src/test/resources/golden");

  @TempDir private Path folder;

  static List<Path> definitions() throws IOException {
    return Stream.concat(scripts(FOLDER), scripts(FOLDER.resolve("options"))).toList();
  }

  static List<Path> configurations() throws IOException {
    return scripts(FOLDER.resolve("config")).toList();
  }

  private static Stream<Path> scripts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".lua")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void definitions_are_as_recorded(Path script) throws IOException {
    Definition wanted = Definition.parseFrom(Files.readAllBytes(recorded(script, ".pb")));
    Definition got = Definition.parseFrom(build(script, "-o", "-"));
    // Operations without an order between them may be in any.
    assertEquals(new HashSet<>(wanted.getDefList()), new HashSet<>(got.getDefList()));
    assertEquals(wanted.getDefCount(), got.getDefCount());
    assertEquals(result(wanted), result(got));
    assertEquals(metadata(wanted), metadata(got));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void configurations_are_as_recorded(Path script) throws IOException {
    String definition = folder.resolve("definition.pb").toString();
    assertArrayEquals(
        Files.readAllBytes(recorded(script, ".json")),
        build(script, "-o", definition, "--image-config", "-"));
  }

  private byte[] build(Path script, String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("build", "--platform=linux/amd64"));
    if (Files.readString(script).contains("VERSION")) {
      args.add("--build-arg=VERSION=3.19");
    }
    args.addAll(List.of(options));
    args.add(script.toString());
    Shell.Result result = new Shell(folder).run(args.toArray(new String[0]));
    assertEquals("", result.err());
    assertEquals(0, result.code());
    return result.bytes();
  }

  private static Path recorded(Path script, String ending) {
    return script.resolveSibling(script.getFileName().toString().replace(".lua", ending));
  }

  private static ByteString result(Definition definition) {
    return definition.getDef(definition.getDefCount() - 1);
  }

  /** What is said of the operations, but for the configuration that only luakit writes there. */
  private static Map<String, OpMetadata> metadata(Definition definition) {
    Map<String, OpMetadata> metadata = new HashMap<>();
    definition
        .getMetadataMap()
        .forEach(
            (digest, said) ->
                metadata.put(
                    digest, said.toBuilder().removeDescription("containerimage.config").build()));
    return metadata;
  }
}
