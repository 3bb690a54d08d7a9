package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a registry sends for a manifest, it is one, or malformed. */
class ManifestFuzzTest {
  @FuzzTest
  void anyBytesAreAManifestOrMalformed(byte[] bytes) {
    for (String type : new String[] {"", Manifest.OCI_INDEX, Manifest.DOCKER_MANIFEST + "; a=b"}) {
      try {
        switch (Manifest.parse(bytes, type)) {
          case Manifest.Image image -> assertTrue(ContentDigest.isDigest(image.config()));
          case Manifest.Index index ->
              index.entries().forEach(entry -> assertTrue(ContentDigest.isDigest(entry.digest())));
        }
      } catch (RegistryFailure e) {
        assertEquals(RegistryFailure.Kind.MALFORMED, e.kind());
      }
    }
  }
}
