package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each option of a source is on the wire, as BuildKit's own Go client writes it. */
class SourceOptionsTest extends GraphFixture {
  private static final String SUM =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private State git(String url) {
    return source(GitSource.of(url).build());
  }

  private static HttpSource.Builder http() {
    return HttpSource.of("https://example.com/app");
  }

  @Test
  void aDigestStaysAndNeedsNoTag() {
    assertOption("image_digest", image("alpine@sha256:" + SUM));
    assertOption("image_tag_and_digest", image("alpine:3.19@sha256:" + SUM));
  }

  @Test
  void anImageCanBeCheckedAgainstADigest() {
    ImageReference alpine = ImageReference.parse("alpine:3.19");
    assertOption(
        "image_checksum",
        source(new ImageSource(alpine, null, ResolveMode.DEFAULT, "sha256:" + SUM, -1)));
  }

  @Test
  void onlyPullingIsRequiredOfTheBuilder() {
    ImageReference alpine = ImageReference.parse("alpine:3.19");
    assertOption(
        "image_resolve_local", source(new ImageSource(alpine, null, ResolveMode.LOCAL, "", -1)));
    assertOption(
        "image_resolve_default",
        source(new ImageSource(alpine, null, ResolveMode.DEFAULT, "", -1)));
  }

  @Test
  void namesAreNormalizedAsDockerDoes() {
    assertOption("image_registry_port", image("localhost:5000/team/app:1"));
    assertOption("image_index_docker_io", image("index.docker.io/busybox"));
    assertOption("image_user", image("tonistiigi/xx:1.4"));
  }

  @Test
  void armIsArmV7() {
    assertOption(
        "image_arm_v7", run(source(image("alpine:3.19", Platform.parse("linux/arm"))), "make"));
  }

  @Test
  void aResolvedConfigurationTellsThePlatformWhereNothingElseDoes() {
    Graph unplatformed = new Graph(null);
    ImageConfig config =
        ImageConfig.EMPTY.toBuilder().platform(Platform.parse("linux/s390x")).build();
    State known = unplatformed.source(image("alpine", null), config, NOWHERE);
    State unknown = unplatformed.source(image("alpine", null), NOWHERE);

    assertEquals("s390x", op(known).getPlatform().getArchitecture());
    assertEquals("s390x", op(run(known, "make")).getPlatform().getArchitecture());
    assertFalse(op(unknown).hasPlatform());
    assertFalse(op(run(unknown, "make")).hasPlatform());
  }

  @Test
  void localDirectoriesFollowPaths() {
    assertOption(
        "local_follow_paths",
        source(LocalSource.of("context").followPaths(List.of("a/b", "c")).build()));
  }

  @Test
  void localDirectoriesAreComparedAsTold() {
    assertOption(
        "local_differ_none", source(LocalSource.of("context").differ(Differ.NONE).build()));
    assertOption(
        "local_differ_metadata", source(LocalSource.of("context").differ(Differ.METADATA).build()));
  }

  @Test
  void aSessionIsNamedOnlyWhereThereIsOne() {
    assertOption("local_session", source(LocalSource.of("context").session("s1").build()));
  }

  @Test
  void patternsAreWrittenAsGoWritesJson() {
    List<String> patterns =
        List.of(
            "<a&b>", "q\"\\", bytes("\u2028\u2029"), bytes("\u00e9"), "\t\n\r\b\f\u0001\u007f", "");
    assertOption(
        "local_special_patterns", source(LocalSource.of("context").include(patterns).build()));
  }

  @Test
  void gitOverSshNeedsAnAgent() {
    assertOption("git_ssh", git("ssh://git@github.com/moby/buildkit.git"));
    assertOption(
        "git_ssh_port",
        source(GitSource.of("ssh://git@example.com:2222/moby/buildkit.git").ref("main").build()));
    assertOption(
        "git_scp", source(GitSource.of("git@github.com:moby/buildkit.git").ref("v1").build()));
    assertOption(
        "git_scp_sock",
        source(GitSource.of("git@github.com:moby/buildkit.git").mountSshSock("deploy").build()));
  }

  @Test
  void knownHostsEndInOneNewline() {
    String key = "github.com ssh-ed25519 AAAA";
    assertOption(
        "git_scp_known_hosts",
        source(GitSource.of("git@github.com:moby/buildkit.git").knownSshHosts(key).build()));
    assertOption(
        "git_scp_known_hosts_newline",
        source(GitSource.of("git@github.com:moby/buildkit.git").knownSshHosts(key + "\n").build()));
  }

  @Test
  void sshOptionsSayNothingWithoutSsh() {
    assertOption(
        "git_https_ssh_options",
        source(
            GitSource.of("https://example.com/r.git")
                .mountSshSock("x")
                .knownSshHosts("k")
                .build()));
  }

