package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.proto.gateway.ResolveSourceMetaRequest;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.ExecOp;
import dev.luakit.proto.ops.Mount;
import dev.luakit.proto.ops.NetMode;
import dev.luakit.proto.ops.Op;
import dev.luakit.proto.ops.OpMetadata;
import dev.luakit.proto.ops.Ulimit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options that change how a build is carried out, whatever its script says. */
class OptionsTest extends GatewayFixture {
  private static final String RUN = "bk.export(bk.scratch():run('make'))";

  @Test
  void hosts_are_added_to_those_of_each_command() throws InterruptedException {
    script(
        "bk.export(bk.scratch():run('x', { extra_hosts = { a = '10.0.0.1', c = '10.0.0.3' } }))");
    builder.option("add-hosts", "A=1.2.3.4,b=::1");
    ExecOp command = builtCommand();
    List<String> hosts =
        command.getMeta().getExtraHostsList().stream()
            .map(host -> host.getHost() + "=" + host.getIP())
            .toList();
    assertEquals(List.of("a=10.0.0.1", "c=10.0.0.3", "b=::1"), hosts);
  }

  @Test
  void a_host_without_an_address_is_an_error() throws InterruptedException {
    script(RUN);
    builder.option("add-hosts", "a=here");
    assertEquals(
        "add-hosts: extra host \"a\" needs an IP address, not \"here\"",
        builder.fail().getMessage());
  }

  @Test
  void limits_of_processes_hold_where_the_script_sets_none_of_the_name()
      throws InterruptedException {
    script("bk.export(bk.scratch():run('x', { ulimit = { nofile = 10 } }))");
    builder.option("ulimit", "nofile=20:30,nproc=5");
    List<Ulimit> limits = builtCommand().getMeta().getUlimitList();
    assertEquals(2, limits.size());
    assertEquals(10, limits.get(0).getSoft());
    assertEquals("nproc", limits.get(1).getName());
    assertEquals(5, limits.get(1).getHard());
  }

  @Test
  void a_limit_without_a_number_is_an_error() throws InterruptedException {
    script(RUN);
    builder.option("ulimit", "nofile=many");
    assertEquals(
        "ulimit: \"nofile=many\" is not of the form NAME=SOFT or NAME=SOFT:HARD",
        builder.fail().getMessage());
  }

  @Test
  void hostname_network_and_cgroup_hold_for_commands_that_do_not_say_otherwise()
      throws InterruptedException {
    script(RUN);
    builder
        .option("hostname", "builder")
        .option("force-network-mode", "none")
        .option("cgroup-parent", "slice");
    ExecOp command = builtCommand();
    assertEquals("builder", command.getMeta().getHostname());
    assertEquals(NetMode.NONE, command.getNetwork());
    assertEquals("slice", command.getMeta().getCgroupParent());
  }

  @Test
  void what_the_script_says_wins() throws InterruptedException {
    script(
        "bk.export(bk.scratch():run('x', { hostname = 'own', network = 'sandbox',"
            + " cgroup_parent = 'mine' }))");
    builder
        .option("hostname", "builder")
        .option("force-network-mode", "host")
        .option("cgroup-parent", "slice");
    ExecOp command = builtCommand();
    assertEquals("own", command.getMeta().getHostname());
    assertEquals(NetMode.UNSET, command.getNetwork());
    assertEquals("mine", command.getMeta().getCgroupParent());
  }

  @Test
  void a_network_that_is_not_known_is_an_error() throws InterruptedException {
    script(RUN);
    builder.option("force-network-mode", "bridge");
    assertEquals(
        "force-network-mode: \"bridge\" is not one of sandbox, host, none",
        builder.fail().getMessage());
  }

  @Test
  void proxies_among_the_build_arguments_reach_commands_without_being_part_of_their_environment()
      throws InterruptedException {
    script(RUN);
    builder.option("build-arg:https_proxy", "http://p:1").option("build-arg:NO_PROXY", "a");
    ExecOp command = builtCommand();
    assertEquals("http://p:1", command.getMeta().getProxyEnv().getHttpsProxy());
    assertEquals("a", command.getMeta().getProxyEnv().getNoProxy());
    assertEquals(0, command.getMeta().getEnvCount());
  }

