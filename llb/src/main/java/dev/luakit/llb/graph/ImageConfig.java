package dev.luakit.llb.graph;

import dev.luakit.llb.wire.MessageTooLongException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of an image, as the OCI image specification has it: how commands run in its
 * file system, and what a container made of it does. Immutable.
 *
 * <p>A state carries one; environment, working directory, user and platform hold for the commands
 * that the build runs too.
 */
public final class ImageConfig {
  /** Nothing configured. */
  public static final ImageConfig EMPTY = new ImageConfig(new Builder());

  private final Platform platform;
  private final Environment env;
  private final String workingDirectory;
  private final String user;
  private final List<String> entrypoint;
  private final List<String> cmd;
  private final TreeMap<String, Boolean> exposedPorts;
  private final TreeMap<String, Boolean> volumes;
  private final TreeMap<String, String> labels;
  private final String stopSignal;

  /** Members of the configuration that Docker knows and OCI does not, as JSON. */
  private final TreeMap<String, String> dockerMembers;

  private ImageConfig(Builder from) {
    platform = from.platform;
    env = from.env;
    workingDirectory = from.workingDirectory;
    user = from.user;
    entrypoint = from.entrypoint;
    cmd = from.cmd;
    exposedPorts = new TreeMap<>(from.exposedPorts);
    volumes = new TreeMap<>(from.volumes);
    labels = new TreeMap<>(from.labels);
    stopSignal = from.stopSignal;
    dockerMembers = new TreeMap<>(from.dockerMembers);
  }

