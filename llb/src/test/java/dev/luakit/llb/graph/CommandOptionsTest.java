package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each option of a command is on the wire, as BuildKit's own Go client writes it. */
class CommandOptionsTest extends GraphFixture {
  private static Command.Builder make() {
    return Command.shell("make");
  }

  private static Environment env(String... entries) {
    Environment.Builder env = Environment.builder();
    for (String entry : entries) {
      env.entry(entry);
    }
    return env.build();
  }

  @Test
  void aVariableThatIsSetAgainMovesToTheEnd() {
    State base = alpine().withEnv(env("A=1", "B=2"));
    assertOption("run_env_replaced", run(base, make().env(env("A=3", "C="))));
  }

  @Test
  void whatACommandIsGivenIsNotSticky() {
    State base = alpine().withEnv(env("A=1")).withWorkingDirectory("/w").withUser("u");
    State first = run(base, make().env(env("B=2")).workingDirectory("x/../y").user("v"));
    assertOption("run_sticky", run(first, make()));
  }

  @Test
  void relativeDirectoriesAreBelowTheLast() {
    State base =
        alpine()
            .withWorkingDirectory("/a/b/")
            .withWorkingDirectory("c")
            .withWorkingDirectory("../d//e");
    assertOption("run_dirs", run(base, make().workingDirectory("/f/../g/")));
    assertEquals("/a/b/d/e", base.workingDirectory());
    assertOption("run_relative_dir", run(alpine(), make().workingDirectory("x/y/..")));
  }

  @Test
  void networkAndPrivileges() {
    assertOption("run_network_host", run(alpine(), make().network(NetworkMode.HOST)));
    assertOption("run_insecure", run(alpine(), make().security(SecurityMode.INSECURE)));
  }

  @Test
  void limitsHostsAndDevices() {
    assertOption(
        "run_ulimit",
        run(
            alpine(),
            make().ulimit(new Ulimit("nofile", 1024, 2048)).ulimit(new Ulimit("core", 0, -1))));
    assertOption(
        "run_extra_hosts",
        run(
            alpine(),
            make()
                .extraHost(new ExtraHost("a", "10.0.0.1"))
                .extraHost(new ExtraHost("b", "2001:DB8:0:0:1:0:0:1"))
                .extraHost(new ExtraHost("c", "::ffff:1.2.3.4"))));
    assertOption("run_cgroup_parent", run(alpine(), make().cgroupParent("/x")));
    assertOption(
        "run_devices",
        run(
            alpine(),
            make()
                .device(new Device("vendor.com/gpu=0", false))
                .device(new Device("vendor.com/x=1", true))));
  }

  @Test
  void secretsAsVariables() {
    assertOption(
        "run_secret_env",
        run(
            alpine(),
            make()
                .secretEnv(new SecretEnv("TOKEN", "tok", false))
                .secretEnv(new SecretEnv("B", "b", true))));
    assertOption(
        "run_secret_env_and_mount",
        run(
            alpine(),
            make()
                .secretEnv(new SecretEnv("TOKEN", "tok", false))
                .mount(new SecretMount("/z", "z", 1, 2, FileMode.octal("0440"), true))
                .mount(new SecretMount("/a", "a", 0, 0, FileMode.octal("0400"), false))));
  }

  @Test
  void proxies() {
    assertOption("run_proxy", run(alpine(), make().proxy(new ProxyEnv("h", "s", "f", "n", "a"))));
    assertOption("run_empty_proxy", run(alpine(), make().proxy(new ProxyEnv("", "", "", "", ""))));
  }

  @Test
  void nothingComesOutOfAReadOnlyRoot() {
    assertOption("run_readonly_root", run(alpine(), make().readonlyRoot(true)));
  }

  @Test
  void butOutOfAWritableMountOfTheSameCommand() {
    Command command =
        make().readonlyRoot(true).mount(new BindMount(graph.scratch(), "/out", "", false)).build();
    assertOption("run_readonly_root_writable_mount", alpine().exec(command, NOWHERE).mount(0));
  }

  @Test
  void resourcesAreMetadata() {
    LinuxResources resources = new LinuxResources(1L << 30, -1, 512, 100000, 50000, "0-3", "0");
    assertOption(
        "run_resources",
        run(alpine(), make().metadata(new Metadata("", null, false, null, resources))));
    assertOption(
        "run_ignore_cache",
        run(alpine(), make().metadata(new Metadata("", null, true, null, null))));
  }

  @Test
  void exitCodesKeepTheirOrder() {
    assertOption("run_valid_exit_code_0", run(alpine(), make().validExitCodes(ExitCodes.of(0))));
    assertOption(
        "run_valid_exit_code_range",
        run(alpine(), make().validExitCodes(ExitCodes.of(3, 4, 5, 200))));
  }

  @Test
  void argumentsMayBeEmptyLongOrNotEnglish() {
    assertOption("run_empty_argument", run(alpine(), Command.of(List.of("a", "", "b"))));
    assertOption("run_long", run(alpine(), make().env(env("X=" + "0123456789".repeat(2000)))));
    assertOption(
        "run_utf8",
        run(alpine(), Command.shell(bytes("echo \u00fcn\u00efc\u00f6d\u00e9 \ud83c\udf89"))));
  }

