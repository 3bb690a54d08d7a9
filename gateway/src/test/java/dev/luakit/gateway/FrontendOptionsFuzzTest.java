package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Whatever options BuildKit hands on, one to a line as {@code NAME=VALUE}, each is understood, or
 * the build fails with a sentence. A value is also read as the URL of a context.
 */
class FrontendOptionsFuzzTest {
  /** Reads a part of the options. */
  private interface Reader {
    void read(FrontendOptions options);
  }

  private static final Reader[] READERS = {
    CommandOptions::parse,
    CacheImports::parse,
    CachePolicy::parse,
    options -> Platforms.parse(options.get("platform", "")),
    options -> Switch.isOn("multi-platform", options.get("multi-platform", ""), false),
    options -> url(options.get("context", "")),
    options -> InputMetadata.imageConfig(options.get("input-metadata:x", "{}"))
  };

  @FuzzTest
  void anyOptionIsUnderstoodOrRefused(byte[] bytes) {
    Map<String, String> environment = new HashMap<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
      environment.put("BUILDKIT_FRONTEND_OPT_" + environment.size(), line);
    }
    FrontendOptions options = new FrontendOptions(environment);
    for (Reader reader : READERS) {
      try {
        reader.read(options);
      } catch (FrontendException e) {
        assertFalse(e.getMessage().isBlank());
      }
    }
  }

  private static void url(String text) {
    if (GitReference.isGit(text)) {
      GitReference.parse(text);
    }
  }
}
