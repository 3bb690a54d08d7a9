package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.luakit.proto.ops.Op;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written when a state is exported. */
class DefinitionTest extends GraphFixture {
  private static final SourceFile BUILD =
      new SourceFile("build.lua", "bk.export(x)\n".getBytes(StandardCharsets.UTF_8), "Lua");
  private static final SourceFile LIBRARY =
      new SourceFile("libs/go.lua", "return {}".getBytes(StandardCharsets.UTF_8), "Lua");

  @Test
  void theTerminalOperationNamesTheStateAndNothingElse() {
    State made = run(alpine(), "make");
    Op terminal = ops(made).getLast();
    assertEquals(1, terminal.getInputsCount());
    assertEquals(made.output().vertex().digest(), terminal.getInputs(0).getDigest());
    assertEquals(Op.OpCase.OP_NOT_SET, terminal.getOpCase());
    assertTrue(!terminal.hasConstraints() && !terminal.hasPlatform());
    assertEquals("constraints platform", terminalCapabilities(made));
  }

  @Test
  void exportedScratchIsATerminalOperationWithoutInput() {
    dev.luakit.proto.ops.Definition definition = definition(graph.scratch());
    assertEquals(List.of(ByteString.EMPTY), definition.getDefList());
    assertEquals("constraints platform", terminalCapabilities(graph.scratch()));
    assertNull(Definition.of(graph.scratch()).exported());
  }

  @Test
  void aConfigurationOfScratchStandsAtTheTerminalOperation() {
    ImageConfig config = ImageConfig.EMPTY.toBuilder().user("u").build();
    byte[] bytes = Definition.of(graph.scratch(), config).toByteArray();
    String empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assertEquals(
        config.toJson(graph.defaultPlatform()),
        Golden.parse(bytes)
            .getMetadataOrThrow(empty)
            .getDescriptionOrThrow("containerimage.config"));
  }

  @Test
  void theSameGraphIsTheSameBytes() {
    byte[] first = Definition.of(twoStages(new Graph(null))).toByteArray();
    byte[] second = Definition.of(twoStages(new Graph(null))).toByteArray();
    assertArrayEquals(first, second);
  }

  @Test
  void otherImplementationsOfProtobufWriteTheSameBytes() throws IOException {
    byte[] bytes = Definition.of(twoStages(graph)).toByteArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CodedOutputStream coded = CodedOutputStream.newInstance(out);
    coded.useDeterministicSerialization();
    Golden.parse(bytes).writeTo(coded);
    coded.flush();
    assertArrayEquals(out.toByteArray(), bytes);
  }

  private static State twoStages(Graph graph) {
    List<Location> at = List.of(new Location(BUILD, 1, 0, 1, 12));
    State golang = graph.source(image("golang:1.22", null), at);
    State context = graph.source(LocalSource.of("context").exclude(List.of("vendor/")).build(), at);
    State built =
        golang
            .file(CopyAction.of(context, ".", "/src").build(), at)
            .run(Command.shell("go build -o /app").workingDirectory("/src").build(), at);
    return graph
        .scratch()
        .file(CopyAction.of(built, "/app", "/app").build(), at)
        .withMetadata(new Metadata("the app", null, false, null, null));
  }

  @Test
  void theSameOperationTwiceIsWrittenOnce() {
    State merged = graph.merge(List.of(run(alpine(), "a"), run(alpine(), "b")), NOWHERE);
    List<ByteString> ops = definition(merged).getDefList();
    assertEquals(5, ops.size());
    Golden.assertWellOrdered(ops);
  }

  @Test
  void inputsComeFirstInTheOrderInWhichTheyAreUsed() {
    State made = copy(image("a"), CopyAction.of(copy(image("b"), from("c")), "/", "/"));
    List<String> labels = new ArrayList<>();
    for (Vertex vertex : Definition.of(made).vertices()) {
      labels.add(vertex.op().label());
    }
    assertEquals(
        List.of(
            "docker-image://docker.io/library/a:latest",
            "docker-image://docker.io/library/b:latest",
            "local://c",
            "copy / /",
            "copy / /"),
        labels);
  }

  private CopyAction.Builder from(String name) {
    return CopyAction.of(local(name), "/", "/");
  }

  @Test
  void whatIsNotNeededIsNotWritten() {
    State base = alpine();
    run(base, "unused");
    assertEquals(3, definition(run(base, "used")).getDefCount());
  }

  @Test
  void aChainOfAHundredThousandOperationsIsWrittenInASecondOrSo() {
    State chain =
        assertTimeout(
            Duration.ofSeconds(30),
            () -> {
              State state = alpine();
              for (int i = 0; i < 100_000; i++) {
                state = run(state, "step " + i);
              }
              assertEquals(100_002, definition(state).getDefCount());
              return state;
            });
    Golden.assertWellOrdered(definition(chain).getDefList());
  }

  @Test
  void aMergeOfAHundredThousandStatesIsWrittenInASecondOrSo() {
    State merged =
        assertTimeout(
            Duration.ofSeconds(30),
            () -> {
              State base = alpine();
              List<State> layers = new ArrayList<>();
              for (int i = 0; i < 100_000; i++) {
                layers.add(run(base, "step " + i));
              }
              return graph.merge(layers, NOWHERE);
            });
    assertEquals(100_003, definition(merged).getDefCount());
  }

