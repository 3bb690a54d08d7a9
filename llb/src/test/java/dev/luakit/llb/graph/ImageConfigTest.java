package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The configuration that images bring along and that exported images get. */
class ImageConfigTest extends GraphFixture {
  private static final String ARM =
      "{\"architecture\":\"arm64\",\"os\":\"linux\",\"variant\":\"v8\",\"config\":{\"Env\":[\"PATH=/bin\","
          + "\"A=1\",\"PATH=/usr/bin\",\"EMPTY=\",\"NOEQ\"],\"WorkingDir\":\"/srv\"}}";

  private State ubuntu(String config) {
    return graph.source(image("ubuntu:24.04", null), ImageConfig.parse(config), NOWHERE);
  }

  @Test
  void commandsRunWithTheConfigurationOfTheirImage() {
    State state = ubuntu(ARM);
    assertOption(
        "config_run", run(state, Command.shell("make").env(Environment.EMPTY.with("A", "2"))));
    assertOption("config_files", copy(mkdir(state, "data"), CopyAction.of(state, "etc", "x/")));
  }

  @Test
  void windowsHasVersionsAndFeatures() {
    assertOption(
        "config_windows",
        run(
            ubuntu(
                "{\"architecture\":\"amd64\",\"os\":\"windows\",\"os.version\":\"10.0.1\",\"os.features\":[\"win32k\"],\"config\":{}}"),
            "make"));
  }

  @Test
  void theUserOfTheImageRunsTheCommands() {
    assertEquals(
        "app", exec(run(ubuntu("{\"config\":{\"User\":\"app\"}}"), "make")).getMeta().getUser());
  }

  @Test
  void anEntrypointDropsTheInheritedCommand() {
    ImageConfig base = ImageConfig.EMPTY.toBuilder().cmd(List.of("sh")).build();
    assertEquals(List.of(), base.toBuilder().entrypoint(List.of("/app")).build().cmd());
    assertEquals(
        List.of("-x"),
        base.toBuilder().cmd(List.of("-x")).entrypoint(List.of("/app")).build().cmd());
    assertEquals(List.of("sh"), base.toBuilder().user("u").build().cmd());
  }

  @Test
  void labelsPortsAndVariablesAddUp() {
    ImageConfig base =
        ImageConfig.EMPTY.toBuilder()
            .label("a", "1")
            .label("b", "2")
            .expose("80")
            .env(Environment.EMPTY.with("A", "1"))
            .build();
    ImageConfig derived =
        base.toBuilder()
            .label("b", "3")
            .expose("443/udp")
            .expose("8000-8002")
            .env(Environment.EMPTY.with("B", "2"))
            .build();
    assertEquals("{a=1, b=3}", derived.labels().toString());
    assertEquals(
        "[443/udp, 80/tcp, 8000/tcp, 8001/tcp, 8002/tcp]", derived.exposedPorts().toString());
    assertEquals("[A=1, B=2]", derived.env().toString());
    assertEquals("{a=1, b=2}", base.labels().toString());
  }

