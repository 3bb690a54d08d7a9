package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.luakit.llb.Luakit;
import dev.luakit.proto.gateway.ResolveImageConfigRequest;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.FileActionCopy;
import dev.luakit.proto.ops.Op;
import dev.luakit.stdlib.ModuleLoader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Images and directories that whoever starts the build puts in the place of others. */
class NamedContextsTest extends GatewayFixture {
  private String source() throws InterruptedException {
    return builder.buildOps().getFirst().getSource().getIdentifier();
  }

  @Test
  void an_image_takes_the_place_of_an_image() throws InterruptedException {
    script("bk.export(bk.image('base', { checksum = 'sha256:" + "00".repeat(32) + "' }))");
    builder.option("context:base", "docker-image://alpine:3.19");
    assertEquals("docker-image://docker.io/library/alpine:3.19@" + BuildKitDouble.DIGEST, source());
  }

  @Test
  void an_image_is_meant_by_whatever_way_its_name_is_written() throws InterruptedException {
    script("bk.export(bk.image('docker.io/library/golang:latest'))");
    builder.option("context:golang", "docker-image://tools");
    assertEquals(
        "docker-image://docker.io/library/tools:latest@" + BuildKitDouble.DIGEST, source());
  }

  @Test
  void a_context_for_the_platform_goes_before_one_for_all() throws InterruptedException {
    script("bk.export(bk.image('base'))");
    builder
        .option("platform", "linux/arm64")
        .option("context:base", "docker-image://all")
        .option("context:base::linux/arm64", "docker-image://arm");
    assertEquals("docker-image://docker.io/library/arm:latest@" + BuildKitDouble.DIGEST, source());
  }

  @Test
  void scratch_takes_the_place_of_an_image() throws InterruptedException {
    script("bk.export(bk.image('base'):mkfile('/f', 'x'))");
    builder.option("context:base", "docker-image://scratch");
    Op op = builder.buildOps().getFirst();
    assertEquals(0, op.getInputsCount());
    assertTrue(op.hasFile());
  }

  @Test
  void a_directory_takes_the_place_of_another_and_is_chosen_from_as_that_was()
      throws InterruptedException {
    script("bk.export(bk.local_('lib', { include = { '*.h' } }))");
    daemon.directories.put("elsewhere", Map.of(".dockerignore", "tmp"));
    builder.option("context:lib", "local:elsewhere").option("local-sessionid:elsewhere", "s2");
    Op local = builder.buildOps().getFirst();
    assertEquals("local://elsewhere", local.getSource().getIdentifier());
    assertEquals("[\"*.h\"]", local.getSource().getAttrsOrThrow("local.includepattern"));
    assertEquals("[\"tmp\"]", local.getSource().getAttrsOrThrow("local.excludepatterns"));
    assertEquals("s2", local.getSource().getAttrsOrThrow("local.session"));
  }

  @Test
  void a_repository_takes_the_place_of_a_directory_and_is_chosen_from_as_that_was()
      throws InterruptedException {
    script("bk.export(bk.local_('lib', { include = { '*.h' }, exclude = { 'x.h' } }))");
    builder.option("context:lib", "https://example.com/lib.git?branch=dev&subdir=src");
    List<Op> ops = builder.buildOps();
    assertEquals(
        "git://example.com/lib.git#refs/heads/dev:src", ops.get(0).getSource().getIdentifier());
    FileActionCopy copy = ops.get(1).getFile().getActions(0).getCopy();
    assertEquals(List.of("*.h"), List.copyOf(copy.getIncludePatternsList()));
    assertEquals(List.of("x.h"), List.copyOf(copy.getExcludePatternsList()));
    assertTrue(copy.getDirCopyContents());
  }

  @Test
  void a_file_from_the_web_takes_the_place_of_a_directory() throws InterruptedException {
    script("bk.export(bk.local_('lib'))");
    builder.option("context:lib", "https://example.com/lib.zip");
    Op op = builder.buildOps().getFirst();
    assertEquals("https://example.com/lib.zip", op.getSource().getIdentifier());
    assertEquals("context", op.getSource().getAttrsOrThrow("http.filename"));
  }

  @Test
  void an_image_in_a_layout_takes_the_place_of_an_image() throws InterruptedException {
    script("bk.export(bk.image('base'):run('x'))");
    builder.option("context:base", "oci-layout://store-7@" + BuildKitDouble.DIGEST);
    List<Op> ops = builder.buildOps();
    Op layout = ops.get(0);
    assertEquals(
        "oci-layout://docker.io/library/base:latest@" + BuildKitDouble.DIGEST,
        layout.getSource().getIdentifier());
    assertEquals("store-7", layout.getSource().getAttrsOrThrow("oci.store"));
    assertEquals(Builder.SESSION, layout.getSource().getAttrsOrThrow("oci.session"));
    assertEquals("/work", ops.get(1).getExec().getMeta().getCwd());
    ResolveImageConfigRequest asked = daemon.calls(ResolveImageConfigRequest.class).getFirst();
    assertEquals(1, asked.getResolverType());
    assertEquals("store-7", asked.getStoreID());
    assertEquals(Builder.SESSION, asked.getSessionID());
  }

