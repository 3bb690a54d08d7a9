package dev.luakit.gateway;

import dev.luakit.llb.bk.Context;
import dev.luakit.llb.bk.Contexts;
import dev.luakit.llb.graph.HttpSource;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.OciLayoutSource;
import dev.luakit.llb.graph.Platform;
import dev.luakit.proto.gateway.ResolveImageConfigRequest;
import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a build is told to take in the place of images and directories: {@code docker buildx build
 * --build-context NAME=…}. The directories of the client that the build does read are here too,
 * with the sessions that have them and the files that are none of theirs.
 */
final class NamedContexts implements Contexts {
  private static final String IGNORE = ".dockerignore";
  private static final String OPTION = "context:";
  private static final String HUB = "docker.io/";
  private static final String OFFICIAL = "docker.io/library/";

  /** BuildKit's number for images in a layout of the client's. */
  private static final int LAYOUT = 1;

  private final Bridge bridge;
  private final FileReader reader;
  private final FrontendOptions options;
  private final Inputs inputs;
  private final MainContext main;
  private final byte[] ignore;

  /** What was found, by option; a context is the same for all who ask. */
  private final Map<String, Context> found = new HashMap<>();

  /** The images among them. */
  private final Set<ImageReference> images = new HashSet<>();

  /** Those that have no digest, in the words of the options. */
  private final Set<String> tags = new TreeSet<>();

  /**
   * @param ignore what is no part of the main context, or null where that tells it itself
   */
  NamedContexts(
      Bridge bridge,
      FileReader reader,
      FrontendOptions options,
      Inputs inputs,
      MainContext main,
      byte[] ignore) {
    this.bridge = bridge;
    this.reader = reader;
    this.options = options;
    this.inputs = inputs;
    this.main = main;
    this.ignore = ignore;
  }

  @Override
  public Context image(String name, Platform platform) {
    String text = ByteStrings.toText(name);
    Context context = named(text, platform);
    return context != null ? context : named(familiar(text), platform);
  }

  /** An image's name as people write it: without Docker's registry, and without "latest". */
  private static String familiar(String name) {
    ImageReference reference = ImageReference.parse(ByteStrings.fromText(name));
    String full = ByteStrings.toText(reference.format());
    if (full.startsWith(OFFICIAL)) {
      full = full.substring(OFFICIAL.length());
    } else if (full.startsWith(HUB)) {
      full = full.substring(HUB.length());
    }
    return full.endsWith(":latest") ? full.substring(0, full.length() - 7) : full;
  }

  @Override
  public Context local(String name, Platform platform) {
    String text = ByteStrings.toText(name);
    Context context = named(text, platform);
    if (context != null) {
      return context;
    }
    if (!text.equals(MainContext.NAME)) {
      return directory(text, text, List.of(), "load directory " + text);
    }
    return main.files() != null ? main.files() : mainDirectory();
  }

  private synchronized Context mainDirectory() {
    Context known = found.get("");
    if (known == null) {
      byte[] patterns = ignore != null ? ignore : readIgnore(main.local());
      known = directory(main.local(), main.local(), exclude(patterns), "load build context");
      found.put("", known);
    }
    return known;
  }

  private Context directory(String name, String hint, List<String> exclude, String purpose) {
    return new Context.Directory(
        ByteStrings.fromText(name),
        ByteStrings.fromText(options.session(name)),
        ByteStrings.fromText(hint),
        exclude,
        ByteStrings.fromText("[internal] " + purpose));
  }

  private static List<String> exclude(byte[] patterns) {
    return patterns == null ? List.of() : IgnoreFile.patterns(patterns);
  }

  private byte[] readIgnore(String directory) {
    try {
      Directory local = new LocalDirectory(directory, options.session(directory));
      return reader.read(reader.open(local, List.of(IGNORE), "load " + IGNORE), IGNORE);
    } catch (BridgeException | IOException e) {
      return null; // What is wrong with the directory is told where it is used.
    }
  }

  /** Whether an image has taken the place of another one, or of a directory. */
  synchronized boolean isGiven(ImageReference image) {
    return images.contains(image);
  }

  /** The contexts that a build has used which may be another image tomorrow, in order. */
  synchronized List<String> tags() {
    return List.copyOf(tags);
  }

