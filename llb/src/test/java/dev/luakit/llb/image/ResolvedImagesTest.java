package dev.luakit.llb.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import dev.luakit.llb.ScriptException;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Platform;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.Op;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How what is known of an image reaches the build. */
class ResolvedImagesTest {
  /** Of the target's platform, which each state has. */
  private static final ImageConfig NOTHING =
      ImageConfig.EMPTY.toBuilder().platform(Platform.USUAL).build();

  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
  private static final String CONFIG =
      """
      {"architecture":"arm64","os":"linux","config":{"User":"app","WorkingDir":"/work",
       "Env":["PATH=/go/bin","MARK=image"],"Cmd":["sh"],"Entrypoint":["/init"]}}
      """;

  @TempDir Path folder;

  /** Knows one image, and notes what it is asked. */
  private static final class OneImage implements ImageResolver {
    private final List<List<String>> asked = new ArrayList<>();

    @Override
    public List<Resolution> resolve(List<ImageRequest> requests) {
      asked.add(
          requests.stream()
              .map(request -> request.reference().format() + " " + request.platform().format())
              .toList());
      return requests.stream()
          .map(
              request ->
                  switch (request.reference().path()) {
                    case "library/known" ->
                        new Resolution.Resolved(DIGEST, ImageConfig.parse(CONFIG));
                    case "library/missing" -> new Resolution.Failed("is not there");
                    default -> Resolution.UNKNOWN;
                  })
          .toList();
    }
  }

  private final OneImage images = new OneImage();

  private Luakit.Builder luakit() {
    return Luakit.builder().images(images);
  }

  private Build build(String script) throws IOException {
    return build(luakit(), script);
  }

  private Build build(Luakit.Builder luakit, String script) throws IOException {
    return luakit.build().evaluate(Files.writeString(folder.resolve("build.lua"), script));
  }

  private static List<Op> ops(Build build) throws IOException {
    List<Op> ops = new ArrayList<>();
    for (var bytes : Definition.parseFrom(build.definition().toByteArray()).getDefList()) {
      ops.add(Op.parseFrom(bytes));
    }
    return ops;
  }

  @Test
  void commandsRunInTheEnvironmentOfTheImage() throws IOException {
    List<Op> ops = ops(build("bk.export(bk.image('known'):run('make', { env = { MARK = 'x' } }))"));
    var meta = ops.get(1).getExec().getMeta();
    assertEquals(List.of("PATH=/go/bin", "MARK=x"), meta.getEnvList());
    assertEquals("/work", meta.getCwd());
    assertEquals("app", meta.getUser());
    assertEquals("arm64", ops.get(1).getPlatform().getArchitecture());
    assertEquals("arm64", ops.get(0).getPlatform().getArchitecture());
  }

  @Test
  void aResolvedImageIsPinned() throws IOException {
    assertEquals(
        "docker-image://docker.io/library/known:1@" + DIGEST,
        ops(build("bk.export(bk.image('known:1'))")).get(0).getSource().getIdentifier());
  }

  @Test
  void theConfigurationFollowsTheFileSystem() throws IOException {
    Build build =
        build(
            """
            local s = bk.image("known"):run("make"):mkdir("/a"):mkfile("/a/b", "c")
            local copied = s:copy(bk.image("other"), "/x", "/y"):rm("/y"):symlink("/a", "/b")
            local merged = bk.merge(copied, bk.image("other"))
            local changed = bk.diff(merged, bk.image("other"))
            bk.export(changed)
            """);
    assertEquals(ImageConfig.parse(CONFIG), build.imageConfig());
  }

  @Test
  void scratchInAMergeOrDiffHasNoConfigurationToGive() throws IOException {
    assertEquals(
        NOTHING, build("bk.export(bk.merge(bk.scratch(), bk.image('known')))").imageConfig());
    assertEquals(
        NOTHING, build("bk.export(bk.diff(bk.scratch(), bk.image('known')))").imageConfig());
    assertEquals(
        "/own",
        build("bk.export(bk.merge(bk.scratch():with_workdir('/own'), bk.image('known')))")
            .imageConfig()
            .workingDirectory());
  }

  @Test
  void whatIsCopiedFromBringsNoConfiguration() throws IOException {
    Build build = build("bk.export(bk.scratch():copy(bk.image('known'), '/x', '/y'))");
    assertEquals(NOTHING, build.imageConfig());
  }

