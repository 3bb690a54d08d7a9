package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.proto.gateway.ResolveSourceMetaRequest;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.ops.Op;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is built for which platform. */
class PlatformsTest extends GatewayFixture {
  private static final String TELLING =
      """
      local s = bk.image("alpine"):run("make")
      bk.export(s:mkfile("/p", tostring(bk.target_platform) .. " on " .. tostring(bk.build_platform)))
      """;

  private static String told(List<Op> ops) {
    return ops.getLast().getFile().getActions(0).getMkfile().getData().toStringUtf8();
  }

  @Test
  void without_an_option_it_is_the_platform_of_the_daemon() throws InterruptedException {
    daemon.platforms.clear();
    daemon.platforms.addAll(List.of("linux/arm64", "linux/amd64"));
    script(TELLING);
    Result result = builder.build();
    List<Op> ops = daemon.built(result.getRef().getId());
    assertEquals("linux/arm64 on linux/arm64", told(ops));
    assertEquals("arm64", ops.getFirst().getPlatform().getArchitecture());
    assertEquals(
        "{\"Platforms\":[{\"ID\":\"linux/arm64\","
            + "\"Platform\":{\"architecture\":\"arm64\",\"os\":\"linux\"}}]}",
        result.getMetadataOrThrow("refs.platforms").toStringUtf8());
  }

  @Test
  void one_platform_gives_one_reference() throws InterruptedException {
    script(TELLING);
    builder.option("platform", "linux/arm/v7");
    Result result = builder.build();
    assertEquals("linux/arm/v7 on linux/amd64", told(daemon.built(result.getRef().getId())));
    assertTrue(result.containsMetadata("containerimage.config"));
  }

  @Test
  void several_platforms_give_a_reference_and_a_configuration_for_each()
      throws InterruptedException {
    script(TELLING);
    builder.option("platform", "linux/amd64,linux/arm64, linux/amd64");
    Result result = builder.build();
    assertEquals(
        List.of("linux/amd64", "linux/arm64"),
        List.copyOf(new TreeSet<>(result.getRefs().getRefsMap().keySet())));
    for (Map.Entry<String, dev.luakit.proto.gateway.Ref> ref :
        result.getRefs().getRefsMap().entrySet()) {
      assertEquals(ref.getKey() + " on linux/amd64", told(daemon.built(ref.getValue().getId())));
      assertTrue(result.containsMetadata("containerimage.config/" + ref.getKey()));
    }
    assertEquals(
        "{\"Platforms\":[{\"ID\":\"linux/amd64\","
            + "\"Platform\":{\"architecture\":\"amd64\",\"os\":\"linux\"}},{\"ID\":\"linux/arm64\","
            + "\"Platform\":{\"architecture\":\"arm64\",\"os\":\"linux\"}}]}",
        result.getMetadataOrThrow("refs.platforms").toStringUtf8());
  }

  @Test
  void one_platform_is_returned_like_several_where_that_is_asked_for() throws InterruptedException {
    script(TELLING);
    builder.option("build-arg:BUILDKIT_MULTI_PLATFORM", "1");
    Result result = builder.build();
    assertTrue(result.getRefs().containsRefs("linux/amd64"));
    assertTrue(result.containsMetadata("containerimage.config/linux/amd64"));
  }

  @Test
  void several_platforms_where_that_is_ruled_out_are_an_error() throws InterruptedException {
    script(TELLING);
    builder
        .option("build-arg:BUILDKIT_MULTI_PLATFORM", "false")
        .option("platform", "linux/amd64,linux/arm64");
    assertEquals(
        "BUILDKIT_MULTI_PLATFORM is off, but several platforms are built for",
        builder.fail().getMessage());
  }

  @Test
  void a_platform_that_is_none_is_an_error() throws InterruptedException {
    script(TELLING);
    builder.option("platform", "linux");
    assertEquals(
        "platform \"linux\" is not of the form os/arch[/variant], such as linux/arm64",
        builder.fail().getMessage());
  }

  @Test
  void an_image_is_resolved_once_for_each_platform() throws InterruptedException {
    script(
        """
        local a, b = bk.image("alpine"), bk.image("alpine:latest")
        local c = bk.image("tools", { platform = bk.build_platform })
        bk.export(bk.merge(a, b:run("x"), c))
        """);
    builder.option("platform", "linux/amd64,linux/arm64");
    builder.build();
    List<String> asked = new java.util.ArrayList<>();
    for (ResolveSourceMetaRequest request : daemon.calls(ResolveSourceMetaRequest.class)) {
      asked.add(
          request.getSource().getIdentifier() + " " + request.getPlatform().getArchitecture());
    }
    assertEquals(
        List.of(
            "docker-image://docker.io/library/alpine:latest amd64",
            "docker-image://docker.io/library/alpine:latest arm64",
            "docker-image://docker.io/library/tools:latest amd64"),
        asked.stream().sorted().toList());
  }

  @Test
  void images_are_resolved_at_the_same_time() throws InterruptedException {
    CountDownLatch all = new CountDownLatch(3);
    daemon.trouble =
        call -> {
          if (call instanceof ResolveSourceMetaRequest) {
            all.countDown();
            await(all);
          }
          return null;
        };
    script("bk.export(bk.merge(bk.image('a'), bk.image('b'), bk.image('c')))");
    builder.build();
    assertEquals(0, all.getCount());
  }

  @Test
  void platforms_are_built_at_the_same_time() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    daemon.trouble =
        call -> {
          if (call instanceof ResolveSourceMetaRequest) {
            both.countDown();
            await(both);
          }
          return null;
        };
    script("bk.export(bk.image('a'))");
    builder.option("platform", "linux/amd64,linux/arm64");
    builder.build();
    assertEquals(0, both.getCount());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void an_error_for_one_platform_ends_the_build_for_another_that_would_take_long()
      throws InterruptedException {
    script(
        """
        while bk.target_platform.arch == "amd64" do end
        error("no such processor")
        """);
    builder
        .limits(dev.luakit.vm.Limits.DEFAULT.withInstructions(1L << 50).withTimeMillis(1L << 40))
        .option("platform", "linux/amd64,linux/arm64");
    assertEquals("build.lua:2: no such processor", builder.fail().getMessage());
  }

  @Test
  void an_error_for_one_platform_ends_the_build() throws InterruptedException {
    script(
        """
        if bk.target_platform.arch == "arm64" then
            error("no such processor")
        end
        bk.export(bk.image("alpine"))
        """);
    builder.option("platform", "linux/amd64,linux/arm64");
    assertEquals("build.lua:2: no such processor", builder.fail().getMessage());
  }
}