  @Test
  void shared_memory_is_a_mount_of_that_size() throws InterruptedException {
    script(RUN);
    builder.option("shm-size", "1048576");
    Mount mount = builtCommand().getMounts(1);
    assertEquals("/dev/shm", mount.getDest());
    assertEquals(1048576, mount.getTmpfsOpt().getSize());
  }

  @Test
  void limits_of_memory_and_processors_hold_for_commands() throws InterruptedException {
    script(RUN);
    builder.option("memory", "1000").option("cpusetcpus", "0-1");
    String ref = builder.build().getRef().getId();
    Definition definition = daemon.definition(ref);
    OpMetadata metadata = definition.getMetadataOrThrow(Definitions.digest(definition.getDef(0)));
    assertEquals(1000, metadata.getLinuxResources().getMemory());
    assertEquals("0-1", metadata.getLinuxResources().getCpusetCpus());
  }

  @Test
  void a_number_that_is_none_is_an_error() throws InterruptedException {
    script(RUN);
    builder.option("memory", "much");
    assertEquals("memory: \"much\" is not a whole number", builder.fail().getMessage());
  }

  private static final String GROUPS =
      """
      local a = bk.scratch():run("a"):with_metadata({ progress_group = { id = "g", name = "Tests" } })
      bk.export(a:run("b"))
      """;

  private List<Boolean> ignored() throws InterruptedException {
    Definition definition = daemon.definition(builder.build().getRef().getId());
    return definition.getDefList().stream()
        .map(op -> definition.getMetadataOrThrow(Definitions.digest(op)).getIgnoreCache())
        .toList();
  }

  @Test
  void no_cache_does_everything_again() throws InterruptedException {
    script(GROUPS);
    builder.option("no-cache", "");
    assertEquals(List.of(true, true, true), ignored());
  }

  @Test
  void no_cache_with_names_does_the_progress_groups_of_these_names_again()
      throws InterruptedException {
    script(GROUPS);
    builder.option("no-cache", "lint,tests");
    assertEquals(List.of(true, false, false), ignored());
    assertEquals(
        List.of("no-cache: no operation is in a progress group \"lint\""), daemon.warnings());
  }

  @Test
  void without_no_cache_nothing_is_done_again() throws InterruptedException {
    script(GROUPS);
    assertEquals(List.of(false, false, false), ignored());
  }

  @Test
  void caches_are_passed_on_with_the_definition() throws InterruptedException {
    script(RUN);
    builder
        .option("cache-imports", "[{\"Type\":\"local\",\"Attrs\":{\"src\":\"/c\"}}]")
        .option("cache-from", "a,b");
    builder.build();
    List<SolveRequest> solves = daemon.calls(SolveRequest.class);
    assertEquals(0, solves.getFirst().getCacheImportsCount());
    SolveRequest last = solves.getLast();
    assertEquals("local", last.getCacheImports(0).getType());
    assertEquals("/c", last.getCacheImports(0).getAttrsOrThrow("src"));
    assertEquals("registry", last.getCacheImports(1).getType());
    assertEquals("b", last.getCacheImports(2).getAttrsOrThrow("ref"));
    assertEquals(List.of(), daemon.warnings());
  }

  @Test
  void caches_that_only_the_older_option_names_are_used_and_warned_of()
      throws InterruptedException {
    script(RUN);
    builder.option("cache-from", "a");
    builder.build();
    assertEquals(
        "a", daemon.calls(SolveRequest.class).getLast().getCacheImports(0).getAttrsOrThrow("ref"));
    assertEquals(List.of("cache-from is deprecated: use cache-imports"), daemon.warnings());
  }