  @Test
  void mountsAreSortedByTargetThenSecretsThenSockets() {
    State ubuntu = image("ubuntu:24.04");
    assertOption(
        "mounts_sorted",
        run(
            alpine(),
            make()
                .mount(new SshMount("/ssh2", "s2", 1, 2, FileMode.octal("0666"), true))
                .mount(new BindMount(ubuntu, "/z", "", true))
                .mount(emptyCache("/cache", "c", CacheSharing.LOCKED))
                .mount(new SecretMount("/b", "b", 0, 0, FileMode.octal("0400"), false))
                .mount(new BindMount(ubuntu, "/a", "/etc", false))
                .mount(new TmpfsMount("/tmp", 5))
                .mount(emptyCache("/p", "p", CacheSharing.PRIVATE))
                .mount(new BindMount(graph.scratch(), "/e", "", false))
                .mount(new SshMount("/ssh1", "s1", 0, 0, FileMode.octal("0600"), false))
                .mount(new BindMount(alpine(), "/self", "", true))));
  }

  @Test
  void relativeTargetsAreLeftToBuildKit() {
    State context = local("context");
    assertOption(
        "mount_relative_target",
        run(
            alpine(),
            make()
                .mount(new BindMount(context, "work", "", false))
                .mount(new BindMount(context, "./x", "", true))));
  }

  @Test
  void aWritableBindComesOutOfTheCommand() {
    State ubuntu = image("ubuntu:24.04");
    Command command =
        make()
            .mount(new BindMount(ubuntu, "/ro", "", true))
            .mount(new BindMount(ubuntu, "/out", "", false))
            .mount(new BindMount(graph.scratch(), "/another", "", false))
            .build();
    Execution execution = alpine().exec(command, NOWHERE);
    assertOption("mount_output", run(execution.mount(1), "make"));
    assertOption(
        "mount_output_merge", graph.merge(List.of(execution.root(), execution.mount(1)), NOWHERE));
    assertRejected(
        "nothing comes out of the mount at /ro; it is not a writable bind",
        () -> execution.mount(0));
  }

  @Test
  void nothingNeedsToBeBoundInScratch() {
    assertOption(
        "mount_scratch_only",
        run(graph.scratch(), make().mount(emptyCache("/c", "c", CacheSharing.SHARED))));
  }

  @Test
  void theSameSourceTwiceIsOneInput() {
    assertOption(
        "mount_root_twice",
        run(alpine(), make().mount(new BindMount(alpine(), "/copy", "", true))));
  }

  @Test
  void theAgentIsFoundUnlessTheScriptSaysWhere() {
    Environment env = env("SSH_AUTH_SOCK=/mine", "Z=1");
    assertOption(
        "mount_ssh_env_given",
        run(
            alpine(),
            make()
                .env(env)
                .mount(new SshMount("/run/ssh", "default", 0, 0, FileMode.octal("0600"), false))));
  }

  @Test
  void manyMountsOfManyStatesStayFast() {
    Command.Builder command = make();
    for (int i = 0; i < 20_000; i++) {
      command.mount(new BindMount(local("context" + i % 5000), "/m" + i, "", true));
    }
    State built = assertTimeout(Duration.ofSeconds(20), () -> run(alpine(), command));
    assertEquals(5001, op(built).getInputsCount());
    assertEquals(20_001, exec(built).getMountsCount());
  }

  @Test
  void whatNoCommandCanBeIsRejected() {
    assertRejected("a command needs at least the name of a program", () -> Command.of(List.of()));
    assertRejected(
        "the bind mount needs a target other than \"/\"",
        () -> run(alpine(), make().mount(new BindMount(alpine(), "/", "", true))));
    assertRejected(
        "the tmpfs mount needs a target other than \"\"",
        () -> run(alpine(), make().mount(new TmpfsMount("", 0))));
    assertRejected(
        "the size of a tmpfs mount must not be negative", () -> new TmpfsMount("/t", -1));
    assertRejected(
        "the ID of a cache mount must not be empty",
        () -> emptyCache("/c", "", CacheSharing.SHARED));
    assertRejected(
        "extra host \"h\" needs an IP address, not \"localhost\"",
        () -> new ExtraHost("h", "localhost"));
    assertRejected(
        "the soft limit of ulimit nofile is above its hard limit",
        () -> new Ulimit("nofile", 2, 1));
    assertRejected("an argument of the command is not valid UTF-8", () -> run(alpine(), "\u00ff"));
    assertRejected(
        "an environment variable is not valid UTF-8",
        () -> run(alpine(), make().env(env("A=\u00c3"))));
    assertRejected("the name of an environment variable must not be empty", () -> env("=x"));
    assertRejected("environment variable \"x\" is not of the form NAME=value", () -> env("x"));
  }

  @Test
  void aStateOfAnotherGraphIsRejected() {
    State foreign = new Graph(null).source(LocalSource.of("x").build(), NOWHERE);
    String message = "a state of another evaluation can't be used in this one";
    assertRejected(
        message, () -> run(alpine(), make().mount(new BindMount(foreign, "/x", "", true))));
    assertRejected(message, () -> copy(alpine(), CopyAction.of(foreign, "/", "/")));
    assertRejected(message, () -> graph.merge(List.of(alpine(), foreign), NOWHERE));
    assertRejected(message, () -> graph.diff(alpine(), foreign, NOWHERE));
  }
}
