package dev.luakit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs what luakit is mostly run for, so that Java can note the classes: the {@link StartCache} is
 * made of them. Each class in it costs a little at every start. So this is the usual, well done and
 * with a mistake in the script, and nothing that is rare.
 */
final class Rehearsal {
  private static final String BUILD =
      """
      -- A little of what scripts are made of.
      local build = require("rehearsal")
      local version = bk.arg("VERSION", "1.0")
      local base = bk.image("alpine:3.19", { platform = "linux/amd64" })
      local source = bk.local_("context", { include = { "*.go" }, exclude = { "vendor" } })
      local deps = base:run("apk add git", { mounts = { bk.cache("/var/cache/apk") } })
      local built = {}
      for i, name in ipairs({ "one", "two" }) do
          built[i] = build.tool(deps:copy(source, ".", "/src"), name, i)
      end
      local merged = bk.merge(built[1], built[2]):mkdir("/etc/tool", { mode = "0755" })
      local out = bk.scratch():copy(merged, "/out", "/"):mkfile("/version", version .. "\\n")
      if #built ~= 2 or not version:match("^%d+") then
          error(string.format("%d tools", #built))
      end
      bk.export(out, { entrypoint = { "/one" }, env = { LANG = "C" }, labels = { v = version } })
      """;

  private static final String MODULE =
      """
      local M = {}
      function M.tool(state, name, number)
          return state:run({ "go", "build", "-o", "/out/" .. name, "." }, {
              cwd = "/src", env = { N = tostring(number) },
              mounts = { bk.secret("/run/secrets/t", { id = "t" }) },
          })
      end
      return M
      """;

  private Rehearsal() {}

  /** Runs it all in a folder, which the arguments name. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    String build = write(folder, "build.lua", BUILD);
    write(folder, "rehearsal.lua", MODULE);
    String scratch = write(folder, "scratch.lua", "bk.export(bk.scratch():mkfile('/a', 'a'))");
    String wrong = write(folder, "wrong.lua", "local a = bk.image('x'):run({}, { cdw = '/' })");
    String failing = write(folder, "failing.lua", "local function f() return nil .. 'a' end f()");
    String plain = write(folder, "plain.lua", "print(#arg, ('x'):rep(3), math.floor(1.5))");
    String output = folder.resolve("out.pb").toString();
    run(true, "build", build, "--resolve=never");
    run(true, "build", "-o", output, "--build-arg", "VERSION=2", "--resolve=never", build);
    run(true, "build", "--platform", "linux/arm64", "--resolve", "never", build);
    run(true, "validate", "--resolve=never", build);
    run(true, "build", scratch);
    run(true, "eval", plain, "argument");
    run(false, "build", "--resolve=never", wrong);
    run(false, "validate", "--resolve=never", failing);
    run(false, "build", folder.resolve("missing.lua").toString());
    StartCache.forgetRefused();
  }

  private static String write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void run(boolean well, String... args) {
    if (well != (Main.run(args, Host.ofProcess()) == ExitCode.OK)) {
      throw new IllegalStateException("not as rehearsed: " + List.of(args));
    }
  }
}
