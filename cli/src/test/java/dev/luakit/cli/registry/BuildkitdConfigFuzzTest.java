package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever is in BuildKit's configuration, it is read, or the file is said to make no sense. */
class BuildkitdConfigFuzzTest {
  @FuzzTest
  void anyTextIsReadOrRefused(byte[] bytes) {
    try {
      BuildkitdConfig.parse("buildkitd.toml", new String(bytes, StandardCharsets.UTF_8));
    } catch (RegistryConfigException e) {
      assertTrue(e.getMessage().startsWith("buildkitd.toml:"), e.getMessage());
    }
  }
}
