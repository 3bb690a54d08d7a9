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
        "function f(a = 1) end | a parameter has no default: write a = a or ...",
        "if x is nil then end | Lua compares with ==",
        "if x in list then end | Lua has no in",
        "bk.image(alpine:3.19) | a text stands in quotes: \"alpine:3.19\"",
        "print({ a: 1 }) | fields of tables are written { name = value }",
        "x = \"say \"hi\"\" | the \" within the text ends it",
        "x = f('it's') | the ' in the word ends the string",
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
      })
  void of_the_library(String script, String hint) {
    hints(script, hint);
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
        "eval print(1) | hint: to run code: luakit eval -e CODE",
      })
  void of_the_command_line(String line, String text) {
    Shell.Result result = shell.run(line.split(" "));
    assertEquals(2, result.code());
    assertTrue(result.err().contains(text), result.err());
  }

  @Test
  void help_may_stand_before_the_command() {
    assertEquals(shell.run("--help").out(), shell.run("help").out());
    assertEquals(shell.run("build", "--help").out(), shell.run("help", "build").out());
  }
}
