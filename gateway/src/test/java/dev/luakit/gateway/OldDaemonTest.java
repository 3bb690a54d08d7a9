package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.proto.gateway.InputsRequest;
import dev.luakit.proto.gateway.ResolveImageConfigRequest;
import dev.luakit.proto.gateway.ResolveSourceMetaRequest;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.rpc.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Daemons that lack what newer ones can do. */
class OldDaemonTest extends GatewayFixture {
  @Test
  void an_operation_that_the_daemon_lacks_is_an_error_at_its_line() throws InterruptedException {
    daemon.lacking.add("mergeop");
    script("local a, b = bk.image('a'), bk.image('b')\nbk.export(bk.merge(a, b))");
    Status status = builder.fail();
    assertEquals(
        "build.lua:2: bk.merge needs a newer BuildKit: this one lacks the capability \"mergeop\";"
            + " update it, or Docker if it is a part of that",
        status.getMessage());
    assertEquals("github.com/moby/buildkit/errdefs.Source+json", status.getDetails(0).getTypeUrl());
  }

  @Test
  void an_option_that_the_daemon_lacks_is_an_error_at_its_line() throws InterruptedException {
    daemon.lacking.add("exec.validexitcode");
    script("bk.export(bk.image('a'):run('x', { valid_exit_codes = 3 }))");
    assertTrue(
        builder
            .fail()
            .getMessage()
            .startsWith("build.lua:1: the option 'valid_exit_codes' needs a newer BuildKit"));
  }

  @Test
  void what_the_daemon_lacks_does_no_harm_where_it_is_not_used() throws InterruptedException {
    daemon.lacking.addAll(List.of("mergeop", "diffop"));
    script("bk.export(bk.image('a'):run('x'))");
    builder.build();
  }

  @Test
  void a_daemon_without_source_metadata_resolves_images_the_older_way()
      throws InterruptedException {
    daemon.callCapabilities.remove("source.metaresolver");
    script("bk.export(bk.image('alpine'):run('x'))");
    assertEquals("/work", builtCommand().getMeta().getCwd());
    assertEquals(0, daemon.calls(ResolveSourceMetaRequest.class).size());
    ResolveImageConfigRequest request = daemon.calls(ResolveImageConfigRequest.class).getFirst();
    assertEquals("docker.io/library/alpine:latest", request.getRef());
    assertEquals(
        "[internal] load metadata for docker.io/library/alpine:latest", request.getLogName());
  }

  @Test
  void a_daemon_without_inputs_is_not_asked_for_them() throws InterruptedException {
    daemon.callCapabilities.remove("frontend.inputs");
    script("bk.export(bk.scratch())");
    builder.build();
    assertEquals(0, daemon.calls(InputsRequest.class).size());
  }

  @Test
  void a_daemon_without_warnings_is_not_told_any() throws InterruptedException {
    daemon.callCapabilities.remove("gateway.warnings");
    script("print('x')\nbk.export(bk.scratch())");
    builder.build();
    assertEquals(List.of(), daemon.warnings());
  }

  @Test
  void a_daemon_without_references_gets_names() throws InterruptedException {
    daemon.callCapabilities.remove("proto.refarray");
    script("bk.export(bk.image('a'))");
    Result result = builder.build();
    assertEquals(Result.ResultCase.REFDEPRECATED, result.getResultCase());
    daemon.calls.clear();
    builder.option("platform", "linux/amd64,linux/arm64");
    assertEquals(2, builder.build().getRefsDeprecated().getRefsCount());
  }

  @Test
  void a_daemon_that_takes_one_result_can_not_build_for_several_platforms()
      throws InterruptedException {
    daemon.callCapabilities.remove("returnmap");
    script("bk.export(bk.image('a'))");
    builder.option("platform", "linux/amd64,linux/arm64");
    assertEquals(
        "this BuildKit is too old to build for several platforms at once",
        builder.fail().getMessage());
  }

  @Test
  void a_daemon_that_takes_no_results_is_too_old() throws InterruptedException {
    daemon.callCapabilities.clear();
    script("bk.export(bk.scratch())");
    assertEquals(
        "this BuildKit is too old: it takes no results of frontends", builder.fail().getMessage());
  }
}
