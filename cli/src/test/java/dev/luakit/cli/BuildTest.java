package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.llb.Luakit;
import dev.luakit.llb.graph.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code luakit build} and {@code luakit validate}, when all is well. */
class BuildTest {
  private static final String SCRIPT =
      """
      local name = bk.arg("NAME", "nobody")
      print("building for " .. name)
      local s = bk.image("alpine:3.19"):run("echo " .. name)
      bk.export(s, { env = { WHO = name, NOW = tostring(os.time()) } })
      """;

  private Shell shell;

  @BeforeEach
  void script(@TempDir Path folder) {
    shell = new Shell(folder);
    shell.write("build.lua", SCRIPT);
  }

  private byte[] expected(Luakit.Builder luakit) throws IOException {
    return luakit.build().evaluate(shell.path("build.lua")).definition().toByteArray();
  }

  @Test
  void the_definition_goes_to_standard_output() throws IOException {
    Shell.Result result = shell.run("build", "./build.lua");
    assertEquals(0, result.code());
    assertArrayEquals(expected(Luakit.builder()), result.bytes());
  }

  @Test
  void what_the_script_prints_goes_to_standard_error() {
    Shell.Result result = shell.run("build", "--build-arg", "NAME=grüße", "./build.lua");
    assertEquals("building for grüße\n", result.err());
  }

  @Test
  void build_arguments_have_two_names() throws IOException {
    byte[] lua = expected(Luakit.builder().buildArguments(Map.of("NAME", "Lua")));
    assertArrayEquals(lua, shell.run("build", "--build-arg=NAME=Lua", "./build.lua").bytes());
    assertArrayEquals(lua, shell.run("build", "./build.lua", "--frontend-arg", "NAME=Lua").bytes());
    assertNotEquals(expected(Luakit.builder()).length, lua.length);
  }

  @Test
  void the_target_is_what_bk_target_is() {
    shell.write("target.lua", "print(bk.target)\nbk.export(bk.scratch())");
    assertEquals("nil\n", shell.run("build", "./target.lua").err());
    assertEquals("test\n", shell.run("build", "--target", "test", "./target.lua").err());
    assertEquals(
        "error: --target needs a value: NAME\nhint: see luakit build --help\n",
        shell.run("build", "./target.lua", "--target").err());
  }

  @Test
  void the_last_of_several_build_arguments_of_a_name_counts() {
    String[] args = {"build", "--build-arg", "NAME=a", "--build-arg", "NAME=b=c", "./build.lua"};
    assertEquals("building for b=c\n", shell.run(args).err());
  }

  @Test
  void a_build_argument_may_be_empty() {
    Shell.Result result = shell.run("build", "--build-arg", "NAME=", "./build.lua");
    assertEquals("building for \n", result.err());
  }

  @Test
  void a_value_may_look_like_an_option_or_a_file_of_arguments() {
    assertEquals(
        "building for --platform\n",
        shell.run("build", "--build-arg", "NAME=--platform", "./build.lua").err());
    shell.write("@args", SCRIPT);
    assertEquals(0, shell.run("validate", "./@args").code());
  }

  @Test
  void the_platform_can_be_given() throws IOException {
    byte[] arm = expected(Luakit.builder().platform(Platform.parse("linux/arm64")));
    assertArrayEquals(arm, shell.run("build", "--platform=linux/arm64", "./build.lua").bytes());
    assertArrayEquals(arm, shell.run("build", "--platform=Linux/AARCH64", "./build.lua").bytes());
  }

  @Test
  void the_time_of_the_script_is_given_by_the_environment_or_a_build_argument() throws IOException {
    byte[] late = expected(Luakit.builder().sourceDateEpoch(1_700_000_000));
    assertArrayEquals(late, shell.runIn("1700000000", "build", "./build.lua").bytes());
    String argument = "SOURCE_DATE_EPOCH=1700000000";
    assertArrayEquals(
        late, shell.runIn("5", "build", "--build-arg", argument, "./build.lua").bytes());
    assertArrayEquals(expected(Luakit.builder()), shell.runIn("", "build", "./build.lua").bytes());
  }

  @Test
  void the_image_s_configuration_goes_to_a_file_of_its_own() throws IOException {
    Shell.Result result = shell.run("build", "--image-config", "./config.json", "./build.lua");
    assertArrayEquals(expected(Luakit.builder()), result.bytes());
    assertEquals(
        """
        {"architecture":"amd64","os":"linux","config":{"Env":["NOW=0","WHO=nobody"]},\
        "rootfs":{"type":"layers","diff_ids":[]}}
        """,
        shell.read("config.json"));
  }

  @Test
  void limits_can_be_raised_and_lowered() {
    shell.write("loop.lua", "for i = 1, 1e5 do end bk.export(bk.scratch())");
    assertEquals(0, shell.run("validate", "--max-instructions", "2m", "./loop.lua").code());
    assertEquals(3, shell.run("validate", "--max-instructions", "20k", "./loop.lua").code());
    shell.write("long.lua", "x = ('x'):rep(2^20) bk.export(bk.scratch())");
    assertEquals(0, shell.run("validate", "--max-memory", "8m", "./long.lua").code());
    assertEquals(3, shell.run("validate", "--max-memory=500K", "./long.lua").code());
    shell.write("hang.lua", "while true do end");
    assertEquals(3, shell.run("validate", "--timeout", "100ms", "./hang.lua").code());
  }

