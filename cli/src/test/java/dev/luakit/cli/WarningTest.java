package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What luakit says of scripts that are in order, and hardly do what was meant. */
class WarningTest {
  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder);
  }

  private Shell.Result validated(String script) {
    shell.write("build.lua", script);
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(0, result.code(), result.err());
    return result;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "s:run({ \"apt-get install -y curl\" }) | the program is called \"apt-get install -y"
            + " curl\", with its spaces | a line for the shell is no list",
        "s:run(\"cd /app\") | the command has no effect: its shell ends with it | write"
            + " s:with_workdir(",
        "s:run(\"export A=1\") | the command has no effect | write s:with_env({",
        "bk.scratch():run(\"make\") | the command runs where no file is | begin with an image",
        "bk.scratch():run({ \"/a\" }, { mounts = { bk.cache(\"/c\") } }) | the command runs where"
            + " no file is | begin with an image",
        "s:copy(c, \"*.js\", \"/app/\") | \"*.js\" is the name of one file here, and no pattern |"
            + " to take all files that fit: { allow_wildcard = true }",
        "s:rm(\"/var/cache/*\") | \"/var/cache/*\" is the name of one file here | to take all"
            + " files",
        "s:copy(c, \"../secret\", \"/x\") | \"../secret\" leads out of what is copied from | a"
            + " folder further up",
        "s:copy(c, \"a/../../b\", \"/x\") | leads out of what is copied from | a folder further up",
        "bk.local_(\"./src\") | \"./src\" is taken for a name, and not for a path | write"
            + " bk.local_(\"context\")",
        "bk.local_(\".\") | \".\" is taken for a name | write bk.local_(\"context\")",
        "bk.local_(\"context\", { include = { \"../src\" } }) | what include names above the folder"
            + " is never found | a folder further up",
        "s:run(\"a\", { mounts = { bk.cache(\"/x\"), bk.tmpfs(\"/x\") } }) | two mounts have the"
            + " path \"/x\" | one hides the other",
        "s:run(\"a\", { readonly_rootfs = True }) | nothing gives 'True' a value: it is nil | Lua"
            + " writes true and false in lower case",
        "s:run(\"a\", { user = null }) | nothing gives 'null' a value | Lua writes null as nil",
        "s:run(\"a\", { cwd = wrkdir }) | nothing gives 'wrkdir' a value | did you mean 'workdir'?",
        "bk.target_platform == \"linux/arm64\" and s or s | bk.target_platform is no text, so that"
            + " it is equal to none | compare tostring(bk.target_platform)",
        "not workdir == \"/app\" and s or s | not comes first | write a ~= b",
        "s:mkdir(\"$HOME/x\") | \"$HOME/x\" is a name with a $ in it | texts are joined:"
            + " bk.arg(\"NAME\") .. \"/a\"",
        "s:copy(c, \"a\", \"/b/${NAME}\") | \"/b/${NAME}\" is a name with a $ in it | texts are",
        "s:with_workdir(\"/$NAME\"):run(\"a\"):run(\"b\") | \"/$NAME\" is a name with a $ in it |"
            + " texts are joined",
        "s:with_env({ A = \"\", PATH = \"/opt/bin:\" .. workdir .. \":$PATH\" }) | nothing fills in"
            + " $PATH here: it stays as it is | write out what the image has",
      })
  void validate_warns(String value, String message, String hint) {
    Shell.Result result =
        validated(
            "local s, c = bk.image(\"alpine:3.19\"), bk.local_(\"context\")\n"
                + "local workdir = \"/src\"\n"
                + "bk.export("
                + value
                + ", { workdir = workdir })\n");
    assertTrue(result.err().startsWith("warning: ./build.lua:3: "), result.err());
    assertTrue(result.err().contains(message), result.err());
    assertTrue(result.err().contains("\nhint: " + hint), result.err());
    assertEquals(1, result.err().split("warning: ", -1).length - 1, result.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s:copy(c, '*.js', '/app/', { allow_wildcard = true })",
        "s:copy(s:with_workdir('/app/src'), '../lib', '/x')",
        "s:run({ 'ls', 'a b' })",
        "s:run('cd /app && make')",
        "s:run('export A=1; make')",
        "bk.scratch():run({ '/a' }, { mounts = { bk.bind(s, '/usr') } })",
        "s:run('a', { env = (function(t, ...) for k, v in pairs(t) do t[k] = v end return t"
            + " end)({}) })",
        "tostring(bk.target_platform) == 'linux/amd64' and s or s",
        "(not c == not s) and s or s",
        "s:run('export PATH=/opt/bin:$PATH; make', { env = { A = '$B' } })",
        "s:copy(c, 'a$', '/$1')",
      })
  void what_may_well_be_meant_is_no_warning(String value) {
    String head = "local s, c = bk.image('alpine:3.19'), bk.local_('context')\n";
    assertEquals("", validated(head + "bk.export(" + value + ")\n").err());
  }

  @Test
  void a_setting_that_nothing_gets_is_told() {
    String script =
        """
        local s = bk.image("alpine:3.19")
        s:with_env({ A = 1 })
        s:with_workdir("/app"):with_user("app")
        s = s:with_user("app")
        bk.export(s:with_workdir("/app"):run("make"))
        """;
    assertEquals(
        """
        warning: ./build.lua:2: nothing gets the state that with_env returns
          2 | s:with_env({ A = 1 })
            |  ^
        hint: states don't change; keep what the call returns: s = s:with_env(…)
        warning: ./build.lua:3: nothing gets the state that with_user returns
          3 | s:with_workdir("/app"):with_user("app")
            |                       ^
        hint: states don't change; keep what the call returns: s = s:with_user(…)
        """,
        validated(script).err());
  }

  @Test
  void a_backslash_that_lua_takes_away_is_told() {
    String err =
        validated(
                """
                local s = bk.image("alpine:3.19")
                local digits = s:run("grep '\\d' f")
                bk.export(digits:run("apk add \\
                    curl"))
                """)
            .err();
    assertEquals(
        """
        warning: ./build.lua:2: \\d in a text is d to Lua, without the backslash
          2 | local digits = s:run("grep '\\d' f")
            |                      ^
        hint: write \\\\d, or the text in [[ ]], where a backslash is itself
        warning: ./build.lua:3: a backslash at the end of a line becomes a line feed, which ends the command
          3 | bk.export(digits:run("apk add \\
            |                      ^
        hint: write the text in [[ ]], where a backslash is itself
        """,
        err);
  }

  @Test
  void what_lua_knows_behind_a_backslash_is_no_warning() {
    String script =
        """
        local s = bk.image("alpine:3.19"):run([[ grep '\\d' f ]])
        s = s:run("printf 'a\\tb\\n\\065' \\"c\\" \\\\d")
        bk.export(s:mkfile("/a", "one\\
        two"))
        """;
    assertEquals("", validated(script).err());
  }

  @Test
  void a_container_s_program_with_spaces_is_told() {
    assertEquals(
        """
        warning: ./build.lua: a container starts a program that is called "npm start", with its spaces
        hint: each word is an element: { "npm", "start" }
        """,
        validated("bk.export(bk.image('node:20'), { cmd = { 'npm start' } })").err());
    String script = "bk.export(bk.image('node:20'), { entrypoint = { 'npm' }, cmd = { 'a b' } })";
    assertEquals("", validated(script).err());
  }

  @Test
  void a_name_may_come_from_a_module() {
    shell.write("names.lua", "user = 'web'");
    String script = "require('names')\nbk.export(bk.image('alpine:3.19'), { user = user })";
    assertEquals("", validated(script).err());
  }

  @Test
  void the_place_of_a_warning_is_shown() {
    assertEquals(
        """
        warning: ./build.lua:2: "*.js" is the name of one file here, and no pattern
          2 |     :copy(bk.local_("context"), "*.js", "/app/"))
            |      ^
        hint: to take all files that fit: { allow_wildcard = true }
        """,
        validated(
                "bk.export(bk.image(\"alpine:3.19\")\n"
                    + "    :copy(bk.local_(\"context\"), \"*.js\", \"/app/\"))\n")
            .err());
  }

  @Test
  void a_build_argument_that_the_script_does_not_ask_for_is_a_slip() {
    shell.write("build.lua", "bk.export(bk.scratch():mkfile('/v', bk.arg('VERSION', '1')))");
    for (String command : new String[] {"validate", "build"}) {
      Shell.Result result =
          shell.run(
              command, "--build-arg=VERSOIN=2", "--build-arg=SOURCE_DATE_EPOCH=1", "./build.lua");
      assertEquals(0, result.code());
      assertEquals(
          "warning: --build-arg VERSOIN: the script does not ask for it"
              + " (did you mean 'VERSION'?)\n",
          result.err());
    }
  }

  @Test
  void build_warns_of_calls_whose_result_nothing_gets() {
    shell.write(
        "build.lua",
        """
        local s = bk.image("alpine:3.19")
        local other = s:run("make other")
        local tested = bk.target == "test" and s:run("make test")
        if not tested then
            s:run("make"):mkdir("/a")
        end
        bk.export(s)
        """);
    Shell.Result result = shell.run("build", "./build.lua");
    assertEquals(0, result.code());
    assertEquals(
        """
        warning: ./build.lua:5: nothing uses what this mkdir makes: it will not be done
          5 |     s:run("make"):mkdir("/a")
            |                   ^
        hint: states don't change; keep what the call returns: s = s:mkdir(…)
        """,
        result.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i = 1, 2000 do s = s:run({ 'a b' .. i }) end",
        "for i = 1, 2000 do s = s:copy(s, '../x' .. i, '/a') end",
      })
  void a_script_that_is_all_odd_gets_no_more_warnings_than_somebody_reads(String odd) {
    Shell.Result result = validated("local s = bk.image('a')\n" + odd + "\nbk.export(s)\n");
    assertEquals(51, result.err().lines().filter(line -> line.startsWith("warning: ")).count());
    assertTrue(
        result.err().endsWith("warning: there are more warnings than these 50\n"), result.err());
  }

  @Test
  void a_very_long_line_is_looked_at_for_few_warnings_only() {
    String names = String.join(", ", IntStream.range(0, 16_000).mapToObj(i -> "n" + i).toList());
    String script = "local t = { " + names + " }\nbk.export(bk.scratch())\n";
    Shell.Result result = assertTimeout(Duration.ofSeconds(8), () -> validated(script));
    assertEquals(51, result.err().lines().filter(line -> line.startsWith("warning: ")).count());
  }

  @Test
  void a_mistyped_argument_is_compared_with_no_more_than_some_names() {
    String near = "x".repeat(60);
    shell.write(
        "build.lua",
        "for i = 1, 50000 do bk.arg('%s' .. i, '') end bk.export(bk.scratch())".formatted(near));
    List<String> command = new ArrayList<>(List.of("build", "./build.lua"));
    for (int i = 0; i < 200; i++) {
      command.add("--build-arg=" + near + "y" + i + "=1");
    }
    Shell.Result result =
        assertTimeout(Duration.ofSeconds(20), () -> shell.run(command.toArray(new String[0])));
    assertEquals(0, result.code(), result.err());
  }
}
