package dev.luakit.cli.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** What BuildKit's configuration file, {@code buildkitd.toml}, says of registries. */
final class BuildkitdConfig {
  private static final String NAME = "buildkitd.toml";

  private BuildkitdConfig() {}

  /**
   * Reads the file that is named, else the user's, else the system's.
   *
   * @return the settings by the servers' names; empty where there is no file
   * @throws RegistryConfigException if the file that is named is not there, or one makes no sense
   */
  static Map<String, ServerSettings> read(RegistryOptions options) {
    if (options.buildkitdConfig() != null) {
      Map<String, ServerSettings> found = read(options.buildkitdConfig());
      if (found == null) {
        throw new RegistryConfigException(
            "cannot read " + options.buildkitdConfig() + ": no such file");
      }
      return found;
    }
    String user = options.variable("XDG_CONFIG_HOME");
    if (user.isEmpty() && !options.variable("HOME").isEmpty()) {
      user = options.variable("HOME") + "/.config";
    }
    Map<String, ServerSettings> found = null;
    if (user.startsWith("/")) {
      found = read(user + "/buildkit/" + NAME);
    }
    if (found == null) {
      found = read("/etc/buildkit/" + NAME);
    }
    return found == null ? Map.of() : found;
  }

  private static Map<String, ServerSettings> read(String file) {
    String text;
    try {
      text = Files.readString(Path.of(file));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | InvalidPathException e) {
      throw new RegistryConfigException("cannot read " + file);
    }
    return parse(file, text);
  }

  /** Reads the settings from a file's text. */
  static Map<String, ServerSettings> parse(String file, String text) {
    JsonNode registries;
    try {
      registries = new TomlMapper().readTree(text).path("registry");
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new RegistryConfigException(
          file + (line > 0 ? ":" + line : "") + ": this is not valid TOML");
    }
    Map<String, ServerSettings> settings = new HashMap<>();
    for (Map.Entry<String, JsonNode> registry : registries.properties()) {
      String name = registry.getKey();
      JsonNode json = registry.getValue();
      JsonNode http = json.path("http");
      settings.put(
          name,
          new ServerSettings(
              texts(file, name, json, "mirrors"),
              http.isBoolean() ? http.booleanValue() : null,
              json.path("insecure").asBoolean(false),
              texts(file, name, json, "ca")));
    }
    return settings;
  }

  private static List<String> texts(String file, String name, JsonNode registry, String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : registry.path(key)) {
      if (!text.isString()) {
        throw new RegistryConfigException(
            file + ": " + key + " of [registry.\"" + name + "\"] must be a list of texts");
      }
      texts.add(text.stringValue());
    }
    return texts;
  }
}
