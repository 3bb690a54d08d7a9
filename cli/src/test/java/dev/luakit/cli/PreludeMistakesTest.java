package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a call of the library {@code prelude} is said of the line that calls it. */
class PreludeMistakesTest {
  @TempDir Path folder;

  private String error(String call) {
    Shell shell = new Shell(folder);
    shell.write(
        "build.lua",
        "local prelude, s = require('prelude'), bk.image('alpine:3.19')\n\nlocal x = " + call);
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(1, result.code());
    return result.err();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          prelude.apt("debian", { "curl" }) | prelude.apt: argument 'state' must be a state, got "debian"
          prelude.apt(s, "curl") | prelude.apt: argument 'packages' must be a list of strings, got "curl"
          prelude.apt(s, {}) | prelude.apt: argument 'packages' names no package
          prelude.apt(s, { "curl" }, { recomends = true }) | prelude.apt: unknown option 'recomends' (did you mean 'recommends'?)
          prelude.apt(s, { "curl" }, { update = "no" }) | prelude.apt: option 'update' must be a boolean, got "no"
          prelude.apt(s, { "curl" }, { "update" }) | prelude.apt: option 1 has no name
          prelude.apt(s, { "curl" }, "update") | prelude.apt: the options must be a table, got "update"
          prelude.apt(s, { "curl" }, { network = "hots" }) | state:run: option 'network' must be one of "sandbox", "host", "none", got "hots" (did you mean 'host'?)
          prelude.apt(s, { "curl" }, { mounts = { nil, 1 } }) | prelude.apt: option 'mounts' must be a list of mounts, got a table
          prelude.apt(s, { "curl" }, { mounts = { "a" } }) | prelude.apt: option 'mounts' must be a list of mounts, got a table
          prelude.apk(s, { "a", nil, "c" }) | prelude.apk: argument 'packages' must be a list of strings, got a table
          prelude.pip(s, 5) | prelude.pip: argument 'what' must be a list of packages, or a state with requirements.txt, got 5
          prelude.pip(s, {}) | prelude.pip: argument 'what' names no package
          prelude.pip(s, { "flask" }, { requirements = "r.txt" }) | prelude.pip: option 'requirements' is for a state with files, not for a list of packages
          prelude.npm(s) | prelude.npm: argument 'files' must be a state, got nil
          prelude.npm(s, s, { dir = "app" }) | prelude.npm: option 'dir' must be an absolute path, got "app"
          prelude.go(s, s, { platform = 5 }) | prelude.go: option 'platform' must be a platform, got 5
          prelude.go(s, s, { platform = "linux/" }) | bk.platform: platform "linux/" is not of the form os/arch[/variant], such as linux/arm64
          prelude.maven(s, s, { goal = { "package" } }) | prelude.maven: unknown option 'goal' (did you mean 'goals'?)
          prelude.cargo(s, s) | prelude.cargo: option 'bins' must be given
          prelude.cargo(s, s, { bins = {} }) | prelude.cargo: option 'bins' names no program
          prelude.user(s) | prelude.user: option 'name' must be given
          prelude.user(s, { name = "Web" }) | prelude.user: option 'name' must be a name of small letters, digits, '_' and '-', got "Web"
          prelude.user(s, { name = "web", uid = 0 }) | prelude.user: option 'uid' must be a whole number from 1 to 2147483647, got 0
          prelude.user(s, { name = "web", home = "/a:b" }) | prelude.user: option 'home' must be a path without ':' and line breaks, got "/a:b"
          prelude.minimal({ users = { { name = "web" }, { name = "job" } } }) | prelude.minimal: option 'users', element 2, has the name or the number of another one
          prelude.minimal({ users = { { nmae = "web" } } }) | prelude.minimal: option 'users', element 1: unknown option 'nmae' (did you mean 'name'?)
          prelude.stages({ 5 }) | prelude.stages: a stage has the name 1, which must be a string
          prelude.stages({ a = 5 }) | prelude.stages: stage 'a' must be a function, got 5
          prelude.stages({ build = function() end })("biuld") | prelude.stages: there is no stage 'biuld' (did you mean 'build'?)
          prelude.stages({ build = function() end })("x") | prelude.stages: there is no stage 'x'; known are build
          prelude.stages({ build = function() end })("build") | prelude.stages: stage 'build' must return a state, got nil
          prelude.stages({ build = function() end })() | prelude.stages: no stage is named, here or by --target
          prelude.stages({ a = function(g) return g("b"):run("x") end, b = function(g) return g("a"):run("x") end })("a") | prelude.stages: stage 'a' needs itself: a → b → a
          prelude.copy_from(s, s, {}) | prelude.copy_from: argument 'files' names no file
          prelude.copy_from(s, s, { "/a", b = 5 }) | prelude.copy_from: argument 'files' must be a list of strings, got a table
          prelude.copy_from(s, s, { "/a" }, { onwer = "1" }) | state:copy: unknown option 'onwer' (did you mean 'owner'?)
          prelude.link(s, s, "a", "b") | prelude.link: argument 'dest' must be an absolute path, got "b"
          prelude.link(s, s, "a", "/b", { owner = "app" }) | prelude.link: option 'owner' must have numbers: the layer does not know the names of the base
          prelude.parallel(s, { 5 }) | prelude.parallel: step 1 must be a function, got 5
          prelude.parallel(s, { x = function() end }) | prelude.parallel: step 'x' must return a state, got nil
          prelude.checks(s, {}) | prelude.checks: argument 'commands' names no command
          prelude.after(s, s) | prelude.after: argument 'others' must be a list of states, got a state
          prelude.layer(s, {}) | prelude.layer: argument 'commands' must be a list of commands, each a string, got a table
          prelude.layer(s, { "a" }, { removes = {} }) | prelude.layer: unknown option 'removes' (did you mean 'remove'?)
          prelude.squash(s) | prelude.squash: argument 'state' must be a state, got nil
          prelude.flatten() | prelude.flatten: argument 'state' must be a state, got nil
          prelude.appt(s, { "curl" }) | prelude has no function "appt" (did you mean 'prelude.apt'?)
          prelude.zzz() | prelude has no function "zzz"
          """)
  void it_is_named(String call, String message) {
    assertEquals("error: ./build.lua:3: " + message, error(call).lines().findFirst().orElseThrow());
  }

  @Test
  void the_call_is_shown_and_what_the_library_was_at_below_it() {
    String error = error("prelude.apt(s, { 'curl' }, { recomends = true })");
    assertTrue(
        error.contains("  3 | local x = prelude.apt(s, { 'curl' }, { recomends = true })"), error);
    assertTrue(error.contains("in function 'apt' (builtin:prelude.lua:"), error);
    assertTrue(error.contains("in main chunk (./build.lua:3)"), error);
  }

  @Test
  void it_can_not_be_changed() {
    assertEquals(
        "error: ./build.lua:3: prelude can't be changed, got a new value for \"apt\"",
        error("1 prelude.apt = nil").lines().findFirst().orElseThrow());
  }
}
