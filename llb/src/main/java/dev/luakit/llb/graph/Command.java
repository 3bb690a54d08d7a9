package dev.luakit.llb.graph;

import java.util.ArrayList;
import java.util.List;

/** A command to run, with all that is said about how to run it. Immutable. */
public final class Command {
  private final List<String> arguments;
  private final Environment env;
  private final String workingDirectory;
  private final String user;
  private final String hostname;
  private final NetworkMode network;
  private final SecurityMode security;
  private final List<Mount> mounts;
  private final List<SecretEnv> secretEnv;
  private final ExitCodes validExitCodes;
  private final List<Ulimit> ulimits;
  private final List<ExtraHost> extraHosts;
  private final String cgroupParent;
  private final List<Device> devices;
  private final ProxyEnv proxy;
  private final boolean readonlyRoot;
  private final Metadata metadata;

  private Command(Builder from) {
    arguments = from.arguments;
    env = from.env;
    workingDirectory = from.workingDirectory;
    user = from.user;
    hostname = from.hostname;
    network = from.network;
    security = from.security;
    mounts = List.copyOf(from.mounts);
    secretEnv = List.copyOf(from.secretEnv);
    validExitCodes = from.validExitCodes;
    ulimits = List.copyOf(from.ulimits);
    extraHosts = List.copyOf(from.extraHosts);
    cgroupParent = from.cgroupParent;
    devices = List.copyOf(from.devices);
    proxy = from.proxy;
    readonlyRoot = from.readonlyRoot;
    metadata = from.metadata;
  }

  /** A command line, run by {@code /bin/sh -c}. */
  public static Builder shell(String line) {
    return new Builder(List.of("/bin/sh", "-c", line));
  }

  /**
   * A program and its arguments.
   *
   * @throws InvalidGraphException if there is not even a program
   */
  public static Builder of(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new InvalidGraphException("a command needs at least the name of a program");
    }
    return new Builder(List.copyOf(arguments));
  }

  /** The program and its arguments. */
  public List<String> arguments() {
    return arguments;
  }

  /** Variables on top of those that the state has. */
  Environment env() {
    return env;
  }

  /** The directory, a relative one seen from the state's, or null for the state's. */
  String workingDirectory() {
    return workingDirectory;
  }

  /** The user, or null for the state's. */
  String user() {
    return user;
  }

  /** The host's name as the command sees it, or empty. */
  public String hostname() {
    return hostname;
  }

  /** The network that the command sees. */
  public NetworkMode network() {
    return network;
  }

  /** The privileges that the command has. */
  public SecurityMode security() {
    return security;
  }

  /** The mounts, in the order in which they were given. */
  public List<Mount> mounts() {
    return mounts;
  }

  /** The variables that are secrets. */
  List<SecretEnv> secretEnv() {
    return secretEnv;
  }

  /** The exit codes of success, or null for 0. */
  ExitCodes validExitCodes() {
    return validExitCodes;
  }

  /** The limits of the process. */
  List<Ulimit> ulimits() {
    return ulimits;
  }

  /** The hosts that the command knows in addition. */
  List<ExtraHost> extraHosts() {
    return extraHosts;
  }

  /** The cgroup below which the command runs, or empty. */
  String cgroupParent() {
    return cgroupParent;
  }

  /** The devices that the command gets. */
  List<Device> devices() {
    return devices;
  }

  /** The proxies, or null. */
  ProxyEnv proxy() {
    return proxy;
  }

  /** Whether the command can't write to the file system that it runs in. */
  boolean readonlyRoot() {
    return readonlyRoot;
  }

  /** What is said about the command. */
  Metadata metadata() {
    return metadata;
  }

  /** Collects what is said about a command. */
  public static final class Builder {
    private final List<String> arguments;
    private final List<Mount> mounts = new ArrayList<>();
    private final List<SecretEnv> secretEnv = new ArrayList<>();
    private final List<Ulimit> ulimits = new ArrayList<>();
    private final List<ExtraHost> extraHosts = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private Environment env = Environment.EMPTY;
    private String workingDirectory;
    private String user;
    private String hostname = "";
    private NetworkMode network = NetworkMode.SANDBOX;
    private SecurityMode security = SecurityMode.SANDBOX;
    private ExitCodes validExitCodes;
    private String cgroupParent = "";
    private ProxyEnv proxy;
    private boolean readonlyRoot;
    private Metadata metadata = Metadata.NONE;

    private Builder(List<String> arguments) {
      this.arguments = arguments;
    }

    /** Sets variables on top of those that the state has. */
    public Builder env(Environment env) {
      this.env = env;
      return this;
    }

    /** Sets the directory; a relative one is seen from the state's. */
    public Builder workingDirectory(String path) {
      workingDirectory = path;
      return this;
    }

    /** Sets the user, by name or number, maybe with {@code :group}. */
    public Builder user(String user) {
      this.user = user;
      return this;
    }

    /** Sets the host's name. */
    public Builder hostname(String hostname) {
      this.hostname = hostname;
      return this;
    }

    /** Sets the network. */
    public Builder network(NetworkMode network) {
      this.network = network;
      return this;
    }

    /** Sets the privileges. */
    public Builder security(SecurityMode security) {
      this.security = security;
      return this;
    }

    /** Adds a mount. */
    public Builder mount(Mount mount) {
      mounts.add(mount);
      return this;
    }

    /** Adds a variable that is a secret. */
    public Builder secretEnv(SecretEnv secret) {
      secretEnv.add(secret);
      return this;
    }

    /** Sets the exit codes of success. */
    public Builder validExitCodes(ExitCodes codes) {
      validExitCodes = codes;
      return this;
    }

    /** Adds a limit of the process. */
    public Builder ulimit(Ulimit ulimit) {
      ulimits.add(ulimit);
      return this;
    }

    /** Adds a host. */
    public Builder extraHost(ExtraHost host) {
      extraHosts.add(host);
      return this;
    }

    /** Sets the cgroup below which the command runs. */
    public Builder cgroupParent(String cgroup) {
      cgroupParent = cgroup;
      return this;
    }

    /** Adds a device. */
    public Builder device(Device device) {
      devices.add(device);
      return this;
    }

    /** Sets the proxies. */
    public Builder proxy(ProxyEnv proxy) {
      this.proxy = proxy;
      return this;
    }

    /** Sets whether the command can't write to the file system that it runs in. */
    public Builder readonlyRoot(boolean readonly) {
      readonlyRoot = readonly;
      return this;
    }

    /** Says more about the command: limits of resources, a description. */
    public Builder metadata(Metadata metadata) {
      this.metadata = this.metadata.merge(metadata);
      return this;
    }

    public Command build() {
      return new Command(this);
    }
  }
}
