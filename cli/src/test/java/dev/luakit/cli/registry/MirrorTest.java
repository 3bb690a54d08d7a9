package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where images are looked up: mirrors first, by option or by BuildKit's configuration. */
class MirrorTest {
  private static final String CONFIG = Manifests.config("linux", "amd64", "", "mirrored");

  @TempDir private Path folder;

  @Test
  void a_mirror_has_what_the_registry_has() throws Exception {
    try (DockerRegistry mirror = DockerRegistry.start(folder)) {
      String digest = mirror.pusher().image("library/alpine", "3.19", CONFIG);
      Asking asking = new Asking().mirror("docker.io", mirror.host());
      assertEquals("mirrored", asking.mark("alpine:3.19"));
      assertEquals(digest, asking.digest("alpine:3.19"));
      assertEquals("mirrored", asking.mark("docker.io/library/alpine:3.19"));
    }
  }

  @Test
  void a_mirror_may_have_it_in_a_folder_and_is_told_whose_it_is() throws Exception {
    try (FakeServer mirror = new FakeServer()) {
      mirror.image("proxy/hub/library/alpine", "3.19", CONFIG);
      Asking asking = new Asking().mirror("docker.io", mirror.host() + "/proxy/hub/");
      assertEquals("mirrored", asking.mark("alpine:3.19"));
      assertTrue(
          mirror.targets().contains("/v2/proxy/hub/library/alpine/manifests/3.19?ns=docker.io"),
          mirror.targets().toString());
    }
  }

  @Test
  void what_a_mirror_lacks_the_next_one_or_the_registry_has() throws Exception {
    try (FakeServer empty = new FakeServer();
        FakeServer full = new FakeServer();
        FakeServer registry = new FakeServer()) {
      full.image("app", "1", CONFIG);
      registry.image("other", "1", CONFIG);
      Asking asking =
          new Asking()
              .mirror(registry.host(), "127.0.0.1:" + DockerRegistry.freePort())
              .mirror(registry.host(), empty.host())
              .mirror(registry.host(), full.host());
      assertEquals("mirrored", asking.mark(registry.host() + "/app:1"));
      assertEquals(List.of(), registry.targets());
      assertEquals("mirrored", asking.mark(registry.host() + "/other:1"));
      assertTrue(registry.targets().contains("/v2/other/manifests/1"));
    }
  }

  @Test
  void what_nobody_has_is_told_of_all() throws Exception {
    try (FakeServer mirror = new FakeServer();
        FakeServer registry = new FakeServer()) {
      String failure =
          new Asking().mirror(registry.host(), mirror.host()).failure(registry.host() + "/app:1");
      assertEquals(
          "is not there: "
              + registry.host()
              + " answers 404; the mirror "
              + mirror.host()
              + " does not have it; check the image's name and tag",
          failure);
    }
  }

  @Test
  void another_registry_s_mirror_is_not_asked() throws Exception {
    try (FakeServer mirror = new FakeServer();
        FakeServer registry = new FakeServer()) {
      registry.image("app", "1", CONFIG);
      assertEquals(
          "mirrored",
          new Asking().mirror("docker.io", mirror.host()).mark(registry.host() + "/app:1"));
      assertEquals(List.of(), mirror.targets());
    }
  }

  private Path toml(String text) throws IOException {
    return Files.writeString(folder.resolve("buildkitd.toml"), text);
  }

  @Test
  void buildkit_s_mirrors_come_after_those_of_the_option() throws Exception {
    try (FakeServer first = new FakeServer();
        FakeServer second = new FakeServer()) {
      second.image("library/alpine", "3.19", CONFIG);
      Path toml =
          toml(
              """
              debug = true
              [worker.oci]
                enabled = true
              [registry."docker.io"]
                mirrors = ["%s"]
              """
                  .formatted(second.host()));
      Asking asking = new Asking().buildkitdConfig(toml).mirror("docker.io", first.host());
      assertEquals("mirrored", asking.mark("alpine:3.19"));
      assertTrue(
          first.targets().contains("/v2/library/alpine/manifests/3.19?ns=docker.io"),
          first.targets().toString());
    }
  }

  @Test
  void buildkit_s_configuration_is_found_where_the_user_has_it() throws Exception {
    try (FakeServer mirror = new FakeServer()) {
      mirror.image("library/alpine", "3.19", CONFIG);
      Path config = folder.resolve(".config/buildkit/buildkitd.toml");
      Files.createDirectories(config.getParent());
      Files.writeString(config, "registry.'docker.io'.mirrors = ['" + mirror.host() + "']\n");
      assertEquals(
          "mirrored", new Asking().buildkitdConfig(null).with("HOME", folder).mark("alpine:3.19"));
      assertEquals(
          "mirrored",
          new Asking()
              .buildkitdConfig(null)
              .with("HOME", "/nowhere")
              .with("XDG_CONFIG_HOME", folder.resolve(".config"))
              .mark("alpine:3.19"));
    }
  }

  @Test
  void a_configuration_of_buildkit_s_that_makes_no_sense_is_an_error() throws IOException {
    assertEquals(
        "cannot read " + folder + "/none: no such file",
        wrong(new Asking().buildkitdConfig(folder.resolve("none"))));
    Path toml = toml("debug = true\n[registry.\n");
    assertEquals(toml + ":2: this is not valid TOML", wrong(new Asking().buildkitdConfig(toml)));
    toml("[registry.\"docker.io\"]\nmirrors = [1]\n");
    assertEquals(
        toml + ": mirrors of [registry.\"docker.io\"] must be a list of texts",
        wrong(new Asking().buildkitdConfig(toml)));
    toml("[registry.\"docker.io\"]\nca = [\"/none.pem\"]\n");
    assertEquals(
        "cannot read certificates from /none.pem", wrong(new Asking().buildkitdConfig(toml)));
    assertEquals(
        "\"a b\" is not of the form HOST[:PORT][/PATH]",
        wrong(new Asking().mirror("docker.io", "a b")));
  }

  private static String wrong(Asking asking) {
    return assertThrows(RegistryConfigException.class, () -> asking.ask("alpine")).getMessage();
  }
}
