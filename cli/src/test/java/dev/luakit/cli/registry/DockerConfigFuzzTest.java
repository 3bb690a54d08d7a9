package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in Docker's configuration: there is a credential, or none, or a warning. */
class DockerConfigFuzzTest {
  @TempDir private static Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("config.json");
  }

  @FuzzTest
  void anyBytesAreAConfigurationOrWarnedOf(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    // No helper can be found: none is to be started.
    Map<String, String> environment =
        Map.of("DOCKER_CONFIG", folder.toString(), "PATH", folder.toString());
    Asking asking = new Asking();
    RegistryOptions options = new RegistryOptions(true, List.of(), List.of(), null, environment);
    DockerConfig config = DockerConfig.read(options, asking);
    config.find("docker.io", "library/alpine");
    config.find("example.com:5000", "team/app");
    for (String warning : asking.warnings) {
      assertTrue(warning.contains("config.json") || warning.contains("credential"), warning);
    }
  }
}
