package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.ResolveMode;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What images stand for in a registry, whatever way they are stored. */
class RegistryImagesTest {
  private static DockerRegistry registry;
  private static Pusher pusher;
  private static String host;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    registry = DockerRegistry.start(folder);
    pusher = registry.pusher();
    host = registry.host();
  }

  @AfterAll
  static void stop() {
    if (registry != null) {
      registry.close();
    }
  }

  private static String config(String architecture, String mark) {
    return Manifests.config("linux", architecture, "", mark);
  }

  private static String entry(String digest, String architecture, String variant) {
    return Manifests.entry(
        Manifest.OCI_MANIFEST, digest, Manifests.platform("linux", architecture, variant));
  }

  @Test
  void an_image_is_what_its_tag_stands_for() {
    String digest = pusher.image("one", "1.0", config("amd64", "one"));
    Resolution.Resolved found = (Resolution.Resolved) new Asking().ask(host + "/one:1.0");
    assertEquals(digest, found.digest());
    assertEquals(List.of("MARK=one"), found.config().env().entries());
    assertEquals("/work", found.config().workingDirectory());
    assertEquals(Platform.parse("linux/amd64"), found.config().platform());
  }

  @Test
  void an_image_of_docker_s_kind_is_one_too() {
    String digest =
        pusher.image("docker", "latest", Manifest.DOCKER_MANIFEST, config("amd64", "docker"));
    assertEquals(digest, new Asking().digest(host + "/docker"));
    assertEquals("docker", new Asking().mark(host + "/docker"));
  }

  @Test
  void of_an_index_the_image_for_the_platform_counts_and_the_index_is_pinned() {
    for (String type : List.of(Manifest.OCI_INDEX, Manifest.DOCKER_LIST)) {
      String kind =
          type.equals(Manifest.OCI_INDEX) ? Manifest.OCI_MANIFEST : Manifest.DOCKER_MANIFEST;
      String amd64 = pusher.image("index", null, kind, config("amd64", "on amd64"));
      String arm64 = pusher.image("index", null, kind, config("arm64", "on arm64"));
      String json =
          Manifests.index(type, List.of(entry(arm64, "arm64", "v8"), entry(amd64, "amd64", "")));
      String digest = pusher.manifest("index", "1", type, json);
      Asking asking = new Asking();
      assertEquals(digest, asking.digest(host + "/index:1"));
      assertEquals("on amd64", asking.mark(host + "/index:1"));
      assertEquals("on arm64", asking.mark(host + "/index:1", "linux/arm64"));
    }
  }

  @Test
  void the_best_variant_that_runs_is_taken() {
    String v5 = pusher.image("arm", null, config("arm", "v5"));
    String v6 = pusher.image("arm", null, config("arm", "v6"));
    String v8 = pusher.image("arm", null, config("arm", "v8"));
    List<String> entries =
        List.of(entry(v5, "arm", "v5"), entry(v8, "arm", "v8"), entry(v6, "arm", "v6"));
    pusher.manifest("arm", "1", Manifest.OCI_INDEX, Manifests.index(Manifest.OCI_INDEX, entries));
    Asking asking = new Asking();
    assertEquals("v6", asking.mark(host + "/arm:1", "linux/arm/v7"));
    assertEquals("v5", asking.mark(host + "/arm:1", "linux/arm/v5"));
    assertEquals("v8", asking.mark(host + "/arm:1", "linux/arm64"));
  }

  @Test
  void what_is_said_about_an_image_is_no_image() {
    String amd64 = pusher.image("attested", null, config("amd64", "image"));
    String said = pusher.image("attested", null, config("amd64", "attestation"));
    String json =
        Manifests.index(
            Manifest.OCI_INDEX,
            List.of(
                Manifests.entry(
                    Manifest.OCI_MANIFEST, said, Manifests.platform("unknown", "unknown", "")),
                entry(amd64, "amd64", "")));
    pusher.manifest("attested", "1", Manifest.OCI_INDEX, json);
    assertEquals("image", new Asking().mark(host + "/attested:1"));
    assertEquals(
        "is not made for linux/s390x, only for linux/amd64",
        new Asking().failure(host + "/attested:1", "linux/s390x"));
  }

  @Test
  void indexes_are_looked_for_in_indexes() {
    String amd64 = pusher.image("nested", null, config("amd64", "inner"));
    String inner =
        pusher.manifest(
            "nested",
            null,
            Manifest.OCI_INDEX,
            Manifests.index(Manifest.OCI_INDEX, List.of(entry(amd64, "amd64", ""))));
    String outer =
        Manifests.index(
            Manifest.OCI_INDEX, List.of(Manifests.entry(Manifest.OCI_INDEX, inner, "")));
    String digest = pusher.manifest("nested", "1", Manifest.OCI_INDEX, outer);
    assertEquals(digest, new Asking().digest(host + "/nested:1"));
    assertEquals("inner", new Asking().mark(host + "/nested:1"));
    assertEquals(
        "is not made for linux/arm64, only for linux/amd64",
        new Asking().failure(host + "/nested:1", "linux/arm64"));
  }

  @Test
  void another_platform_is_an_error_even_where_nothing_is_required() {
    String s390x = pusher.image("other", null, config("s390x", "other"));
    String json = Manifests.index(Manifest.OCI_INDEX, List.of(entry(s390x, "s390x", "")));
    pusher.manifest("other", "1", Manifest.OCI_INDEX, json);
    assertEquals(
        "is not made for linux/amd64, only for linux/s390x",
        new Asking().auto().failure(host + "/other:1"));
  }

  /** As BuildKit has it: someone who asks for such an image may have an emulator. */
  @Test
  void an_image_without_an_index_is_taken_for_any_platform() {
    pusher.image("lone", "1", config("s390x", "lone"));
    assertEquals("lone", new Asking().mark(host + "/lone:1"));
  }

  @Test
  void a_digest_stands_for_itself() {
    String digest = pusher.image("pinned", "1", config("amd64", "pinned"));
    String reference = host + "/pinned:1@" + digest;
    assertEquals(digest, new Asking().digest(reference));
    assertEquals("pinned", new Asking().mark(reference));
  }

  @Test
  void what_is_not_there_is_an_error_where_it_is_required() {
    pusher.image("there", "1", config("amd64", "there"));
    assertEquals(
        "is not there: "
            + host
            + " answers 404 (MANIFEST_UNKNOWN: manifest unknown); check the image's name and tag",
        new Asking().failure(host + "/there:2"));
  }

  @Test
  void else_it_is_warned_of_once() {
    Asking asking = new Asking().auto();
    assertSame(Resolution.UNKNOWN, asking.ask(host + "/nowhere:1"));
    assertSame(Resolution.UNKNOWN, asking.ask(host + "/nowhere:1", "linux/arm64"));
    assertEquals(1, asking.warnings.size(), asking.warnings.toString());
    assertTrue(
        asking
            .warnings
            .getFirst()
            .startsWith("image \"" + host + "/nowhere:1\" is not there: " + host + " answers 404"),
        asking.warnings.toString());
  }

  @Test
  void something_that_is_no_image_is_an_error() {
    String blob = pusher.blob("chart", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String type = "application/vnd.cncf.helm.config.v1+json";
    pusher.manifest(
        "chart", "1", Manifest.OCI_MANIFEST, Manifests.image(Manifest.OCI_MANIFEST, type, blob, 2));
    assertEquals(
        "is no image, but something of the type \"" + type + "\"",
        new Asking().auto().failure(host + "/chart:1"));
  }

  @Test
  void what_the_daemon_has_of_its_own_is_asked_for_only_where_it_is_required() {
    pusher.image("own", "1", config("amd64", "own"));
    ImageRequest request =
        new ImageRequest(
            ImageReference.parse(host + "/own:1"),
            Platform.parse("linux/amd64"),
            ResolveMode.LOCAL);
    assertSame(
        Resolution.UNKNOWN, new Asking().auto().images().resolve(List.of(request)).getFirst());
    assertTrue(
        new Asking().images().resolve(List.of(request)).getFirst() instanceof Resolution.Resolved);
  }

  @Test
  void many_images_are_asked_for_together_and_come_in_their_order() {
    List<ImageRequest> requests = new java.util.ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pusher.image("many" + i, "1", config("amd64", "many" + i));
      requests.add(Asking.request(host + "/many" + i + ":1", "linux/amd64"));
    }
    List<Resolution> found = new Asking().images().resolve(requests);
    for (int i = 0; i < 20; i++) {
      Resolution.Resolved one = (Resolution.Resolved) found.get(i);
      assertEquals(List.of("MARK=many" + i), one.config().env().entries());
    }
  }
}
