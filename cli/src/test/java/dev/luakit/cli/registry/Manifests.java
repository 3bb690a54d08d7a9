package dev.luakit.cli.registry;

import java.util.List;

/** Manifests and configurations as JSON. */
public final class Manifests {
  private Manifests() {}

  /** A configuration for a platform, with an environment that marks it. */
  public static String config(String os, String architecture, String variant, String mark) {
    String end = variant.isEmpty() ? "" : ",\"variant\":\"" + variant + "\"";
    return """
    {"architecture":"%s","os":"%s"%s,"config":{"Env":["MARK=%s"],"WorkingDir":"/work"},\
    "rootfs":{"type":"layers","diff_ids":[]}}\
    """
        .formatted(architecture, os, end, mark);
  }

  static String image(String type, String configType, String config, int size) {
    return """
    {"schemaVersion":2,"mediaType":"%s",\
    "config":{"mediaType":"%s","digest":"%s","size":%d},"layers":[]}\
    """
        .formatted(type, configType, config, size);
  }

  /** An entry of an index; {@code platform} is JSON, or empty. */
  static String entry(String type, String digest, String platform) {
    return """
    {"mediaType":"%s","digest":"%s","size":1%s}\
    """
        .formatted(type, digest, platform.isEmpty() ? "" : ",\"platform\":" + platform);
  }

  static String platform(String os, String architecture, String variant) {
    String end = variant.isEmpty() ? "" : ",\"variant\":\"" + variant + "\"";
    return "{\"os\":\"" + os + "\",\"architecture\":\"" + architecture + "\"" + end + "}";
  }

  static String index(String type, List<String> entries) {
    return "{\"schemaVersion\":2,\"mediaType\":\""
        + type
        + "\",\"manifests\":["
        + String.join(",", entries)
        + "]}";
  }
}
