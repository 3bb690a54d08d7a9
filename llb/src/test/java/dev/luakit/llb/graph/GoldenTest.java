package dev.luakit.llb.graph;

import static dev.luakit.llb.graph.Golden.assertAsRecorded;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every graph that was recorded from BuildKit's own Go client comes out byte for byte the same. */
class GoldenTest {
  private static Owner owner(String user, String group) {
    return new Owner(Owner.Account.of(user), Owner.Account.of(group));
  }

  @Nested
  class Sources extends GraphFixture {
    @Test
    void imageWithTag() {
      assertAsRecorded("image_tag", alpine());
    }

    @Test
    void imageWithoutTag() {
      assertAsRecorded("image_no_tag", image("ubuntu"));
    }

    @Test
    void imageOfAnotherPlatformMakesItsCommandsRunThere() {
      State arm = source(image("alpine:3.19", Platform.parse("linux/arm64")));
      assertAsRecorded("image_platform", run(arm, "echo hi"));
    }

    @Test
    void imageThatIsAlwaysPulled() {
      ImageReference reference = ImageReference.parse("alpine:3.19");
      assertAsRecorded(
          "image_resolve_pull", source(new ImageSource(reference, null, ResolveMode.PULL, "", -1)));
    }

    @Test
    void localDirectory() {
      assertAsRecorded("local_plain", local("context"));
    }

    @Test
    void localDirectoryWithPatterns() {
      assertAsRecorded(
          "local_patterns",
          source(
              LocalSource.of("context")
                  .include(List.of("*.go", "go.mod"))
                  .exclude(List.of("vendor/", "*_test.go"))
                  .sharedKeyHint("src")
                  .build()));
    }

    @Test
    void gitRepository() {
      assertAsRecorded(
          "git_plain", source(GitSource.of("https://github.com/moby/buildkit.git").build()));
    }

    @Test
    void gitRepositoryAtATagWithItsDirectory() {
      assertAsRecorded(
          "git_ref_keep",
          source(
              GitSource.of("https://github.com/moby/buildkit.git")
                  .ref("v0.12.0")
                  .keepGitDir(true)
                  .build()));
    }

    @Test
    void fileFromTheWeb() {
      assertAsRecorded(
          "http_plain", source(HttpSource.of("https://example.com/archive.tar.gz").build()));
    }

    @Test
    void fileFromTheWebWithOptions() {
      assertAsRecorded(
          "http_opts",
          source(
              HttpSource.of("https://example.com/app")
                  .checksum(
                      "sha256:"
                          + "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                  .filename("app")
                  .mode(FileMode.ofDigits(755))
                  .build()));
    }
  }

  @Nested
  class Commands extends GraphFixture {
    @Test
    void shellCommand() {
      assertAsRecorded("run_string", run(alpine(), "echo hi > /greeting.txt"));
    }

    @Test
    void programWithArguments() {
      assertAsRecorded("run_array", run(alpine(), Command.of(List.of("apt-get", "update"))));
    }

    @Test
    void environmentDirectoryAndUser() {
      Environment env =
          Environment.builder().set("A", "1").set("CC", "gcc").set("CFLAGS", "-O2").build();
      assertAsRecorded(
          "run_env_cwd_user",
          run(
              alpine(),
              Command.shell("make").workingDirectory("/app/src").user("builder").env(env)));
    }

    @Test
    void hostNameAndExitCodes() {
      assertAsRecorded(
          "run_hostname_exit",
          run(
              alpine(),
              Command.shell("make").hostname("builder").validExitCodes(ExitCodes.of(0, 1))));
    }

    @Test
    void withoutNetwork() {
      assertAsRecorded(
          "run_network_none", run(alpine(), Command.shell("make").network(NetworkMode.NONE)));
    }

    @Test
    void sandboxIsWhatHoldsAnyway() {
      assertAsRecorded(
          "run_network_sandbox",
          run(
              alpine(),
              Command.shell("make").network(NetworkMode.SANDBOX).security(SecurityMode.SANDBOX)));
    }

    @Test
    void inScratch() {
      assertAsRecorded(
          "run_scratch_root",
          run(
              graph.scratch(),
              Command.of(List.of("/x")).mount(new BindMount(alpine(), "/bin", "", true))));
    }

    @Test
    void bindMount() {
      assertAsRecorded(
          "mount_bind",
          run(
              alpine(),
              Command.shell("make")
                  .mount(new BindMount(image("ubuntu:24.04"), "/mounted", "", true))));
    }

    @Test
    void cacheMount() {
      assertAsRecorded(
          "mount_cache",
          run(
              alpine(),
              Command.shell("make")
                  .mount(emptyCache("/go/pkg/mod", "gomod", CacheSharing.SHARED))));
    }