  @Test
  void theExportAddsToWhatIsInherited() throws IOException {
    Build build =
        build(
            "bk.export(bk.image('known'), { env = { MORE = 'yes', MARK = 'mine' },"
                + " entrypoint = { '/app' } })");
    ImageConfig config = build.imageConfig();
    assertEquals(List.of("PATH=/go/bin", "MARK=mine", "MORE=yes"), config.env().entries());
    assertEquals(List.of("/app"), config.entrypoint());
    assertEquals(List.of(), config.cmd());
    assertEquals("/work", config.workingDirectory());
  }

  @Test
  void allImagesAreAskedForAtOnceAndEachOnce() throws IOException {
    build(
        """
        local a = bk.image("known"):run("true")
        local b = bk.image("docker.io/library/known:latest"):run("true")
        local c = bk.image("known", { platform = "linux/arm64" })
        bk.export(bk.merge(a, b, c, bk.image("other"):run("true")))
        """);
    assertEquals(
        List.of(
            List.of(
                "docker.io/library/known:latest linux/amd64",
                "docker.io/library/known:latest linux/arm64",
                "docker.io/library/other:latest linux/amd64")),
        images.asked);
  }

  @Test
  void anImageIsWantedForThePlatformThatIsBuiltFor() throws IOException {
    build(luakit().platform(Platform.parse("linux/s390x")), "bk.export(bk.image('known'))");
    assertEquals(List.of(List.of("docker.io/library/known:latest linux/s390x")), images.asked);
  }

  @Test
  void aScriptWithoutImagesAsksNobody() throws IOException {
    build("bk.export(bk.scratch():mkdir('/a'))");
    assertEquals(List.of(), images.asked);
  }

  @Test
  void whatAScriptPrintsIsPrintedOnce() throws IOException {
    List<String> lines = new ArrayList<>();
    build(
        luakit().print(line -> lines.add(new String(line, StandardCharsets.UTF_8))),
        "print('hello') bk.export(bk.image('known'))");
    assertEquals(List.of("hello\n"), lines);
  }

  @Test
  void anImageThatCanNotBeResolvedIsAnErrorOfItsLine() throws IOException {
    ScriptException e =
        assertThrows(
            ScriptException.class, () -> build("\nlocal s = bk.image('missing')\nbk.export(s)"));
    assertEquals("bk.image: image \"docker.io/library/missing:latest\" is not there", e.message());
    assertEquals(2, e.line());
  }

  @Test
  void aScriptThatGoesOnWithAnotherImageGetsThat() throws IOException {
    Build build =
        build(
            """
            local ok, s = pcall(bk.image, "missing")
            bk.export(ok and s or bk.image("known"))
            """);
    assertEquals("/work", build.imageConfig().workingDirectory());
    assertEquals(2, images.asked.size());
  }

  @Test
  void aScriptThatAsksOnAndOnIsStopped() {
    ScriptException e =
        assertThrows(
            ScriptException.class,
            () ->
                build(
                    luakit()
                        .images(
                            requests ->
                                requests.stream()
                                    .map(r -> (Resolution) new Resolution.Failed("no"))
                                    .toList()),
                    "local i = 0 while not pcall(bk.image, 'x' .. i) do i = i + 1 end"
                        + " bk.export(bk.scratch())"));
    assertEquals(
        "the script names other images each time that it is told about the last ones", e.message());
  }

  @Test
  void whatIsKnownNeedsNobodyToBeAsked() throws IOException {
    ImageResolver knows =
        new ImageResolver() {
          @Override
          public Resolution known(ImageRequest request) {
            return new Resolution.Resolved(DIGEST, ImageConfig.parse(CONFIG));
          }

          @Override
          public List<Resolution> resolve(List<ImageRequest> requests) {
            throw new AssertionError();
          }
        };
    assertEquals(
        "/work",
        build(luakit().images(knows), "bk.export(bk.image('a'))").imageConfig().workingDirectory());
  }

  @Test
  void aBuildTellsItsImages() throws IOException {
    List<ImageRequest> named =
        build("bk.image('b') bk.image('a') bk.image('b') bk.export(bk.scratch())").images();
    assertEquals(
        List.of("library/b", "library/a"),
        named.stream().map(request -> request.reference().path()).toList());
  }
}
