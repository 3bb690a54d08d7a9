package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to do about mistakes that those make who come from other languages and tools. */
class HintTest {
  private static final String EXPORTED = "\nbk.export(bk.scratch())\n";

  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder);
  }

  private String said(String script) {
    shell.write("build.lua", script + EXPORTED);
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(1, result.code(), result.err());
    return result.err();
  }

  private void hints(String script, String hint) {
    String said = said(script.replace("\\n", "\n"));
    assertTrue(said.contains("\nhint: " + hint), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "x = [\"a\", \"b\"] | a list of Lua stands in braces: { \"a\", \"b\" }",
        "if [ \"$A\" = \"b\" ]; then | a condition stands without brackets: if a == b then",
        "local { apt } = require(\"prelude\") | Lua takes no table apart: local a = t.a",
        "f({ x = 1, [\"/app\"] }) | a list of Lua stands in braces",
        "function f(x) {\\n return x\\n} | braces are for tables only",
        "if x == 1 {\\n y()\\n} | braces are for tables only",
        "if (x) { y() } | braces are for tables only",
        "while (true) { break; } | braces are for tables only",
        "while (true) { y() } | braces are for tables only",
        "if x == { 1 }\\n y() end | the condition ends with then",
        "for (i = 0; i < 3; i++) {} | Lua writes: for i = 1, 3 do ... end",
        "for i in 1..3 do end | Lua writes: for i = 1, 3 do ... end",
        "for i = 1 to 3 do end | Lua writes: for i = 1, 3 do ... end",
        "print(1..\"a\") | write spaces around ..",
        "switch (x) {\\n  case 1: y()\\n} | Lua has no case: write if ... elseif ... end",
        "x = 1;; | Lua 5.1 has no empty statements: leave this ; out",
        "x = ; | behind = a value is missing",
        "f({ a = }) | behind = a value is missing",
        "function f(a = 1) end | a parameter has no default: write a = a or ...",
        "if x is nil then end | Lua compares with ==",
        "if x in list then end | Lua has no in",
        "bk.image(alpine:3.19) | a text stands in quotes: \"alpine:3.19\"",
        "print({ a: 1 }) | fields of tables are written { name = value }",
        "x = \"say \"hi\"\" | the \" within the text ends it",
        "x = f('it's') | the ' in the word ends the string",
        "local t = {\\n  a = 1,\\nend | a table is closed by }, not by end",
        "if a then\\nelse\\nelseif b then\\nend | else is the last case of an if",
        "local x 5 | = is missing: local x = ...",
        "print \"a\" .. \"b\" | what is joined stands in parentheses: print(...)",
        "local t = { \"a\" => 1 } | fields of tables are written { [\"a\"] = value }",
        "local t = { a => 1 } | fields of tables are written { name = value }",
        "local f = (x) => x + 1 | a function is written function(x) return x end",
        "local x = bk.arg(\"A\") ?? \"b\" | Lua has no ??: write x or \"default\"",
        "for x of { 1, 2 } do end | Lua writes: for i = 1, 3 do ... end, or for i, value in"
            + " ipairs(list)",
        "local f = func(x) return x end | Lua writes func as function",
        "pcall(function()\\n  print(1)\\n) | the 'function' of line 1 has no 'end'",
        "local t = { f = function()\\n  print(1)\\n} | the 'function' of line 1 has no 'end'",
        "print(1 +) | behind + a value is missing",
        "print(1)) | this ) closes nothing",
        "print({ 1 }}) | this } closes nothing: there is one too many",
        "local t = { print(1 } | a ) is missing behind 1",
        "print(1; 2) | arguments have commas between them",
        "local x: string = \"a\" | Lua's variables have no types",
        "local function f(x: string) end | Lua's variables have no types",
        "local my-lib = 1 | names have letters, digits and _ only: my_lib",
        "local function my-lib() end | names have letters, digits and _ only: my_lib",
        "local x = \"a\" \"b\" | texts are joined with ..",
        "local v = 1 local x = \"a\" .. v \"b\" | texts are joined with ..",
        "if x then { print(1) } | braces are for tables only",
        "local p = require prelude | a module's name stands in quotes: require(\"prelude\")",
        "local s = f(<<EOF\\na\\nEOF) | text of several lines stands in [[ ... ]]",
      })
  void of_what_is_not_lua(String script, String hint) {
    hints(script, hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "local l = { 1 } print(\"a\" .. l[0]) | lists begin at 1, not at 0: the first element is"
            + " l[1]",
        "local l = { 1 } for i = 0, 1 do print(\"a\" .. l[i]) end | lists begin at 1, not at 0",
        "local l = { 1 } print(l[2].x) | 'l' has nothing at this index",
        "local t = { 1 } t.push(2) | 't' has no field 'push': write table.insert(t, value)",
        "local x = os.getenv(\"HOME\") .. \"/x\" | os.getenv sees build arguments only",
        "local x = bk.arg(\"A\"):upper() | the build argument A is not given",
        "local s = bk.scratch():copy(s, \"/a\", \"/b\") | 's' is not known yet in the statement",
        "bk.scratch().run(\"make\") | a method is called with a colon: :run(...)",
        "switch(1) | Lua has no switch: write if ... elseif ... end",
        "prelude.apt() | the library has to be asked for: local prelude = require(\"prelude\")",
        "apt(bk.scratch(), { \"curl\" }) | the library has it: local prelude ="
            + " require(\"prelude\"), and prelude.apt(s, ...)",
        "bx.image(\"alpine\") | there is no variable 'bx'; did you mean 'bk'?",
        "local x = os.environ.HOME | the machine's environment is hidden",
        "print(bk.target()) | bk.target is a value and no function: leave the () out",
        "print(\"a\" .. bk.target) | bk.target is nil where no --target is given",
        "print(bk.target_platform.os()) | it is a value and no function: leave the () out",
        "print(bk.target_platform()) | it is a value and no function: leave the () out",
        "print(\"%s\" % \"a\") | texts are filled by a function: string.format(\"%s\", x)",
        "for _, x in ipairs(\"a\") do end | a list stands in braces: ipairs({ \"a\", \"b\" })",
        "print(bk.arg(\"N\") + 1) | the build argument N is not given",
        "print(1 + bk.arg(\"N\")) | the build argument N is not given",
        "print(bk.arg(\"N\") > 1) | the build argument N is not given",
        "require(\"preldue\") | did you mean require(\"prelude\")?",
        "bk.arg(VERSION) | nothing gives 'VERSION' a value; a text stands in quotes: \"VERSION\"",
      })
  void of_names_and_values(String script, String hint) {
    hints(script, hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "local v = 1 bk.image(\"alpine:${v}\") | Lua fills no variables into texts, but joins them:"
            + " \"alpine:\" .. v",
        "bk.image(\"$IMAGE\") | Lua fills no variables into texts, but joins them:"
            + " bk.arg(\"IMAGE\")",
        "bk.image(\"https://hub.docker.com/alpine\") | an image is named as for docker pull",
        "bk.image(\"a\", { platform = \"arm64\" }) | write \"linux/arm64\"",
        "bk.image(\"a\", \"linux/arm64\") | options stand in braces, with their names: { platform"
            + " =",
        "bk.secret(\"/s\", \"id\") | options stand in braces, with their names: { id = \"id\" }",
        "bk.http(\"example.com/x\") | write the whole address: \"https://example.com/x\"",
        "bk.merge({ bk.scratch(), bk.scratch() }) | each state is an argument: bk.merge(a, b)",
        "bk.scratch():copy(\"builder\", \"/a\", \"/b\") | a state has no name: keep it in a"
            + " variable",
        "local b = bk.scratch() b:copy(\"b\", \"/a\", \"/b\") | leave the quotes out: s:copy(b,"
            + " ...)",
        "bk.scratch():mkfile(\"/a\", { \"x\" }) | table.concat(list, \"\\n"
            + "\") makes a text of a list",
        "bk.scratch():run(\"a\", { mounts = { { target = \"/c\" } } }) | a mount is what a function"
            + " makes",
        "bk.scratch():run(\"a\", { mounts = { bk.scratch() } }) | to mount a state: mounts = {"
            + " bk.bind(state,",
        "bk.export(bk.scratch(), { expose = 80 }) | put it in braces: expose = { \"80\" }",
        "bk.export(bk.scratch(), { cmd = \"/app\" }) | put it in braces: cmd = { \"/app\" }",
        "bk.export(bk.scratch(), { cmd = \"/app -v x\" }) | put each word in braces: { \"/app\","
            + " \"-v\", \"x\" }",
        "bk.export(bk.scratch(), { cmd = \"a && b\" }) | a line for the shell is: { \"sh\", \"-c\","
            + " \"a && b\" }",
        "bk.scratch():run({ \"make\", bk.arg(\"GOAL\"), \"x\" }) | the build argument GOAL is not"
            + " given",
        "bk.export(bk.scratch(), { cmd = { \"make\", bk.arg(\"GOAL\"), \"x\" } }) | the build"
            + " argument GOAL is not given",
        "bk.export(bk.scratch() { cmd = { \"x\" } }) | a comma is missing behind the ) before the"
            + " table",
        "bk.scratch():run(\"a\", { secret_env = { \"TOKEN\" } }) | write secret_env = { NAME ="
            + " \"secret-id\" }",
        "local p = require(\"prelude\") local s = bk.scratch() p.go(s) | it is called as"
            + " prelude.go(state, source, options)",
        "local p = require(\"prelude\") local s = bk.scratch() p.user(s, \"web\") | options stand"
            + " in braces, with their names: { name = \"web\" }",
        "local p = require(\"prelude\") local s = bk.scratch() p.user(s, { name = \"web\", uid ="
            + " \"1000\" }) | leave the quotes out: 1000",
        "local p = require(\"prelude\") local s = bk.scratch() p.stages({ a = s }) | what makes it"
            + " belongs into a function: function() return",
        "local p = require(\"prelude\") local s = bk.scratch() p.parallel(s, { s }) | what makes it"
            + " belongs into a function: function(s) return s:run",
        "local p = require(\"prelude\") local s = bk.scratch() p.pip(s, \"requests\") | put it in"
            + " braces: { \"requests\" }",
        "local p = require(\"prelude\") local s = bk.scratch() p.checks(s, \"make test\") | put it"
            + " in braces: { \"make test\" }",
        "bk.secret(\"/s\", { uid = \"1000\" }) | leave the quotes out: 1000",
        "bk.secret() | it is called as bk.secret(dest, options)",
        "bk.secret({ id = \"x\" }) | it is called as bk.secret(dest, options)",
        "bk.scratch():copy(bk.scratch(), \".\") | it is called as s:copy(from, src, dest, options)",
        "bk.scratch():mkdir(\"/a\", {}, {}) | it is called as s:mkdir(path, options)",
        "bk.scratch():with_env(\"A\", \"1\") | variables stand in braces: s:with_env({ NAME ="
            + " \"value\" })",
        "bk.scratch():with_env(\"A=1\") | write s:with_env({ A = \"1\" })",
        "bk.cache(\"gomod\", \"/go/pkg\") | the path comes first: bk.cache(\"/go/pkg\", { id ="
            + " \"gomod\" })",
        "bk.scratch():run(\"a\", bk.cache(\"/x\")) | mounts are an option: { mounts = { ... } }",
        "bk.export({}, bk.scratch()) | it is called as bk.export(state, options)",
        "local function f() bk.scratch() end bk.export(f()) | the function 'f' returns nothing",
        "bk.export({ bk.scratch() }) | one state is exported: bk.merge(a, b) makes one of several",
        "bk.image(\"a\", { platform = { \"linux/amd64\" } }) | one platform is a text,"
            + " \"linux/arm64\"",
        "bk.scratch():mkdir(\"/a\", { owner = { 1, 1 } }) | the fields have names: owner = { user ="
            + " 1000",
        "bk.scratch():mkdir(\"/a\", { owner = 1000 }) | write owner = { user = 1000 }",
        "bk.scratch():run(\"a\", { network = false }) | a command without a network has network ="
            + " \"none\"",
        "bk.scratch():run(\"a\", { security = \"privileged\" }) | all privileges are security ="
            + " \"insecure\"",
        "bk.export(bk.scratch(), { expose = { \"8080:80\" } }) | an image says only its own port,"
            + " \"80\"",
        "bk.export(bk.scratch(), { expose = { \"80/tpc\" } }) | write \"80/tcp\"",
        "bk.export(bk.scratch(), { expose = { \"http\" } }) | write 80",
        "bk.image(\"docker://alpine\") | an image is named as for docker pull",
        "bk.image(\"Alpine\") | write \"alpine\"",
        "bk.image(\"alpine 3.19\") | write \"alpine:3.19\"",
        "bk.image(\"golang:1.22 AS build\") | a stage is a variable: local build ="
            + " bk.image(\"golang:1.22\")",
        "bk.http(\"https://a.b/c\", { checksum = (\"0\"):rep(64) }) | write \"sha256:0000",
        "bk.scratch():copy(bk.scratch(), { \"a\", \"b\" }, \"/c\") | one call for each; or all with"
            + " s:copy(from, \".\", dest",
        "bk.scratch():rm({ \"/a\", \"/b\" }) | one call for each",
        "bk.scratch():copy(bk.scratch(), \"a\", \"/b\", { exclude = \"*.md\" }) | put it in braces:"
            + " exclude = { \"*.md\" }",
        "bk.scratch():copy(\"nginx:alpine\", \"/a\", \"/b\") | an image is a state:"
            + " s:copy(bk.image(\"nginx:alpine\"), ...)",
        "bk.scratch():copy(\"https://a.b/c\", \"/d\") | what is downloaded is a state, with a file"
            + " in it: bk.http(\"https://a.b/c\")",
        "bk.scratch():run(\"a\", { env = { P = bk.target_platform } }) | tostring makes a text of a"
            + " platform",
        "bk.scratch():run(\"echo \" .. bk.target_platform) | tostring makes a text of a platform",
        "bk.export(bk.scratch(), { cmd = { { \"a\" } } }) | the list has another one in it",
        "require(\"prelude\").apt(bk.scratch(), \"curl git\") | put each word in braces: {"
            + " \"curl\", \"git\" }",
        "local p = require(\"prelude\") p:apt(bk.scratch(), {}) | the library's functions are"
            + " called with a dot: p.apt(s, ...)",
      })
  void of_the_library(String script, String hint) {
    hints(script, hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "bk.image(\"a\", { platform = \"linux/arm65\" }) | bk.image: option 'platform' is wrong:"
            + " there is no architecture 'arm65' (did you mean 'arm64'?)",
        "bk.image(\"a\", { platform = { os = \"linx\", arch = \"amd64\" } }) | there is no system"
            + " 'linx' (did you mean 'linux'?)",
        "bk.platform(\"linux\", \"amd65\") | bk.platform: there is no architecture 'amd65'",
        "bk.export(bk.scratch(), { arch = \"amd65\" }) | bk.export: there is no architecture"
            + " 'amd65'",
        "bk.export(bk.scratch(), { stop_signal = \"SIGTREM\" }) | bk.export: there is no signal"
            + " \"SIGTREM\" (did you mean 'SIGTERM'?)",
        "bk.scratch():run(\"a\", { ulimit = { nofiles = 1 } }) | state:run: option 'ulimit' has no"
            + " limit \"nofiles\" (did you mean 'nofile'?)",
        "bk.scratch():mkdir(\"/a\", { owner = \"a:b:c\" }) | owner \"a:b:c\" has more parts than"
            + " user and group",
        "bk.scratch():mkdir(\"/a\", { p = true }) | unknown option 'p' (did you mean"
            + " 'make_parents'?)",
        "bk.http(\"https://a.b/c\", { sha256 = \"a\" }) | (did you mean 'checksum'?)",
        "bk.scratch():run(\"a\", { shell = \"/bin/bash\" }) | a shell of your own is the program:"
            + " s:run({ \"/bin/bash\", \"-c\", \"...\" })",
        "bk.scratch():copy(bk.scratch(), \"a\", \"/b\", { link = true }) | the library has it:"
            + " require(\"prelude\").link(s, ...)",
        "bk.scratch():copy(bk.scratch(), \"a\", \"/b\", { parents = true }) | folders are kept"
            + " where include names the files",
        "bk.cache(\"/c\", { uid = 1000 }) | a cache is made as what is given to it: from =",
        "bk.secret(\"/s\", { env = \"TOKEN\" }) | it is an option of run",
        "bk.http(\"https://a.b/c\", { mode = \"0755\" }) | (did you mean 'chmod'?)",
        "bk.image(\"scratch\") | to begin with nothing, write bk.scratch()",
        "bk.export(bk.scratch(), { healthcheck = {} }) | images of the OCI format have none",
        "bk.scratch():apt({ \"curl\" }) | the library has it: require(\"prelude\").apt(s, ...)",
        "bk.scratch():with_user(\"a\", \"b\") | takes at most 1 argument, got 2",
      })
  void the_message_itself_tells(String script, String message) {
    String said = said(script);
    assertTrue(said.lines().findFirst().orElse("").contains(message), said);
  }

  @Test
  void rare_names_are_no_slips() {
    shell.write(
        "build.lua",
        """
        local s = bk.image("a", { platform = "plan9/sparc64" })
        s = s:run("x", { ulimit = { other = 1 }, mounts = { bk.cache("/c") } })
        bk.export(s, { stop_signal = "SIGRTMIN+3", os = "haiku" })
        """);
    assertEquals(0, shell.run("validate", "./build.lua").code());
  }

  @Test
  void a_module_that_returns_nothing_is_named_as_what_is_wrong() {
    shell.write("libs/go.lua", "local M = {}\n");
    hints("local go = require(\"libs.go\")\ngo.build()", "the module returns nothing: end it with");
  }

  @Test
  void modules_that_require_each_other_are_told_of_a_third() {
    shell.write("a.lua", "require(\"b\")");
    shell.write("b.lua", "require(\"a\")");
    hints("require(\"a\")", "'a' is being loaded already");
  }

  @Test
  void a_module_is_named_from_the_script_s_directory() {
    hints(
        "require(\"./libs/go\")",
        "names begin at the script's directory as it is: require(\"libs.go\")");
    hints("require(\"../go.lua\")", "move the script up");
  }

  @ParameterizedTest
  @CsvSource({
    "x, n .. t.a .. 'b', t.a",
    "x, n .. t[1] .. n, 1",
    "x, t.b .. nothing .. t.b, nothing",
    "x, n .. tonumber('x') .. n, tonumber",
    "x, n .. t .. n, t .. n",
  })
  void the_caret_is_under_the_operand_that_can_t_be_joined(
      String variable, String concatenation, String operand) {
    String line = "local t, n = { b = 'b' }, 'n' local " + variable + " = " + concatenation;
    String excerpt = "  1 | " + line + "\n    | ";
    String said = said(line);
    int start = said.indexOf(excerpt) + excerpt.length();
    int caret = said.indexOf('^', start) - start;
    int at = line.indexOf(operand, line.indexOf(concatenation));
    assertEquals(operand.startsWith("t.a") ? at + 2 : at, caret, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build x.lua --build-arg | --build-arg needs a value: KEY=VALUE",
        "build --build-arg A=1 -o a -o b x.lua | --output is given twice",
        "-v | hint: the version is: luakit --version",
        "--target x | hint: options come behind the command: luakit build --target",
        "biuld --help | unknown command 'biuld' (did you mean 'build'?)",
        "help biuld | unknown command 'biuld' (did you mean 'build'?)",
        "BUILD x.lua | (did you mean 'build'?)",
        "-- build x.lua | hint: leave the -- out",
        "format . | hint: to format scripts: luakit fmt .",
        "build --push x.lua | buildctl build --output type=image,name=NAME,push=true",
        "build --context . x.lua | buildctl build --local context=FOLDER",
        "validate x.lua -o y | hint: luakit build and luakit dag write files",
        "dag --svg x.lua | hint: the format of a graph is: luakit dag --format svg",
        "eval -c print(1) | hint: to run code: luakit eval -e CODE",
        "init --kind go | hint: the kind stands alone: luakit init go",
        "fmt --write x.lua | hint: luakit fmt writes, unless --check or --diff is given",
        "build --platform linux/amd64 linux/arm64 x.lua | hint: platforms have commas between them",
        "build --target x.lua | --target has taken x.lua for its value",
        "eval print(1) | hint: to run code: luakit eval -e CODE",
      })
  void of_the_command_line(String line, String text) {
    Shell.Result result = shell.run(line.split(" "));
    assertEquals(2, result.code());
    assertTrue(result.err().contains(text), result.err());
  }

  @Test
  void a_part_of_a_file_s_name_is_misspelt() {
    shell.write("build.lua", "bk.export(bk.scratch())");
    Shell.Result result = shell.run("build", "-o", "./a-{arh}.pb", "./build.lua");
    assertEquals("error: --output: there is no {arh} (did you mean 'arch'?)\n", result.err());
    assertEquals(0, shell.run("build", "-o", "./a-{x}.pb", "./build.lua").code());
    result = shell.run("build", "-o", "./build.lua/a.pb", "./build.lua");
    assertTrue(result.err().endsWith("build.lua is a file and no directory\n"), result.err());
  }

  @Test
  void a_build_script_is_no_plain_one() {
    shell.write("build.lua", "bk.export(bk.scratch())");
    String err = shell.run("eval", "./build.lua").err();
    assertTrue(err.contains("hint: bk is there in build scripts: luakit build or luakit"), err);
    String out = shell.run("test", "./build.lua").out();
    assertTrue(out.contains("testing.build(\"build.lua\") evaluates a script"), out);
  }

  @Test
  void help_may_stand_before_the_command() {
    assertEquals(shell.run("--help").out(), shell.run("help").out());
    assertEquals(shell.run("build", "--help").out(), shell.run("help", "build").out());
  }
}