  @Test
  void oneRepositoryHasOneNameForAllProtocols() {
    assertOption("git_no_scheme", git("github.com/moby/buildkit.git"));
    assertOption("git_git_scheme", git("git://example.com/r.git"));
    assertOption("git_http_port", git("http://example.com:8080/a/../b/r.git"));
    assertOption("git_user_info", git("https://bob:pw@example.com/r.git"));
    assertOption("git_upper_scheme", git("HTTPS://Example.com/R.git"));
    assertOption("git_no_path", git("https://example.com"));
  }

  @Test
  void gitPathsAreEncodedInUrlsOnly() {
    assertOption("git_escaped_path", git("https://example.com/a%20b/c%2Fd.git"));
    assertOption("git_odd_path", git(bytes("https://example.com/a b/\u00fc'(x)!.git")));
  }

  @Test
  void aDirectoryOfARepository() {
    String url = "https://github.com/moby/buildkit.git";
    assertOption("git_subdir", source(GitSource.of(url).subdir("docs/x").build()));
    assertOption("git_ref_subdir", source(GitSource.of(url).ref("v1").subdir("docs").build()));
    assertOption("git_ref_subdir", git(url + "#v1:docs"));
    assertOption("git_ref_subdir", source(GitSource.of(url + "#v0:docs").ref("v1").build()));
    assertOption("git_ref_subdir_fragment", git(url + "#v1:/docs/../x/"));
  }

  @Test
  void gitSecretsThatAreAskedForMustBeUnderstood() {
    String url = "https://github.com/moby/buildkit.git";
    assertOption("git_token", source(GitSource.of(url).authTokenSecret("TOKEN").build()));
    assertOption("git_header", source(GitSource.of(url).authHeaderSecret("HEADER").build()));
  }

  @Test
  void gitChecksumAndSubmodules() {
    String url = "https://github.com/moby/buildkit.git";
    assertOption(
        "git_checksum",
        source(
            GitSource.of(url)
                .ref("v1")
                .checksum("73ed6825c4b7569379ef89df0aedcdbe64473d31")
                .build()));
    assertOption("git_skip_submodules", source(GitSource.of(url).skipSubmodules(true).build()));
  }

  @Test
  void urlsThatNameNoRepositoryAreRejected() {
    assertRejected(
        "git URL \"ftp://x/y\" must be https, http, ssh, git or user@host:path",
        () -> GitSource.of("ftp://x/y"));
    assertRejected(
        "\"https://\" is not the URL of a git repository", () -> GitSource.of("https://"));
    assertRejected(
        "\"https://a/%zz\" is not the URL of a git repository",
        () -> GitSource.of("https://a/%zz"));
    assertRejected(
        "git URL \"https://a/b?c\" must not have a \"?\" in it; use options instead",
        () -> GitSource.of("https://a/b?c"));
    assertRejected(
        "git checksum \"main\" is not the hexadecimal name of a commit",
        () -> GitSource.of("https://a/b").checksum("main"));
  }

  @Test
  void downloadedFilesBelongToRootUnlessTold() {
    assertOption("http_uid_gid", source(http().uid(1000).gid(100).build()));
    assertOption("http_uid", source(http().uid(1000).gid(0).build()));
    assertOption("http_root", source(http().uid(0).gid(0).build()));
  }

  @Test
  void onlyTwoHeadersCanBeSet() {
    assertOption("http_headers", source(http().accept("text/plain").userAgent("x/1").build()));
    assertOption("http_accept", source(http().accept("text/plain").build()));
    assertOption("http_auth", source(http().authHeaderSecret("tok").build()));
  }

  @Test
  void modesOfDownloadsHaveThreeDigits() {
    assertOption("http_sticky_mode", source(http().mode(FileMode.octal("1755")).build()));
    assertOption("http_zero_mode", source(http().mode(FileMode.octal("0")).build()));
    assertOption("http_filename", source(http().filename("x y").build()));
  }

  @Test
  void credentialsGoIntoTheUrl() {
    assertEquals(
        "https://bob:p%40s%3As%2F%3F%23%25@example.com/app",
        sourceOp(source(http().credentials("bob", "p@s:s/?#%").build())).getIdentifier());
    assertEquals(
        "https://bob@example.com/app",
        sourceOp(source(http().credentials("bob", null).build())).getIdentifier());
    assertRejected(
        "the URL has a user in it already",
        () -> HttpSource.of("https://a@b/c").credentials("d", "e"));
  }

  @Test
  void urlsWithoutHostAreRejected() {
    assertRejected(
        "\"ftp://x\" is not an URL that begins with https:// or http:// and a host",
        () -> HttpSource.of("ftp://x"));
    assertRejected(
        "\"https:///x\" is not an URL that begins with https:// or http:// and a host",
        () -> HttpSource.of("https:///x"));
    assertRejected(
        "checksum \"md5:1\" is not a digest such as sha256:<64 hexadecimal digits>",
        () -> http().checksum("md5:1"));
  }

  @Test
  void ociLayoutsHaveAPlatformAsImagesDo() {
    String app = "app@sha256:" + SUM;
    assertOption("oci_layout", run(source(new OciLayoutSource(app, null, "", "", -1)), "make"));
    assertOption("oci_layout_store", source(new OciLayoutSource(app, null, "sess", "store", 3)));
  }
}
