package dev.luakit.llb.bk;

import java.util.Map;

/** A call of each function that takes options, in a script that is in order without any. */
final class CallTemplates {
  private static final String RUN = "s = s:run('x', { mounts = { %s } })";

  /** By qualified name; {@code %s} is the table of options. */
  static final Map<String, String> BY_FUNCTION =
      Map.ofEntries(
          Map.entry("bk.image", "s = bk.image('golang', %s)"),
          Map.entry("bk.local_", "s = bk.local_('context', %s)"),
          Map.entry("bk.git", "s = bk.git('git@example.com:x.git', %s)"),
          Map.entry("bk.http", "s = bk.http('https://example.com/x', %s)"),
          Map.entry("bk.https", "s = bk.https('https://example.com/x', %s)"),
          Map.entry("bk.oci_layout", "s = bk.oci_layout('x@sha256:1', %s)"),
          Map.entry("state:run", "s = s:run('x', %s)"),
          Map.entry("state:with_metadata", "s = s:run('x'):with_metadata(%s)"),
          Map.entry("state:copy", "s = s:copy(s, 'a', 'b', %s)"),
          Map.entry("state:mkdir", "s = s:mkdir('/x', %s)"),
          Map.entry("state:mkfile", "s = s:mkfile('/x', '', %s)"),
          Map.entry("state:rm", "s = s:rm('/x', %s)"),
          Map.entry("state:symlink", "s = s:symlink('/x', '/y', %s)"),
          Map.entry("bk.export", "bk.export(s, %s) do return end"),
          Map.entry("bk.cache", RUN.formatted("bk.cache('/x', %s)")),
          Map.entry("bk.secret", RUN.formatted("bk.secret('/x', %s)")),
          Map.entry("bk.ssh", RUN.formatted("bk.ssh(%s)")),
          Map.entry("bk.tmpfs", RUN.formatted("bk.tmpfs('/x', %s)")),
          Map.entry("bk.bind", RUN.formatted("bk.bind(s, '/x', %s)")));

  /** Tables with the fields that must be given, by class; {@code %s} is another field. */
  static final Map<String, String> BY_TABLE =
      Map.of(
          "bk.PlatformTable", "{ os = 'linux', arch = 'amd64', %s }",
          "bk.Owner", "{ user = 'u', %s }",
          "bk.SecretEnv", "{ { name = 'n', %s } }",
          "bk.Ulimit", "{ nofile = { soft = 1, hard = 1, %s } }",
          "bk.Device", "{ { name = 'd', %s } }",
          "bk.Proxy", "{ %s }",
          "bk.Resources", "{ %s }",
          "bk.ProgressGroup", "{ name = 'g', %s }");

  private CallTemplates() {}
}
