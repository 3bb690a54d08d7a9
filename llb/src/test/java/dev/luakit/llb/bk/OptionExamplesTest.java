package dev.luakit.llb.bk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import dev.luakit.stdlib.ModuleLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What editors show as an example of an option can be written. */
class OptionExamplesTest {
  /** A call of a function with options in place of {@code $}, and what makes the result a state. */
  private static String call(Signature function) {
    return switch (function.qualifiedName()) {
      case "bk.image" -> "local s = bk.image('alpine', { $ })";
      case "bk.local_" -> "local s = bk.local_('context', { $ })";
      case "bk.git" -> "local s = bk.git('git@github.com:luakit/luakit.git', { $ })";
      case "bk.http", "bk.https" -> "local s = bk.http('https://example.com/f', { $ })";
      case "bk.oci_layout" ->
          "local s = bk.oci_layout('a/b@sha256:" + "ab".repeat(32) + "', { $ })";
      case "state:run" -> "local s = bk.image('alpine'):run('ls', { $ })";
      case "state:with_metadata" -> "local s = bk.image('alpine'):run('ls'):with_metadata({ $ })";
      case "state:copy" -> "local s = bk.image('alpine'):copy(bk.scratch(), '/a', '/b', { $ })";
      case "state:mkdir" -> "local s = bk.image('alpine'):mkdir('/a', { $ })";
      case "state:mkfile" -> "local s = bk.image('alpine'):mkfile('/a', 'text', { $ })";
      case "state:rm" -> "local s = bk.image('alpine'):rm('/a', { $ })";
      case "state:symlink" -> "local s = bk.image('alpine'):symlink('/a', '/b', { $ })";
      case "bk.export" -> "bk.export(bk.image('alpine'), { $ }) local s";
      case "bk.ssh" -> mounting("bk.ssh({ $ })");
      case "bk.bind" -> mounting("bk.bind(bk.scratch(), '/m', { $ })");
      default -> mounting(function.qualifiedName() + "('/m', { $ })");
    };
  }

  private static String mounting(String mount) {
    return "local s = bk.image('alpine'):run('ls', { mounts = { " + mount + " } })";
  }

  /** The same for a table that is an option's value, or in it. */
  private static String callWith(TableType<?> table) {
    String run = "local s = bk.image('alpine'):run('ls', { $ })";
    return switch (table.className()) {
      case "bk.Device" -> run.replace("$", "devices = { { $ } }");
      case "bk.Owner" -> "local s = bk.image('alpine'):mkdir('/a', { owner = { $ } })";
      case "bk.PlatformTable" -> "local s = bk.image('alpine', { platform = { $ } })";
      case "bk.ProgressGroup" ->
          "local s = bk.image('alpine'):run('ls'):with_metadata({ progress_group = { name ="
              + " 'tests', $ } })";
      case "bk.Proxy" -> run.replace("$", "proxy = { $ }");
      case "bk.Resources" -> run.replace("$", "resources = { $ }");
      case "bk.SecretEnv" -> run.replace("$", "secret_env = { { $ } }");
      case "bk.Ulimit" -> run.replace("$", "ulimit = { nofile = { $ } }");
      default -> throw new IllegalStateException(table.className());
    };
  }

  static List<String> scripts() {
    List<String> scripts = new ArrayList<>();
    for (Signature function : Declarations.functions()) {
      for (Option<?> option : function.options()) {
        String example = OptionExamples.of(LuaTypes.optionsClass(function), option.name());
        scripts.add(call(function).replace("$", example));
      }
    }
    for (TableType<?> table : ReferencePage.tables()) {
      for (Option<?> field : table.fields()) {
        String example = OptionExamples.of(table.className(), field.name());
        scripts.add(callWith(table).replace("$", example + needed(table, field)));
      }
    }
    return scripts;
  }

  /** The examples of the fields that must be given beside one. */
  private static String needed(TableType<?> table, Option<?> field) {
    StringBuilder needed = new StringBuilder();
    for (Option<?> other : table.fields()) {
      if (other != field && other.byDefault().isEmpty()) {
        needed.append(", ").append(OptionExamples.of(table.className(), other.name()));
      }
    }
    return needed.toString();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void isTakenByTheLibrary(String script) {
    String whole = script + " if s then bk.export(s) end";
    Build build =
        Luakit.builder()
            .build()
            .evaluate("build.lua", whole.getBytes(StandardCharsets.UTF_8), ModuleLoader.EMPTY);
    assertNotNull(build.definition());
    assertEquals(0, build.arguments().size());
  }
}