  @Test
  void sixtyLevelsOfDoublingAreSixtyOperations() {
    State state = run(alpine(), "make");
    for (int i = 0; i < 60; i++) {
      state = graph.merge(List.of(state, state), NOWHERE);
    }
    assertEquals(63, definition(state).getDefCount());

    State copies = alpine();
    for (int i = 0; i < 60; i++) {
      copies = copy(copies, CopyAction.of(copies, "/a", "/b"));
    }
    assertEquals(62, definition(copies).getDefCount());
  }

  @Test
  void manyTwinsFromManyPlacesStayFewLocations() {
    List<State> twins = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      List<Location> at = List.of(new Location(BUILD, i + 1, 0, i + 1, 5));
      twins.add(graph.source(image("alpine", null), at));
    }
    State merged = graph.merge(twins, NOWHERE);
    String digest = twins.get(0).output().vertex().digest();
    assertEquals(8, definition(merged).getSource().getLocationsOrThrow(digest).getLocationsCount());
  }

  @Test
  void everyOperationIsSaidToComeFromItsCallAndThatOnesCallers() {
    Location call = new Location(LIBRARY, 12, 2, 14, 3);
    Location caller = new Location(BUILD, 1, 10, 1, 30);
    State base = graph.source(image("alpine", null), List.of(new Location(BUILD, 1, 0, 1, 9)));
    State made = base.run(Command.shell("make").build(), List.of(call, caller));

    dev.luakit.proto.ops.Source source = definition(made).getSource();
    assertEquals("build.lua", source.getInfos(0).getFilename());
    assertEquals("bk.export(x)\n", source.getInfos(0).getData().toStringUtf8());
    assertEquals("Lua", source.getInfos(0).getLanguage());
    assertEquals("libs/go.lua", source.getInfos(1).getFilename());

    dev.luakit.proto.ops.Locations of = source.getLocationsOrThrow(made.output().vertex().digest());
    assertEquals(2, of.getLocationsCount());
    assertEquals(1, of.getLocations(0).getSourceIndex());
    assertEquals(12, of.getLocations(0).getRanges(0).getStart().getLine());
    assertEquals(2, of.getLocations(0).getRanges(0).getStart().getCharacter());
    assertEquals(14, of.getLocations(0).getRanges(0).getEnd().getLine());
    assertEquals(3, of.getLocations(0).getRanges(0).getEnd().getCharacter());
    assertEquals(0, of.getLocations(1).getSourceIndex());
  }

  @Test
  void twinsComeFromBothTheirPlacesOnce() {
    List<Location> here = List.of(new Location(BUILD, 1, 0, 1, 9));
    List<Location> there = List.of(new Location(BUILD, 2, 0, 2, 9));
    State merged =
        graph.merge(
            List.of(
                graph.source(image("alpine", null), here),
                graph.source(image("alpine", null), there),
                graph.source(image("alpine", null), List.copyOf(here))),
            here);
    String digest = merged.output().vertex().op().inputs().get(0).vertex().digest();
    assertEquals(2, definition(merged).getSource().getLocationsOrThrow(digest).getLocationsCount());
  }

  @Test
  void namesOfFilesThatAreNotUtf8AreStillShown() {
    SourceFile odd = new SourceFile("b\u00fcild.lua", new byte[0], "Lua");
    State state = graph.source(image("alpine", null), List.of(new Location(odd, 1, 0, 1, 1)));
    assertEquals("b?ild.lua", definition(state).getSource().getInfos(0).getFilename());
  }

  @Test
  void withoutLocationsThereIsNoSourceMap() {
    assertTrue(!definition(alpine()).hasSource());
  }

  @Test
  void capabilitiesStandInTheOrderOfTheirNames() {
    List<String> names = new ArrayList<>();
    for (Capability capability : Capability.values()) {
      names.add(capability.text());
    }
    List<String> sorted = new ArrayList<>(names);
    Collections.sort(sorted);
    assertEquals(sorted, names);
    assertTrue(names.size() <= Long.SIZE);
  }

  @Test
  void theGraphTellsHowMuchMemoryItTakes() {
    long before = graph.size();
    State file = mkfile(graph.scratch(), "/a", "x".repeat(1_000_000));
    assertTrue(graph.size() - before > 1_000_000);
    assertEquals(graph.size() - before, file.output().vertex().size());
    assertEquals(1, graph.vertices());
  }

  @Test
  void operationsTellWhatTheyAre() {
    State made =
        run(
            alpine(),
            Command.shell("go build")
                .workingDirectory("/src")
                .network(NetworkMode.NONE)
                .mount(emptyCache("/cache", "c", CacheSharing.SHARED)));
    dev.luakit.llb.graph.Op op = made.output().vertex().op();
    assertEquals("run", op.kind());
    assertEquals("go build", op.label());
    assertEquals("linux/amd64", op.platform().format());
    assertEquals(
        "[/bin/sh, -c, go build, /src, none, cache /cache]",
        op.details().stream().map(Detail::value).toList().toString());
    assertEquals("image", op.inputs().get(0).vertex().op().kind());
    assertEquals("rm", rm(alpine(), "/a").output().vertex().op().kind());
    assertEquals("symlink b -> a", symlink(alpine(), "a", "b").output().vertex().op().label());
  }

  @Test
  void theDigestStandsForTheWholeDefinition() {
    State made = run(alpine(), "make");
    Definition definition = Definition.of(made);
    List<ByteString> ops = definition(made).getDefList();
    assertEquals(Golden.digest(ops.getLast()), definition.digest());
    assertNotEquals(definition.digest(), Definition.of(run(alpine(), "test")).digest());
  }
}