  /** Starts with what this one says. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.platform = platform;
    builder.env = env;
    builder.workingDirectory = workingDirectory;
    builder.user = user;
    builder.entrypoint = entrypoint;
    builder.cmd = cmd;
    builder.exposedPorts.putAll(exposedPorts);
    builder.volumes.putAll(volumes);
    builder.labels.putAll(labels);
    builder.stopSignal = stopSignal;
    builder.dockerMembers.putAll(dockerMembers);
    return builder;
  }

  /**
   * Reads an image's configuration as registries have it. What does not concern images made from it
   * (history, layers, build triggers) is left out.
   *
   * @param json a byte string
   * @throws InvalidGraphException if it is not the JSON of an image's configuration
   */
  public static ImageConfig parse(String json) {
    JsonReader in = new JsonReader("an image's configuration", json);
    Builder builder = new Builder();
    String os = "";
    String architecture = "";
    String variant = "";
    String osVersion = "";
    List<String> osFeatures = List.of();
    in.beginObject();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      if (key.equals("os")) {
        os = in.string();
      } else if (key.equals("architecture")) {
        architecture = in.string();
      } else if (key.equals("variant")) {
        variant = in.string();
      } else if (key.equals("os.version")) {
        osVersion = in.string();
      } else if (key.equals("os.features")) {
        osFeatures = in.strings();
      } else if (!key.equals("config") || in.isNull()) {
        in.raw();
      } else {
        readConfig(in, builder);
      }
    }
    in.end();
    if (!os.isEmpty() && !architecture.isEmpty()) {
      builder.platform = new Platform(os, architecture, variant, osVersion, osFeatures);
    }
    return builder.build();
  }

  private static void readConfig(JsonReader in, Builder builder) {
    Environment.Builder env = Environment.builder();
    in.beginObject();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      if (in.isNull()) {
        in.raw();
      } else if (key.equals("User")) {
        builder.user = in.string();
      } else if (key.equals("WorkingDir")) {
        builder.workingDirectory = in.string();
      } else if (key.equals("StopSignal")) {
        builder.stopSignal = in.string();
      } else if (key.equals("Env")) {
        List<String> entries = in.strings();
        for (int i = 0; i < entries.size(); i++) {
          String entry = entries.get(i);
          if (!entry.isEmpty() && entry.charAt(0) != '=') {
            env.entry(entry.indexOf('=') < 0 ? entry + "=" : entry);
          }
        }
      } else if (key.equals("Entrypoint")) {
        builder.entrypoint = List.copyOf(in.strings());
      } else if (key.equals("Cmd")) {
        builder.cmd = List.copyOf(in.strings());
      } else if (key.equals("ExposedPorts")) {
        readSet(in, builder.exposedPorts);
      } else if (key.equals("Volumes")) {
        readSet(in, builder.volumes);
      } else if (key.equals("Labels")) {
        in.beginObject();
        for (String label = in.nextKey(); label != null; label = in.nextKey()) {
          builder.labels.put(label, in.string());
        }
      } else if (key.equals("ArgsEscaped")
          || key.equals("Healthcheck")
          || key.equals("Shell")
          || key.equals("StopTimeout")) {
        builder.dockerMembers.put(key, in.compact());
      } else {
        in.raw();
      }
    }
    builder.env = env.build();
  }

  private static void readSet(JsonReader in, Map<String, Boolean> set) {
    in.beginObject();
    for (String name = in.nextKey(); name != null; name = in.nextKey()) {
      set.put(name, true);
      in.raw();
    }
  }

  /** The platform, or null where none is known. */
  public Platform platform() {
    return platform;
  }

  /** The environment variables. */
  public Environment env() {
    return env;
  }

  /** The working directory, or empty. */
  public String workingDirectory() {
    return workingDirectory;
  }

  /** The user, or empty. */
  public String user() {
    return user;
  }

  /** The program that a container runs; empty if there is none. */
  public List<String> entrypoint() {
    return entrypoint;
  }

  /** The arguments of that program, or the program where there is none; empty if there are none. */
  public List<String> cmd() {
    return cmd;
  }

  /** The ports that containers listen at, such as {@code 8080/tcp}, sorted. */
  public List<String> exposedPorts() {
    return new ArrayList<>(exposedPorts.keySet());
  }

  /** The directories that containers keep outside of their file systems, sorted. */
  public List<String> volumes() {
    return new ArrayList<>(volumes.keySet());
  }

  /** The signal that asks a container's program to end, or empty. */
  public String stopSignal() {
    return stopSignal;
  }

  /** The labels, sorted by name; a copy. */
  public Map<String, String> labels() {
    return new TreeMap<>(labels);
  }

  /**
   * The configuration as JSON, with the keys in the order of the specification, on one line.
   *
   * @param otherwise the platform where the configuration has none; null for linux/amd64
   * @return a byte string
   * @throws InvalidGraphException if some text is not UTF-8
   */
  public String toJson(Platform otherwise) {
    return toJson(otherwise, Long.MAX_VALUE);
  }

  /**
   * The same where there is room for so many bytes only.
   *
   * @throws MessageTooLongException if it takes more
   */
  String toJson(Platform otherwise, long room) {
    Json json = new Json(room);
    json.beginObject();
    writeMembers(json, otherwise);
    json.key("rootfs");
    json.beginObject();
    json.member("type", "layers");
    json.key("diff_ids");
    json.strings(List.of());
    json.endObject();
    json.endObject();
    return json.toString();
  }

  /** Writes the configuration as a JSON object that {@link #parse} reads, without a file system. */
  public void write(Json json) {
    json.beginObject();
    writeMembers(json, null);
    json.endObject();
  }

  private void writeMembers(Json json, Platform otherwise) {
    Platform known = platform != null ? platform : otherwise;
    if (known == null) {
      known = Platform.USUAL;
    }
    json.member("architecture", known.architecture());
    json.member("os", known.os());
    json.member("os.version", known.osVersion());
    json.member("os.features", known.osFeatures());
    json.member("variant", known.variant());
    json.key("config");
    json.beginObject();
    json.member("User", user);
    json.memberSet("ExposedPorts", exposedPorts.keySet());
    json.member("Env", env.entries());
    json.member("Entrypoint", entrypoint);
    json.member("Cmd", cmd);
    json.memberSet("Volumes", volumes.keySet());
    json.member("WorkingDir", workingDirectory);
    json.member("Labels", labels);
    json.member("StopSignal", stopSignal);
    for (Map.Entry<String, String> member : dockerMembers.entrySet()) {
      json.key(member.getKey());
      json.raw(member.getValue());
    }
    json.endObject();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ImageConfig that
            && (platform == null ? that.platform == null : platform.equals(that.platform))
            && toJson(null).equals(that.toJson(null));
  }

  @Override
  public int hashCode() {
    return toJson(null).hashCode();
  }

  @Override
  public String toString() {
    return toJson(null);
  }

  /** Collects what is said about an image, by the rules by which a Dockerfile does. */
  public static final class Builder {
    private final Map<String, Boolean> exposedPorts = new TreeMap<>();
    private final Map<String, Boolean> volumes = new TreeMap<>();
    private final Map<String, String> labels = new TreeMap<>();
    private final Map<String, String> dockerMembers = new TreeMap<>();
    private Platform platform;
    private Environment env = Environment.EMPTY;
    private String workingDirectory = "";
    private String user = "";
    private List<String> entrypoint = List.of();
    private List<String> cmd = List.of();
    private boolean cmdGiven;
    private String stopSignal = "";

    private Builder() {}

    /** Sets the platform. */
    public Builder platform(Platform platform) {
      this.platform = platform;
      return this;
    }

    /** Adds variables to those that are there. */
    public Builder env(Environment env) {
      this.env = this.env.withAll(env);
      return this;
    }

    /** Sets the working directory; a relative one is below the last. */
    public Builder workingDirectory(String path) {
      workingDirectory = UnixPath.changeDirectory(workingDirectory, path);
      return this;
    }

    /** Sets the user, by name or number, maybe with {@code :group}. */
    public Builder user(String user) {
      this.user = user;
      return this;
    }

    /** Sets the program, and drops arguments unless they were given to this builder. */
    public Builder entrypoint(List<String> arguments) {
      entrypoint = List.copyOf(arguments);
      if (!cmdGiven) {
        cmd = List.of();
      }
      return this;
    }

    /** Sets the arguments. */
    public Builder cmd(List<String> arguments) {
      cmd = List.copyOf(arguments);
      cmdGiven = true;
      return this;
    }

    /**
     * Adds a port to those that are there: {@code 8080}, {@code 8080/udp}, or a range {@code
     * 8000-8010}.
     *
     * @throws InvalidGraphException if it is none of these, or not from 1 to 65535
     */
    public Builder expose(String port) {
      int slash = port.indexOf('/');
      String protocol = slash < 0 ? "tcp" : port.substring(slash + 1);
      String numbers = slash < 0 ? port : port.substring(0, slash);
      int dash = numbers.indexOf('-');
      int first = number(dash < 0 ? numbers : numbers.substring(0, dash));
      int last = dash < 0 ? first : number(numbers.substring(dash + 1));
      boolean known = protocol.equals("tcp") || protocol.equals("udp") || protocol.equals("sctp");
      if (!known || first < 1 || last < first) {
        throw new InvalidGraphException(
            "port \""
                + port
                + "\" is not a number from 1 to 65535, maybe with /tcp, /udp or /sctp");
      }
      for (int number = first; number <= last; number++) {
        exposedPorts.put(number + "/" + protocol, true);
      }
      return this;
    }

    /** A port's number, or -1. */
    private static int number(String text) {
      int value = 0;
      for (int i = 0; i < text.length(); i++) {
        int digit = text.charAt(i) - '0';
        value = value * 10 + digit;
        if (digit < 0 || digit > 9 || value > 65535) {
          return -1;
        }
      }
      return text.isEmpty() ? -1 : value;
    }

    /** Adds a directory to those that containers keep out of the image's file system. */
    public Builder volume(String path) {
      volumes.put(path, true);
      return this;
    }

    /**
     * Adds a label, or replaces the one of this name.
     *
     * @throws InvalidGraphException if the name is empty
     */
    public Builder label(String name, String value) {
      if (name.isEmpty()) {
        throw new InvalidGraphException("the name of a label must not be empty");
      }
      labels.put(name, value);
      return this;
    }

    /** Sets the signal that stops a container, such as {@code SIGTERM}. */
    public Builder stopSignal(String signal) {
      stopSignal = signal;
      return this;
    }

    public ImageConfig build() {
      return new ImageConfig(this);
    }
  }
}