  private static Definition definition(String script) {
    return Definitions.of(
        Luakit.builder()
            .build()
            .evaluate("lib.lua", script.getBytes(StandardCharsets.UTF_8), ModuleLoader.EMPTY)
            .definition());
  }

  @Test
  void what_another_target_makes_takes_the_place_of_an_image() throws InterruptedException {
    script("bk.export(bk.image('base'):run('use'))");
    Definition lib =
        definition(
            """
            local made = bk.image("gcc"):run("make"):with_metadata({ description = "making" })
            bk.export(made:run("test"))
            """);
    daemon.inputs.put("lib-input", lib);
    String config =
        Base64.getEncoder().encodeToString(BuildKitDouble.CONFIG.getBytes(StandardCharsets.UTF_8));
    builder
        .option("context:base", "input:lib-input")
        .option("input-metadata:lib-input", "{\"containerimage.config\":\"" + config + "\"}");
    String ref = builder.build().getRef().getId();
    List<Op> ops = daemon.built(ref);
    assertEquals(
        "docker-image://docker.io/library/gcc:latest", ops.get(0).getSource().getIdentifier());
    assertEquals("make", ops.get(1).getExec().getMeta().getArgs(2));
    assertEquals("test", ops.get(2).getExec().getMeta().getArgs(2));
    assertEquals("use", ops.get(3).getExec().getMeta().getArgs(2));
    assertEquals("/work", ops.get(3).getExec().getMeta().getCwd());
    Definition built = daemon.definition(ref);
    for (ByteString op : built.getDefList()) {
      assertTrue(built.containsMetadata(Definitions.digest(op)));
    }
    assertEquals(
        "making",
        built
            .getMetadataOrThrow(Definitions.digest(built.getDef(1)))
            .getDescriptionOrThrow("llb.customname"));
    int file =
        built
            .getSource()
            .getLocationsOrThrow(Definitions.digest(built.getDef(1)))
            .getLocations(0)
            .getSourceIndex();
    assertEquals("lib.lua", built.getSource().getInfos(file).getFilename());
  }

  @Test
  void a_scratch_that_another_target_makes_is_scratch() throws InterruptedException {
    script("bk.export(bk.local_('lib'):mkfile('/f', 'x'))");
    daemon.inputs.put("empty", definition("bk.export(bk.scratch())"));
    builder.option("context:lib", "input:empty");
    assertEquals(0, builder.buildOps().getFirst().getInputsCount());
  }

  @Test
  void inputs_can_be_the_context_and_the_place_of_the_script() throws InterruptedException {
    daemon.directories.clear();
    daemon.inputs.put("dockerfile", definition("bk.export(bk.git('https://example.com/s.git'))"));
    daemon.inputs.put("context", definition("bk.export(bk.git('https://example.com/c.git'))"));
    daemon.sources.put(
        "git://example.com/s.git", Map.of("build.lua", "bk.export(bk.local_('context'))"));
    assertEquals("git://example.com/c.git", source());
  }

  @Test
  void what_is_no_context_is_an_error_of_the_script() throws InterruptedException {
    script("local x\nbk.export(bk.image('base'))");
    builder.option("context:base", "ftp://example.com");
    assertEquals(
        "build.lua:2: bk.image: the context base=ftp://example.com can't be had: it is none of"
            + " docker-image://, oci-layout://, local:, input: and the URLs of git and http",
        builder.fail().getMessage());
  }

  @Test
  void an_input_that_is_not_there_is_an_error_of_the_script() throws InterruptedException {
    script("bk.export(bk.image('base'))");
    builder.option("context:base", "input:nope");
    assertEquals(
        "build.lua:1: bk.image: the context base=input:nope can't be had:"
            + " the build has no input of that name",
        builder.fail().getMessage());
  }

  @Test
  void an_image_that_takes_anothers_place_need_not_be_locked() throws InterruptedException {
    script("bk.export(bk.image('base'))");
    files.put("luakit.lock", "{\"version\":1,\"images\":{}}");
    builder.option("context:base", "docker-image://alpine");
    assertFalse(source().isEmpty());
  }

  @Test
  void a_tag_that_a_lock_file_can_not_keep_is_warned_of() throws InterruptedException {
    script("bk.export(bk.merge(bk.image('base'), bk.image('other'), bk.image('base')))");
    files.put("luakit.lock", "{\"version\":1,\"images\":{}}");
    builder
        .option("context:base", "docker-image://alpine")
        .option("context:other", "docker-image://tools@" + BuildKitDouble.DIGEST)
        .option("context:unused", "docker-image://unused");
    builder.build();
    assertEquals(
        List.of(
            "the context base=docker-image://alpine has no digest: no lock file keeps it as it is"),
        daemon.warnings());
  }

  @Test
  void without_a_lock_file_tags_are_nothing_to_warn_of() throws InterruptedException {
    script("bk.export(bk.image('base'))");
    builder.option("context:base", "docker-image://alpine");
    builder.build();
    assertEquals(List.of(), daemon.warnings());
  }
}
