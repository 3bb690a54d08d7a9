package dev.luakit.gateway;

import dev.luakit.llb.graph.ExtraHost;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.LinuxResources;
import dev.luakit.llb.graph.NetworkMode;
import dev.luakit.llb.graph.ProxyEnv;
import dev.luakit.llb.graph.RunDefaults;
import dev.luakit.llb.graph.Ulimit;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options that tell how all of a build's commands run. */
final class CommandOptions {
  private final FrontendOptions options;

  private CommandOptions(FrontendOptions options) {
    this.options = options;
  }

  /**
   * Reads them.
   *
   * @throws FrontendException if one makes no sense
   */
  static RunDefaults parse(FrontendOptions options) {
    CommandOptions reader = new CommandOptions(options);
    String hostname = options.get("build-arg:BUILDKIT_SANDBOX_HOSTNAME", "");
    return new RunDefaults(
        reader.network(),
        ByteStrings.fromText(hostname.isEmpty() ? options.get("hostname", "") : hostname),
        reader.hosts(),
        reader.ulimits(),
        ByteStrings.fromText(options.get("cgroup-parent", "")),
        reader.proxy(),
        reader.resources(),
        reader.number("shm-size", 0));
  }

  private NetworkMode network() {
    String mode = options.get("force-network-mode", "sandbox");
    for (NetworkMode known : NetworkMode.values()) {
      if (known.text().equals(mode)) {
        return known;
      }
    }
    throw new FrontendException(
        "force-network-mode: \"" + mode + "\" is not one of sandbox, host, none");
  }

  private List<ExtraHost> hosts() {
    List<ExtraHost> hosts = new ArrayList<>();
    for (String field : CommaSeparated.fields(options.get("add-hosts", ""))) {
      int equals = field.indexOf('=');
      if (equals < 0) {
        throw new FrontendException("add-hosts: \"" + field + "\" is not of the form NAME=ADDRESS");
      }
      String host =
          ByteStrings.fromText(field.substring(0, equals).toLowerCase(java.util.Locale.ROOT));
      try {
        hosts.add(new ExtraHost(host, ByteStrings.fromText(field.substring(equals + 1))));
      } catch (InvalidGraphException e) {
        throw new FrontendException("add-hosts: " + ByteStrings.toText(e.getMessage()));
      }
    }
    return hosts;
  }

  /** {@code NAME=SOFT[:HARD]}. */
  private List<Ulimit> ulimits() {
    List<Ulimit> ulimits = new ArrayList<>();
    for (String field : CommaSeparated.fields(options.get("ulimit", ""))) {
      int equals = field.indexOf('=');
      int colon = field.indexOf(':', equals + 1);
      String soft = field.substring(equals + 1, colon < 0 ? field.length() : colon);
      String hard = colon < 0 ? soft : field.substring(colon + 1);
      try {
        ulimits.add(
            new Ulimit(
                ByteStrings.fromText(field.substring(0, Math.max(equals, 0))),
                Long.parseLong(soft),
                Long.parseLong(hard)));
      } catch (NumberFormatException e) {
        throw new FrontendException(
            "ulimit: \"" + field + "\" is not of the form NAME=SOFT or NAME=SOFT:HARD");
      } catch (InvalidGraphException e) {
        throw new FrontendException("ulimit: " + ByteStrings.toText(e.getMessage()));
      }
    }
    return ulimits;
  }

  /** The proxies that build arguments name, in capitals or not; null where there are none. */
  private ProxyEnv proxy() {
    ProxyEnv proxy =
        new ProxyEnv(
            argument("HTTP_PROXY"),
            argument("HTTPS_PROXY"),
            argument("FTP_PROXY"),
            argument("NO_PROXY"),
            argument("ALL_PROXY"));
    return proxy.equals(new ProxyEnv("", "", "", "", "")) ? null : proxy;
  }

  private String argument(String name) {
    String value = "";
    for (Map.Entry<String, String> argument : options.all("build-arg:").entrySet()) {
      if (argument.getKey().equalsIgnoreCase(name)) {
        value = argument.getValue();
      }
    }
    return ByteStrings.fromText(value);
  }

  private LinuxResources resources() {
    LinuxResources resources =
        new LinuxResources(
            number("memory", 1),
            number("memswap", -1),
            number("cpushares", 1),
            number("cpuperiod", 1),
            number("cpuquota", 1),
            ByteStrings.fromText(options.get("cpusetcpus", "")),
            ByteStrings.fromText(options.get("cpusetmems", "")));
    return resources.equals(new LinuxResources(0, 0, 0, 0, 0, "", "")) ? null : resources;
  }

  /** A number of {@code least} or more; 0 where it is not given. */
  private long number(String name, long least) {
    String text = options.get(name, "");
    if (text.isEmpty()) {
      return 0;
    }
    long number;
    try {
      number = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new FrontendException(name + ": \"" + text + "\" is not a whole number");
    }
    if (number < least) {
      throw new FrontendException(name + ": " + text + " is less than " + least);
    }
    return number;
  }
}