  @Test
  void validate_says_that_a_script_is_fine() {
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(0, result.code());
    assertEquals(shell.path("build.lua") + ": ok (2 ops)\n", result.out());
    shell.write("one.lua", "bk.export(bk.local_('context'))");
    assertEquals(shell.path("one.lua") + ": ok (1 op)\n", shell.run("validate", "./one.lua").out());
  }

  @Test
  void validate_warns_of_results_that_nothing_uses() {
    shell.write("tools.lua", "return { add = function(s) s:mkdir('/lost') return s end }");
    shell.write(
        "build.lua",
        """
        local s = bk.scratch():mkdir("/a")
        s:mkdir("/b")
        s:copy(bk.local_("context"), ".", "/"):with_metadata({ description = "lost" })
        bk.merge(s, bk.scratch():mkfile("/c", ""))
        local kept = require("tools").add(s)
        for i = 1, 3 do kept = kept:mkfile("/" .. i, "") end
        local same = kept:with_metadata({ description = "kept" })
        bk.export(same)
        """);
    Shell.Result result =
        shell.run("validate", "--platform=linux/amd64,linux/arm64", "./build.lua");
    assertEquals(
        """
        warning: ./build.lua:2: nothing uses what this mkdir makes: it will not be done
          2 | s:mkdir("/b")
            | ^
        hint: states don't change; keep what the call returns: s = s:mkdir(…)
        warning: ./build.lua:3: nothing uses what this copy makes: it will not be done
          3 | s:copy(bk.local_("context"), ".", "/"):with_metadata({ description = "lost" })
            | ^
        hint: states don't change; keep what the call returns: s = s:copy(…)
        warning: ./build.lua:4: nothing uses what this merge makes: it will not be done
          4 | bk.merge(s, bk.scratch():mkfile("/c", ""))
            | ^
        hint: states don't change; keep what the call returns: s = bk.merge(…)
        warning: ./tools.lua:1: nothing uses what this mkdir makes: it will not be done
          1 | return { add = function(s) s:mkdir('/lost') return s end }
            |                            ^
        hint: states don't change; keep what the call returns: s = s:mkdir(…)
        """,
        result.err());
    assertEquals(0, result.code());
  }

  @Test
  void validate_warns_of_a_few_lost_results_only() {
    shell.write(
        "build.lua", "local s = bk.scratch()\n" + "s:mkdir('/a')\n".repeat(20) + "bk.export(s)");
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(5, result.err().lines().filter(line -> line.startsWith("warning: ")).count());
  }

  @Test
  void each_platform_gets_a_definition_of_its_own() throws IOException {
    String[] args = {
      "build",
      "--platform",
      "linux/amd64,linux/arm/v7",
      "--platform=linux/aarch64",
      "-o",
      "./out-{os}-{arch}.pb",
      "--image-config",
      "./config-{platform}.json",
      "./build.lua"
    };
    Shell.Result result = shell.run(args);
    assertEquals(0, result.code(), result.err());
    assertEquals(
        List.of(
            "build.lua",
            "config-linux-amd64.json",
            "config-linux-arm-v7.json",
            "config-linux-arm64.json",
            "out-linux-amd64.pb",
            "out-linux-arm.pb",
            "out-linux-arm64.pb"),
        shell.files());
    assertArrayEquals(
        expected(Luakit.builder().platform(Platform.parse("linux/arm64"))),
        Files.readAllBytes(shell.path("out-linux-arm64.pb")));
    assertTrue(shell.read("config-linux-arm-v7.json").contains("\"variant\":\"v7\""));
  }

  @Test
  void a_file_name_may_tell_the_one_platform_too() throws IOException {
    assertEquals(0, shell.run("build", "-o", "./{arch}.pb", "./build.lua").code());
    assertEquals(
        0,
        shell.run("build", "--platform=linux/arm/v6", "-o", "./{variant}", "./build.lua").code());
    assertEquals(List.of("amd64.pb", "build.lua", "v6"), shell.files());
  }

  @Test
  void two_platforms_need_two_files() throws IOException {
    Shell.Result result =
        shell.run(
            "build", "--platform=linux/arm/v6,linux/arm/v7", "-o", "./{arch}.pb", "./build.lua");
    assertEquals(2, result.code());
    assertEquals(
        """
        error: --output names one place for linux/arm/v6 and linux/arm/v7: ./arm.pb
        hint: give each a file of its own: --output '…-{os}-{arch}{variant}…', or …{platform}…
        """,
        result.err());
    assertEquals(List.of("build.lua"), shell.files());
    assertEquals(2, shell.run("build", "--platform=linux/amd64,linux/386", "./build.lua").code());
  }

  @Test
  void where_one_platform_fails_nothing_is_written() throws IOException {
    shell.write(
        "build.lua",
        "assert(bk.target_platform.arch ~= 'arm64', 'not for arm') bk.export(bk.scratch())");
    Shell.Result result =
        shell.run("build", "--platform=linux/amd64,linux/arm64", "-o", "./{arch}", "./build.lua");
    assertEquals(1, result.code());
    assertEquals(List.of("build.lua"), shell.files());
  }

  @Test
  void validate_looks_at_each_platform() {
    assertEquals(
        """
        ./build.lua: ok for linux/amd64 (2 ops)
        ./build.lua: ok for linux/arm64 (2 ops)
        """,
        shell
            .run("validate", "--platform=linux/amd64,linux/arm64,linux/amd64", "./build.lua")
            .out()
            .replace(shell.path("build.lua").toString(), "./build.lua"));
  }
}