  @Test
  void caches_that_are_no_json_are_an_error() throws InterruptedException {
    script(RUN);
    builder.option("cache-imports", "{");
    assertTrue(builder.fail().getMessage().startsWith("cache-imports: can't be read: "));
  }

  @Test
  void the_mode_of_resolving_holds_for_images_that_have_none() throws InterruptedException {
    script("bk.export(bk.merge(bk.image('a'), bk.image('b', { resolve_mode = 'local' })))");
    builder.option("image-resolve-mode", "pull");
    List<Op> ops = builder.buildOps();
    assertEquals("pull", ops.get(0).getSource().getAttrsOrThrow("image.resolvemode"));
    assertEquals("local", ops.get(1).getSource().getAttrsOrThrow("image.resolvemode"));
    List<String> modes =
        daemon.calls(ResolveSourceMetaRequest.class).stream()
            .map(ResolveSourceMetaRequest::getResolveMode)
            .sorted()
            .toList();
    assertEquals(List.of("local", "pull"), modes);
  }

  @Test
  void a_mode_of_resolving_that_is_not_known_is_an_error() throws InterruptedException {
    script(RUN);
    builder.option("image-resolve-mode", "push");
    assertEquals(
        "image-resolve-mode: \"push\" is not one of default, pull, local",
        builder.fail().getMessage());
  }

  @Test
  void images_are_pinned_and_bring_their_configuration() throws InterruptedException {
    script("bk.export(bk.image('alpine'):run('x'))");
    List<Op> ops = builder.buildOps();
    assertEquals(
        "docker-image://docker.io/library/alpine:latest@" + BuildKitDouble.DIGEST,
        ops.get(0).getSource().getIdentifier());
    assertEquals("/work", ops.get(1).getExec().getMeta().getCwd());
    assertEquals("PATH=/bin", ops.get(1).getExec().getMeta().getEnv(0));
  }

  @Test
  void an_image_that_the_daemons_policy_replaces_is_not_pinned() throws InterruptedException {
    script("bk.export(bk.image('alpine'))");
    daemon.replacements.put(
        "docker-image://docker.io/library/alpine:latest", "docker-image://mirror/alpine:latest");
    assertEquals(
        "docker-image://docker.io/library/alpine:latest",
        builder.buildOps().getFirst().getSource().getIdentifier());
  }

  @Test
  void the_limits_of_a_script_are_build_arguments() throws InterruptedException {
    script(RUN);
    builder.option("build-arg:LUAKIT_TIMEOUT", "soon");
    assertEquals("LUAKIT_TIMEOUT: 'soon' is not a duration", builder.fail().getMessage());
  }

  @Test
  void the_context_is_the_clients_directory_without_what_dockerignore_names()
      throws InterruptedException {
    script("bk.export(bk.local_('context', { exclude = { 'own' } }))");
    daemon.directories.get("context").put(".dockerignore", "# no\n/node_modules/\n!./keep\n\n");
    Op local = builder.buildOps().getFirst();
    assertEquals(
        "[\"node_modules\",\"!keep\",\"own\"]",
        local.getSource().getAttrsOrThrow("local.excludepatterns"));
    assertEquals("context", local.getSource().getAttrsOrThrow("local.sharedkeyhint"));
  }

  @Test
  void the_dockerignore_of_the_script_comes_first() throws InterruptedException {
    script("bk.export(bk.local_('context'))");
    files.put("build.lua.dockerignore", "mine");
    daemon.directories.get("context").put(".dockerignore", "other");
    Op local = builder.buildOps().getFirst();
    assertEquals("[\"mine\"]", local.getSource().getAttrsOrThrow("local.excludepatterns"));
  }

  @Test
  void dockerignore_says_nothing_about_other_directories() throws InterruptedException {
    script("bk.export(bk.local_('other'))");
    daemon.directories.put("other", java.util.Map.of(".dockerignore", "x"));
    daemon.directories.get("context").put(".dockerignore", "x");
    Op local = builder.buildOps().getFirst();
    assertFalse(local.getSource().containsAttrs("local.excludepatterns"));
  }
}
