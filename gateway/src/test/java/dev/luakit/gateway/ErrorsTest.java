package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import dev.luakit.proto.gateway.InputsRequest;
import dev.luakit.proto.gateway.PingRequest;
import dev.luakit.proto.gateway.ReadFileRequest;
import dev.luakit.proto.gateway.ResolveSourceMetaRequest;
import dev.luakit.proto.gateway.ReturnRequest;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.rpc.Status;
import dev.luakit.vm.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What the user is told of what goes wrong; the daemon is told of it once, whatever it is. */
class ErrorsTest extends GatewayFixture {
  private static final int UNKNOWN = 2;

  private static JsonObject source(Status status) {
    Any detail = status.getDetails(0);
    assertEquals("github.com/moby/buildkit/errdefs.Source+json", detail.getTypeUrl());
    return JsonParser.parseString(detail.getValue().toStringUtf8()).getAsJsonObject();
  }

  private static JsonObject start(JsonObject source) {
    return source.getAsJsonArray("ranges").get(0).getAsJsonObject().getAsJsonObject("start");
  }

  private static String text(JsonObject source) {
    String data = source.getAsJsonObject("info").get("data").getAsString();
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  @Test
  void an_error_of_the_script_comes_with_what_clients_make_an_excerpt_of()
      throws InterruptedException {
    script("local x\nlocal y = x.z\n");
    Status status = builder.fail();
    assertEquals(UNKNOWN, status.getCode());
    assertEquals("build.lua:2: attempt to index local 'x' (a nil value)", status.getMessage());
    JsonObject source = source(status);
    assertEquals("build.lua", source.getAsJsonObject("info").get("filename").getAsString());
    assertEquals("Lua", source.getAsJsonObject("info").get("language").getAsString());
    assertEquals("local x\nlocal y = x.z\n", text(source));
    assertEquals(2, start(source).get("line").getAsInt());
    assertEquals(12, start(source).get("character").getAsInt());
  }

  @Test
  void an_error_in_a_module_comes_with_that_module() throws InterruptedException {
    files.put("ci/build.lua", "require('lib.m')()");
    files.put("ci/lib/m.lua", "return function()\n  bk.imgae('x')\nend");
    builder.option("filename", "ci/build.lua");
    Status status = builder.fail();
    assertEquals(
        "ci/lib/m.lua:2: bk has no function \"imgae\" (did you mean 'image'?)",
        status.getMessage());
    JsonObject source = source(status);
    assertEquals("ci/lib/m.lua", source.getAsJsonObject("info").get("filename").getAsString());
    assertEquals(files.get("ci/lib/m.lua"), text(source));
  }

  @Test
  void a_script_that_is_no_lua_is_an_error_at_its_line() throws InterruptedException {
    script("local x = = 3");
    Status status = builder.fail();
    assertEquals("build.lua:1: unexpected symbol near '='", status.getMessage());
    assertEquals(1, start(source(status)).get("line").getAsInt());
  }

  @Test
  void a_script_that_exports_nothing_is_an_error() throws InterruptedException {
    script("local s = bk.scratch()");
    assertTrue(builder.fail().getMessage().contains("the script never calls bk.export"));
  }

  @Test
  void a_limit_is_an_error_at_the_line_that_reached_it() throws InterruptedException {
    script("\nwhile true do end");
    builder.limits(Limits.DEFAULT.withInstructions(1000));
    Status status = builder.fail();
    assertEquals("build.lua:2: the script ran more than 1000 instructions", status.getMessage());
    assertEquals(2, start(source(status)).get("line").getAsInt());
  }

  @Test
  void an_image_that_is_not_found_is_an_error_at_the_line_that_names_it()
      throws InterruptedException {
    script("local a\nlocal b = bk.image('nope')\nbk.export(b)");
    daemon.trouble =
        call ->
            call instanceof ResolveSourceMetaRequest
                ? io.grpc.Status.NOT_FOUND
                    .withDescription("docker.io/library/nope:latest: not found")
                    .asRuntimeException()
                : null;
    Status status = builder.fail();
    assertEquals(
        "build.lua:2: bk.image: image \"docker.io/library/nope:latest\" can't be resolved:"
            + " docker.io/library/nope:latest: not found",
        status.getMessage());
    assertEquals(2, start(source(status)).get("line").getAsInt());
  }

  @Test
  void an_image_whose_configuration_is_no_json_is_an_error() throws InterruptedException {
    script("bk.export(bk.image('a'))");
    daemon.images.put("docker.io/library/a:latest", "{");
    assertTrue(builder.fail().getMessage().contains("has a configuration that can't be read"));
  }

  @Test
  void a_build_that_fails_fails_with_all_that_the_daemon_says() throws InterruptedException {
    script("bk.export(bk.scratch():run('false'))");
    Status said =
        Status.newBuilder()
            .setCode(UNKNOWN)
            .setMessage("process \"false\" did not complete successfully: exit code: 1")
            .addDetails(
                Any.newBuilder()
                    .setTypeUrl("github.com/moby/buildkit/errdefs.Solve+json")
                    .setValue(ByteString.copyFromUtf8("{}")))
            .build();
    daemon.trouble =
        call ->
            call instanceof SolveRequest solve
                    && BuildKitDouble.ops(solve.getDefinition()).getFirst().hasExec()
                ? BuildKitDouble.refusal(said)
                : null;
    assertEquals(said, builder.fail());
  }

  @Test
  void a_daemon_that_fails_at_any_call_is_answered() throws InterruptedException {
    script("bk.export(bk.image('a'))");
    for (Class<?> call :
        new Class<?>[] {
          PingRequest.class,
          InputsRequest.class,
          SolveRequest.class,
          ReadFileRequest.class,
          ResolveSourceMetaRequest.class
        }) {
      daemon.calls.clear();
      daemon.trouble =
          message ->
              call.isInstance(message)
                  ? io.grpc.Status.INTERNAL.withDescription("broken").asRuntimeException()
                  : null;
      assertTrue(builder.fail().getMessage().contains("broken"), call.getSimpleName());
    }
  }

  @Test
  void what_nobody_thought_of_is_an_error_too() throws InterruptedException {
    script("bk.export(bk.scratch())");
    builder.limits(null); // Nobody may give that.
    assertTrue(builder.fail().getMessage().startsWith("internal error of luakit: "));
  }

  @Test
  void a_call_that_nests_too_deeply_is_an_error_like_others() throws InterruptedException {
    script("local function f() return 1 + f() end\nf()");
    Status status = builder.fail();
    assertTrue(status.getMessage().contains("stack overflow"), status.getMessage());
  }

  @Test
  void a_result_that_the_daemon_refuses_is_a_failure() throws InterruptedException {
    script("bk.export(bk.scratch())");
    daemon.trouble =
        call ->
            call instanceof ReturnRequest
                ? io.grpc.Status.INTERNAL.withDescription("no").asRuntimeException()
                : null;
    assertEquals(Gateway.Ending.FAILED, Builder.await(builder.start()));
    assertEquals(1, daemon.calls(ReturnRequest.class).size());
  }
}