    @Test
    void cacheMountWhoseIdIsItsTarget() {
      assertAsRecorded(
          "mount_cache_default_id",
          run(
              alpine(),
              Command.shell("make")
                  .mount(emptyCache("/root/.npm", "/root/.npm", CacheSharing.SHARED))));
    }

    @Test
    void secretMount() {
      assertAsRecorded(
          "mount_secret_default",
          run(
              alpine(),
              Command.shell("make")
                  .mount(
                      new SecretMount(
                          "/run/secrets/npmrc", "npmrc", 0, 0, FileMode.octal("0400"), false))));
    }

    @Test
    void sshMount() {
      assertAsRecorded(
          "mount_ssh_default",
          run(
              alpine(),
              Command.shell("git clone x")
                  .mount(
                      new SshMount("/run/ssh", "default", 0, 0, FileMode.octal("0600"), false))));
    }

    @Test
    void tmpfsMounts() {
      assertAsRecorded(
          "mount_tmpfs",
          run(
              alpine(),
              Command.shell("make")
                  .mount(new TmpfsMount("/tmp", 1 << 30))
                  .mount(new TmpfsMount("/var/tmp", 0))));
    }

    @Test
    void metadata() {
      Metadata metadata =
          new Metadata(
              "Compiling application",
              new ProgressGroup("build", "build", false),
              false,
              null,
              null);
      assertAsRecorded("metadata", run(alpine(), "make").withMetadata(metadata));
    }
  }

  @Nested
  class Files extends GraphFixture {
    @Test
    void copy() {
      assertAsRecorded(
          "copy_simple",
          copy(
              alpine(),
              CopyAction.of(image("golang:1.22"), "/out/server", "/usr/local/bin/server")));
    }

    @Test
    void copyOfADotIsAllOfTheSource() {
      assertAsRecorded("copy_dot", copy(alpine(), CopyAction.of(local("context"), ".", "/app")));
    }

    @Test
    void copyThatDoesNotMakeDirectories() {
      assertAsRecorded(
          "copy_no_create",
          copy(alpine(), CopyAction.of(local("context"), "a", "/x/y").createDestPath(false)));
    }

    @Test
    void copyWithOptions() {
      assertAsRecorded(
          "copy_opts",
          copy(
              alpine(),
              CopyAction.of(local("context"), "src/*.lua", "/app/")
                  .mode(FileMode.octal("0755"))
                  .owner(owner("app", "app"))
                  .allowWildcard(true)
                  .include(List.of("*.lua"))
                  .exclude(List.of("*_test.lua"))
                  .followSymlink(true)
                  .createDestPath(true)));
    }

    @Test
    void mkdir() {
      State data =
          alpine()
              .file(
                  new MkdirAction(
                      "/app/data", FileMode.octal("0750"), true, owner("u", "g"), FileAction.NOW),
                  NOWHERE);
      assertAsRecorded("mkdir", mkdir(data, "/plain"));
    }

    @Test
    void mkfile() {
      State config = mkfile(graph.scratch(), "/app/config.json", "{\"key\": \"value\"}");
      assertAsRecorded(
          "mkfile",
          config.file(
              new MkfileAction(
                  "/run.sh",
                  "#!/bin/sh\n",
                  FileMode.octal("0755"),
                  owner("root", "root"),
                  FileAction.NOW),
              NOWHERE));
    }

    @Test
    void rm() {
      State objects = alpine().file(new RmAction("/tmp/*.o", false, true), NOWHERE);
      State optional = objects.file(new RmAction("/opt/x", true, false), NOWHERE);
      assertAsRecorded("rm", rm(optional, "/a/b"));
    }

    @Test
    void symlink() {
      assertAsRecorded("symlink", symlink(alpine(), "/usr/bin/python3", "/usr/bin/python"));
    }
  }

  @Nested
  class MergesAndDiffs extends GraphFixture {
    @Test
    void merge() {
      State base = alpine();
      List<State> layers = List.of(run(base, "a"), run(base, "b"), run(base, "c"));
      assertAsRecorded("merge", graph.merge(layers, NOWHERE));
    }

    @Test
    void diffOnAnotherBase() {
      State base = alpine();
      State diff = graph.diff(base, run(base, "a"), NOWHERE);
      assertAsRecorded("diff", graph.merge(List.of(image("ubuntu:24.04"), diff), NOWHERE));
    }

    @Test
    void parallelSteps() {
      State deps =
          run(
              image("node:20"),
              Command.shell("npm ci")
                  .workingDirectory("/app")
                  .mount(emptyCache("/root/.npm", "/root/.npm", CacheSharing.SHARED)));
      State lint = run(deps, Command.shell("npm run lint").workingDirectory("/app"));
      State test = run(deps, Command.shell("npm run test").workingDirectory("/app"));
      State build = run(deps, Command.shell("npm run build").workingDirectory("/app"));
      assertAsRecorded("parallel_node", graph.merge(List.of(lint, test, build), NOWHERE));
    }
  }
}
