package dev.luakit.cli.registry;

import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.ResolveMode;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.Resolution;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Asks for images, with options that are set one by one, and notes what the user is told. */
final class Asking implements RegistryNotices {
  private boolean required = true;
  private final List<RegistryOptions.Mirror> mirrors = new ArrayList<>();
  private final List<String> insecure = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private String buildkitdConfig = "/dev/null";
  private RegistryImages images;

  /** What the user is told: {@code MESSAGE} or {@code MESSAGE | HINT}. */
  final List<String> warnings = new CopyOnWriteArrayList<>();

  final List<String> progress = new CopyOnWriteArrayList<>();

  Asking auto() {
    required = false;
    return this;
  }

  Asking mirror(String registry, String location) {
    mirrors.add(new RegistryOptions.Mirror(registry, location));
    return this;
  }

  Asking insecure(String host) {
    insecure.add(host);
    return this;
  }

  Asking with(String name, Object value) {
    environment.put(name, value.toString());
    return this;
  }

  Asking buildkitdConfig(Object file) {
    buildkitdConfig = file == null ? null : file.toString();
    return this;
  }

  RegistryImages images() {
    if (images == null) {
      images =
          new RegistryImages(
              new RegistryOptions(required, mirrors, insecure, buildkitdConfig, environment), this);
    }
    return images;
  }

  static ImageRequest request(String reference, String platform) {
    return new ImageRequest(
        ImageReference.parse(reference), Platform.parse(platform), ResolveMode.DEFAULT);
  }

  /** What an image is for linux/amd64. */
  Resolution ask(String reference) {
    return ask(reference, "linux/amd64");
  }

  Resolution ask(String reference, String platform) {
    return images().resolve(List.of(request(reference, platform))).getFirst();
  }

  /** The variable that marks an image's configuration. */
  String mark(String reference) {
    return mark(reference, "linux/amd64");
  }

  String mark(String reference, String platform) {
    Resolution found = ask(reference, platform);
    if (found instanceof Resolution.Resolved resolved) {
      return resolved.config().env().entries().getFirst().substring("MARK=".length());
    }
    throw new AssertionError(found + " " + warnings);
  }

  String digest(String reference) {
    if (ask(reference) instanceof Resolution.Resolved resolved) {
      return resolved.digest();
    }
    throw new AssertionError(ask(reference));
  }

  /** Why an image can't be had. */
  String failure(String reference) {
    return failure(reference, "linux/amd64");
  }

  String failure(String reference, String platform) {
    if (ask(reference, platform) instanceof Resolution.Failed failed) {
      return new String(
          ByteStrings.toBytes(failed.message()), java.nio.charset.StandardCharsets.UTF_8);
    }
    throw new AssertionError(ask(reference, platform));
  }

  @Override
  public void warn(String message, String hint) {
    warnings.add(hint == null ? message : message + " | " + hint);
  }

  @Override
  public void progress(int done, int all) {
    progress.add(done + " of " + all);
  }

  @Override
  public void endProgress() {
    progress.add("end");
  }
}