  /** What the option for a name says, the one for the platform before the one for all. */
  private synchronized Context named(String name, Platform platform) {
    String special = name + "::" + platform.format();
    for (String key : List.of(special, name)) {
      String value = options.get(OPTION + key);
      if (value != null) {
        String id = key + "\n" + platform.format();
        Context context = found.get(id);
        if (context == null) {
          context = read(key, value, platform);
          found.put(id, context);
          if (context instanceof Context.Image image) {
            images.add(image.reference());
            if (image.reference().digest().isEmpty()) {
              tags.add(key + "=" + value);
            }
          }
        }
        return context;
      }
    }
    return null;
  }

  private Context read(String name, String value, Platform platform) {
    int colon = value.indexOf(':');
    String scheme = colon < 0 ? "" : value.substring(0, colon);
    String rest = value.substring(colon + 1);
    String target = rest.startsWith("//") ? rest.substring(2) : rest;
    String shown = "[context " + name + "] ";
    try {
      if (scheme.equals("docker-image")) {
        return target.equals("scratch")
            ? new Fetched.Empty()
            : new Context.Image(ImageReference.parse(ByteStrings.fromText(target)));
      }
      if (scheme.equals("local")) {
        String hint = "context:" + name + "-" + options.get("sharedkey:localdir:" + name, "");
        return directory(rest, hint, exclude(readIgnore(rest)), "load context " + name);
      }
      if (scheme.equals("oci-layout")) {
        return layout(name, target, platform);
      }
      if (scheme.equals("input")) {
        return input(rest);
      }
      if (GitReference.isGit(value)) {
        return new Fetched.FromSource(
            GitReference.parse(value).build(), ImageConfig.EMPTY, shown + value);
      }
      if (GitReference.isHttp(value)) {
        HttpSource source = HttpSource.of(ByteStrings.fromText(value)).filename("context").build();
        return new Fetched.FromSource(source, ImageConfig.EMPTY, shown + value);
      }
    } catch (BridgeException | FrontendException e) {
      String reason = e instanceof BridgeException failure ? failure.text() : e.getMessage();
      throw wrong(name, value, reason);
    }
    throw wrong(
        name,
        value,
        "it is none of docker-image://, oci-layout://, local:, input: and the URLs of git and"
            + " http");
  }

  private static InvalidGraphException wrong(String name, String value, String reason) {
    return new InvalidGraphException(
        ByteStrings.fromText("the context " + name + "=" + value + " can't be had: " + reason));
  }

  private Context input(String input) {
    String metadata = options.get("input-metadata:" + input);
    ImageConfig config = ImageConfig.EMPTY;
    if (metadata != null) {
      byte[] json = InputMetadata.imageConfig(metadata);
      if (json != null) {
        config = ImageConfig.parse(ByteStrings.fromBytes(json));
      }
    }
    Context.Files files = inputs.get(input, config);
    if (files == null) {
      throw new FrontendException("the build has no input of that name");
    }
    return files;
  }

  /** An image in a layout, which is called by the layout's ID and the image's digest. */
  private Context layout(String name, String target, Platform platform) {
    int at = target.indexOf('@');
    if (at < 0) {
      throw new FrontendException("it has no digest");
    }
    String store = target.substring(0, at);
    int colon = store.lastIndexOf(':');
    if (colon > store.lastIndexOf('/')) {
      store = store.substring(0, colon);
    }
    int end = name.indexOf("::");
    ImageReference shown =
        ImageReference.parse(ByteStrings.fromText(end < 0 ? name : name.substring(0, end)))
            .withDigest(ByteStrings.fromText(target.substring(at + 1)));
    String reference = ByteStrings.toText(shown.format());
    byte[] config =
        bridge
            .resolveImageConfig(
                ResolveImageConfigRequest.newBuilder()
                    .setRef(reference)
                    .setPlatform(Platforms.message(platform))
                    .setLogName("[context " + name + "] load metadata for " + reference)
                    .setResolverType(LAYOUT)
                    .setSessionID(options.session())
                    .setStoreID(store)
                    .build())
            .getConfig()
            .toByteArray();
    return new Fetched.FromSource(
        new OciLayoutSource(
            shown.format(),
            platform,
            ByteStrings.fromText(options.session()),
            ByteStrings.fromText(store),
            -1),
        ImageConfig.parse(ByteStrings.fromBytes(config)),
        "[context " + name + "] OCI load from client");
  }
}
