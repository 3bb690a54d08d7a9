package dev.luakit.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The git repositories that {@link TestServer} serves. {@code project.git} has three commits on
 * {@code main}, in which the file {@code version} holds 1, 2 and 3, a tag {@code v1} at the first,
 * and a branch {@code side}; {@code with-submodule.git} has it as a submodule.
 *
 * @param tagged the commit of {@code v1}
 * @param second the one behind it
 */
record Repositories(String tagged, String second) {

  /** Makes them in a folder, for a server that will be found at a URL. */
  static Repositories make(Path folder, String url) throws IOException, InterruptedException {
    Git project = new Git(Files.createDirectories(folder.resolve("work/project")));
    project.git("init", "-q", "-b", "main");
    Files.createDirectory(project.folder.resolve("dir"));
    project.write("dir/inside", "inside");
    project.write("tool.sh", "#!/bin/sh");
    Files.setAttribute(project.folder.resolve("tool.sh"), "unix:mode", 0755);
    String tagged = project.commit("1");
    project.git("tag", "v1");
    String second = project.commit("2");
    project.git("checkout", "-q", "-b", "side", "v1");
    project.commit("side");
    project.git("checkout", "-q", "main");
    String third = project.commit("3");
    project.publish(folder.resolve("git/project.git"));

    Git outer = new Git(Files.createDirectories(folder.resolve("work/with-submodule")));
    outer.git("init", "-q", "-b", "main");
    outer.write(
        ".gitmodules", "[submodule \"sub\"]\n\tpath = sub\n\turl = " + url + "/git/project.git");
    outer.git("update-index", "--add", "--cacheinfo", "160000," + third + ",sub");
    outer.commit("outer");
    outer.publish(folder.resolve("git/with-submodule.git"));
    return new Repositories(tagged, second);
  }

  /** Git in a folder, whatever is configured on this machine. */
  private record Git(Path folder) {
    void write(String name, String text) throws IOException {
      Files.writeString(folder.resolve(name), text + "\n");
    }

    /** Writes the file {@code version} and gives the new commit. */
    String commit(String version) throws IOException, InterruptedException {
      write("version", version);
      git("add", "-A", "--", ".", ":!sub");
      git("commit", "-q", "-m", version);
      return git("rev-parse", "HEAD");
    }

    /** Makes a bare copy, of which any commit may be asked for. */
    void publish(Path bare) throws IOException, InterruptedException {
      git("clone", "-q", "--bare", ".", bare.toString());
      git("-C", bare.toString(), "config", "uploadpack.allowAnySHA1InWant", "true");
    }

    String git(String... arguments) throws IOException, InterruptedException {
      Map<String, String> environment = new HashMap<>();
      environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
      environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
      for (String who : new String[] {"AUTHOR", "COMMITTER"}) {
        environment.put("GIT_" + who + "_NAME", "luakit");
        environment.put("GIT_" + who + "_EMAIL", "luakit@example.com");
        environment.put("GIT_" + who + "_DATE", "2001-02-03T04:05:06Z");
      }
      String[] command = new String[arguments.length + 1];
      command[0] = "git";
      System.arraycopy(arguments, 0, command, 1, arguments.length);
      return Program.run(folder, environment, command).expectSuccess(String.join(" ", command));
    }
  }
}
