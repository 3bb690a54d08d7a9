package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.luakit.proto.gateway.ResolveSourceMetaRequest;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.rpc.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that want to know something of a build: docker buildx build --call. */
class SubrequestsTest extends GatewayFixture {
  private static final String SCRIPT =
      """
      #syntax=luakit
      -- Builds the server.

      -- The version that it says it is.
      local version = bk.arg("VERSION", "1.0")
      local debug = bk.arg("DEBUG")
      local cache = bk.cache("/go", { id = "gomod" })
      local built = bk.image("golang"):run("make " .. version, {
          mounts = { cache, bk.secret("/run/token", { id = "token", optional = true }), bk.ssh() },
          secret_env = { KEY = "key" },
      })
      -- Runs the tests.
      if bk.target == "test" then
          built = built:run("make test", { mounts = { bk.secret("/t", { id = "token" }) } })
      elseif "lint" == bk.target then
          built = built:run("make lint")
      end
      bk.export(built)
      """;

  private Result ask(String request) throws InterruptedException {
    script(SCRIPT);
    builder.option("requestid", request);
    Result result = builder.build();
    assertEquals(Result.ResultCase.RESULT_NOT_SET, result.getResultCase());
    assertEquals("1.0.0", result.getMetadataOrThrow("version").toStringUtf8());
    return result;
  }

  private static String text(Result result) {
    return result.getMetadataOrThrow("result.txt").toStringUtf8();
  }

  private static JsonElement json(Result result) {
    return JsonParser.parseString(result.getMetadataOrThrow("result.json").toStringUtf8());
  }