  @Test
  void jsonHasTheKeysInTheOrderOfTheSpecification() {
    ImageConfig config =
        ImageConfig.EMPTY.toBuilder()
            .platform(Platform.parse("linux/arm/v7"))
            .user("app")
            .expose("8080")
            .env(Environment.EMPTY.with("A", "<\"&\">"))
            .entrypoint(List.of("/app"))
            .cmd(List.of("-p", "1"))
            .volume("/data")
            .workingDirectory("/srv")
            .label("x", bytes("\u00e9"))
            .stopSignal("SIGINT")
            .build();
    assertEquals(
        "{\"architecture\":\"arm\",\"os\":\"linux\",\"variant\":\"v7\",\"config\":{\"User\":\"app\","
            + "\"ExposedPorts\":{\"8080/tcp\":{}},\"Env\":[\"A=\\u003c\\\"\\u0026\\\"\\u003e\"],"
            + "\"Entrypoint\":[\"/app\"],\"Cmd\":[\"-p\",\"1\"],\"Volumes\":{\"/data\":{}},"
            + "\"WorkingDir\":\"/srv\",\"Labels\":{\"x\":\""
            + bytes("\u00e9")
            + "\"},\"StopSignal\":\"SIGINT\"},"
            + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}",
        config.toJson(null));
  }

  @Test
  void thePlatformIsTheImagesElseTheBuildsElseTheUsualOne() {
    ImageConfig none = ImageConfig.EMPTY.toBuilder().user("u").build();
    assertTrue(none.toJson(null).startsWith("{\"architecture\":\"amd64\",\"os\":\"linux\","));
    assertTrue(
        none.toJson(Platform.parse("linux/arm64")).startsWith("{\"architecture\":\"arm64\","));
    ImageConfig own = none.toBuilder().platform(Platform.parse("linux/s390x")).build();
    assertTrue(
        own.toJson(Platform.parse("linux/arm64")).startsWith("{\"architecture\":\"s390x\","));
  }

  @Test
  void whatDockerKnowsBeyondTheSpecificationIsKept() {
    ImageConfig config =
        ImageConfig.parse(
            "{\"created\":\"x\",\"os\":\"linux\",\"architecture\":\"amd64\",\"history\":[{\"a\":[1,-2.5e3,null,true,{}]}],\"config\":{\"Healthcheck\":"
                + " {\"Test\":[\"CMD\"]},\"OnBuild\":[\"RUN"
                + " x\"],\"Cmd\":null,\"Hostname\":\"\",\"Labels\":null}} ");
    assertEquals(
        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Healthcheck\":{\"Test\":[\"CMD\"]}},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}",
        config.toJson(null));
  }

  @Test
  void readingWhatWasWrittenGivesTheSame() {
    ImageConfig config =
        ImageConfig.parse(
            "{\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v6\",\"config\":{\"Env\":[\"A=\\u00e9\\ud83c\\udf89\\n"
                + "\"],\"ExposedPorts\":{\"1/tcp\":{},\"2/udp\":{}},\"Volumes\":{\"/v\":{}},\"Labels\":{\"l\":\"\\\\\"},\"StopSignal\":\"9\",\"Entrypoint\":[],\"Cmd\":[\"a\",\"b\"],\"Shell\":[\"/bin/bash\"]}}");
    assertEquals(bytes("[A=\u00e9\ud83c\udf89\n]"), config.env().toString());
    assertEquals(config, ImageConfig.parse(config.toJson(null)));
    assertEquals(ImageConfig.EMPTY, ImageConfig.parse("{}"));
  }

  @Test
  void whatIsNoJsonIsRejected() {
    for (String json :
        List.of(
            "",
            "{",
            "[]",
            "{\"config\":{\"Env\":[1]}}",
            "{\"config\":[]}",
            "{} x",
            "{\"a\":\"\\ud800\\u0020\"}",
            "{\"a\" 1}",
            "{\"a\":" + "[".repeat(5000),
            "\u00ff",
            "{\"a\":1 \"b\":2}",
            "{,\"a\":1}",
            "{\"a\":1,}")) {
      assertRejected("an image's configuration is not valid JSON", () -> ImageConfig.parse(json));
    }
  }

  @Test
  void portsThatAreNoneAreRejected() {
    for (String port : List.of("", "0", "65536", "x", "80/http", "90-80", "-1", "1-", "80/")) {
      assertThrows(
          InvalidGraphException.class, () -> ImageConfig.EMPTY.toBuilder().expose(port), port);
    }
  }

  @Test
  void theExportedOperationCarriesTheConfiguration() {
    State state = run(alpine(), "make");
    ImageConfig config = ImageConfig.EMPTY.toBuilder().user("u").build();
    Definition exported = Definition.of(state, config);
    dev.luakit.proto.ops.Definition read = Golden.parse(exported.toByteArray());
    String digest = state.output().vertex().digest();
    assertEquals(
        config.toJson(Platform.parse("linux/amd64")),
        read.getMetadataOrThrow(digest).getDescriptionOrThrow("containerimage.config"));
    assertEquals(exported.imageConfig(), config.toJson(Platform.parse("linux/amd64")));
    assertEquals("constraints platform", terminalCapabilities(state));
  }

  @Test
  void textThatIsNotUtf8IsRejected() {
    ImageConfig config = ImageConfig.EMPTY.toBuilder().user("\u00ff").build();
    assertRejected("\"?\" is not valid UTF-8", () -> Definition.of(alpine(), config));
  }
}