  private static List<String> names(JsonArray array, String key) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(element -> element.getAsJsonObject().get(key).getAsString())
        .toList();
  }

  private static int line(JsonObject located) {
    return located
        .getAsJsonObject("location")
        .getAsJsonArray("ranges")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("start")
        .get("line")
        .getAsInt();
  }

  @Test
  void describe_lists_the_requests() throws InterruptedException {
    Result result = ask("frontend.subrequests.describe");
    assertEquals(
        List.of(
            "frontend.outline",
            "frontend.targets",
            "frontend.lint",
            "frontend.subrequests.describe"),
        names(json(result).getAsJsonArray(), "name"));
    assertEquals(
        """
        NAME                 VERSION DESCRIPTION
        outline              1.0.0   List all parameters current build target supports
        targets              1.0.0   List all targets current build supports
        lint                 1.0.0   Check the script without building anything
        subrequests.describe 1.0.0   List available subrequest types
        """,
        text(result));
  }

  @Test
  void outline_lists_what_a_build_can_be_given() throws InterruptedException {
    Result result = ask("frontend.outline");
    assertEquals(
        """
        TARGET:      (default)
        DESCRIPTION: Builds the server.

        BUILD ARG   VALUE   DESCRIPTION
        VERSION     1.0     The version that it says it is.
        DEBUG              \s

        SECRET   REQUIRED
        token   \s
        key      true

        SSH       REQUIRED
        default   true

        """,
        text(result));
    JsonObject json = json(result).getAsJsonObject();
    JsonObject version = json.getAsJsonArray("args").get(0).getAsJsonObject();
    assertEquals("VERSION", version.get("name").getAsString());
    assertEquals("1.0", version.get("value").getAsString());
    assertEquals(5, line(version));
    assertEquals(List.of("token", "key"), names(json.getAsJsonArray("secrets"), "name"));
    assertEquals(8, line(json.getAsJsonArray("secrets").get(0).getAsJsonObject()));
    assertEquals(List.of("gomod"), names(json.getAsJsonArray("cache"), "ID"));
    assertEquals(1, json.getAsJsonArray("sources").size());
  }

  @Test
  void outline_is_that_of_the_target_and_of_the_given_arguments() throws InterruptedException {
    builder.option("target", "test").option("build-arg:VERSION", "2.0");
    JsonObject json = json(ask("frontend.outline")).getAsJsonObject();
    assertEquals("test", json.get("name").getAsString());
    JsonObject version = json.getAsJsonArray("args").get(0).getAsJsonObject();
    assertEquals("2.0", version.get("value").getAsString());
    JsonObject token = json.getAsJsonArray("secrets").get(0).getAsJsonObject();
    assertEquals(true, token.get("required").getAsBoolean());
  }

  @Test
  void outline_has_the_arguments_that_are_read_as_the_environment() throws InterruptedException {
    script(
        """
        -- Where packages come from.
        local mirror = os.getenv("MIRROR") or bk.arg("MIRROR", "example.com")
        bk.export(bk.image("alpine"):run("fetch " .. mirror))
        """);
    builder.option("requestid", "frontend.outline");
    JsonObject json = json(builder.build()).getAsJsonObject();
    assertEquals(List.of("MIRROR"), names(json.getAsJsonArray("args"), "name"));
    JsonObject mirror = json.getAsJsonArray("args").get(0).getAsJsonObject();
    assertEquals("example.com", mirror.get("value").getAsString());
    assertEquals("Where packages come from.", mirror.get("description").getAsString());
    assertEquals(2, line(mirror));
  }

  @Test
  void outline_neither_resolves_nor_builds_anything() throws InterruptedException {
    ask("frontend.outline");
    assertEquals(0, daemon.calls(ResolveSourceMetaRequest.class).size());
    assertEquals(1, daemon.calls(SolveRequest.class).size());
  }

  @Test
  void outline_looks_once_for_what_is_said_of_a_line() throws InterruptedException {
    script(
        "--\n".repeat(100_000)
            + "for i = 1, 5000 do bk.arg('a' .. i, '') end\n"
            + "bk.export(bk.image('alpine'))");
    builder.option("requestid", "frontend.outline");
    JsonArray args =
        assertTimeout(
            Duration.ofSeconds(15),
            () -> json(builder.build()).getAsJsonObject().getAsJsonArray("args"));
    assertEquals(5000, args.size());
  }

  @Test
  void outline_tells_how_a_long_comment_begins() throws InterruptedException {
    script("-- Much.\n".repeat(20_000) + "bk.export(bk.image(bk.arg('A', 'alpine')))");
    builder.option("requestid", "frontend.outline");
    JsonArray args = json(builder.build()).getAsJsonObject().getAsJsonArray("args");
    String description = args.get(0).getAsJsonObject().get("description").getAsString();
    assertTrue(description.startsWith("Much. Much. ") && description.length() <= 2000, description);
  }

  @Test
  void targets_are_found_in_no_time_where_a_line_has_many() {
    StringBuilder text = new StringBuilder("--\n".repeat(100_000)).append("x = ");
    for (int i = 0; i < 20_000; i++) {
      text.append("bk.target == 't").append(i).append("' or ");
    }
    byte[] bytes = text.append("nil\n").toString().getBytes(StandardCharsets.UTF_8);
    ScriptText script = new ScriptText("build.lua", bytes, null, null, null, null);
    Manners manners = builder.new PlainManners();
    Result result =
        assertTimeout(Duration.ofSeconds(15), () -> Targets.of(script).toResult(manners));
    assertEquals(20_002, text(result).lines().count());
  }

  @Test
  void targets_are_what_the_script_compares_the_target_with() throws InterruptedException {
    Result result = ask("frontend.targets");
    assertEquals(
        """
        TARGET    DESCRIPTION
        test      Runs the tests.
        lint     \s
        (default) Builds the server.
        """,
        text(result));
    JsonObject json = json(result).getAsJsonObject();
    JsonArray targets = json.getAsJsonArray("targets");
    assertEquals(13, line(targets.get(0).getAsJsonObject()));
    assertEquals(true, targets.get(2).getAsJsonObject().get("default").getAsBoolean());
    assertFalse(json.getAsJsonArray("sources").isEmpty());
  }

  @Test
  void a_check_finds_nothing_in_a_script_that_can_be_evaluated() throws InterruptedException {
    Result result = ask("frontend.lint");
    assertEquals("0", result.getMetadataOrThrow("result.statuscode").toStringUtf8());
    assertEquals(0, json(result).getAsJsonObject().getAsJsonArray("warnings").size());
    assertEquals(0, daemon.calls(ResolveSourceMetaRequest.class).size());
    assertEquals(1, daemon.calls(SolveRequest.class).size());
  }

  @Test
  void a_check_tells_what_validate_warns_of() throws InterruptedException {
    files.put("ci/lib.lua", "return function(s)\n  s:mkdir('/lost')\n  return s\nend");
    files.put(
        "ci/build.lua",
        """
        local s = require("lib")(bk.image("alpine"))
        s = s:run({ "echo hi" })
        bk.export(s, { user = null })
        """);
    builder.option("filename", "ci/build.lua").option("requestid", "frontend.lint");
    Result result = builder.build();
    assertEquals("1", result.getMetadataOrThrow("result.statuscode").toStringUtf8());
    JsonObject json = json(result).getAsJsonObject();
    JsonArray warnings = json.getAsJsonArray("warnings");
    assertEquals(
        List.of(
            "nothing gives 'null' a value: it is nil",
            "nothing uses what this mkdir makes: it will not be done",
            "the program is called \"echo hi\", with its spaces"),
        names(warnings, "description"));
    assertEquals(List.of("ci/build.lua", "ci/lib.lua"), names(sources(json), "filename"));
    assertEquals(3, line(warnings.get(0).getAsJsonObject()));
    assertEquals(2, line(warnings.get(1).getAsJsonObject()));
    assertEquals(1, source(warnings.get(1).getAsJsonObject()));
    assertTrue(
        text(result).contains("\nhint: a line for the shell is no list: s:run(\"echo hi\")\n"));
  }

  private static JsonArray sources(JsonObject json) {
    return json.getAsJsonArray("sources");
  }

  private static int source(JsonObject located) {
    return located.getAsJsonObject("location").get("sourceIndex").getAsInt();
  }

  @ParameterizedTest
  @ValueSource(strings = {"frontend.outline", "frontend.targets", "frontend.lint"})
  void what_a_script_says_does_not_take_a_terminal_over(String request)
      throws InterruptedException {
    script(
        """
        -- \033[2J
        local a = bk.arg("A", "\033[2J")
        local s = bk.target == "\033[2J" and bk.scratch() or bk.image("alpine")
        bk.export(s:run({ "\033[2J x" }))
        """);
    builder.option("requestid", request);
    Result result = builder.build();
    assertEquals(-1, text(result).indexOf('\033'));
    assertTrue(text(result).contains("?[2J"), text(result));
    assertFalse(
        result.getMetadataOrThrow("result.json").toStringUtf8().contains("\\u001b"), "in JSON");
  }

  @Test
  void a_check_fails_at_the_mistake_of_a_script() throws InterruptedException {
    script("bk.export(bk.imgae('alpine'))");
    builder.option("requestid", "frontend.lint");
    String message = builder.fail().getMessage();
    assertTrue(message.startsWith("build.lua:1: "), message);
    assertTrue(message.contains("imgae"), message);
  }

  @Test
  void a_request_that_is_not_known_is_refused_by_its_name() throws InterruptedException {
    script(SCRIPT);
    builder.option("requestid", "frontend.sing");
    Status status = builder.fail();
    assertEquals(12, status.getCode());
    assertEquals("unsupported request frontend.sing", status.getMessage());
    assertEquals(
        "github.com/moby/buildkit/errdefs.Subrequest+json", status.getDetails(0).getTypeUrl());
    assertEquals("{\"name\":\"frontend.sing\"}", status.getDetails(0).getValue().toStringUtf8());
  }
}
