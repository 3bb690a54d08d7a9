package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Device;
import dev.luakit.llb.graph.Environment;
import dev.luakit.llb.graph.ExtraHost;
import dev.luakit.llb.graph.LinuxResources;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.Owner;
import dev.luakit.llb.graph.ProgressGroup;
import dev.luakit.llb.graph.ProxyEnv;
import dev.luakit.llb.graph.SecretEnv;
import dev.luakit.llb.graph.Ulimit;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The types of options that are tables with a meaning of their own. */
final class TableTypes {
  private TableTypes() {}

  /** Whether a table is written as a list: {@code { "A=1" }} and not {@code { A = 1 }}. */
  private static boolean isList(LuaTable table) {
    int first = table.next(0);
    return first != 0 && table.keyAt(first) instanceof Double;
  }

  /** The text that {@code tostring} gives for a string, a number or a boolean. */
  private static String scalar(Object value, Place place) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Double number) {
      return Numbers.toString(number);
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    throw place.wrong("a string, a number or a boolean", value);
  }

  /** The entries of a table by name, sorted. */
  private static Map<String, Object> byName(Object value, Place place, String expected) {
    if (!(value instanceof LuaTable table)) {
      throw place.wrong(expected, value);
    }
    Map<String, Object> sorted = new TreeMap<>();
    for (int at = table.next(0); at != 0; at = table.next(at)) {
      if (!(table.keyAt(at) instanceof String name)) {
        throw place.error(
            "must be " + expected + ", but has the key " + Place.describe(table.keyAt(at)));
      }
      sorted.put(name, table.valueAt(at));
    }
    return sorted;
  }

  /** The list's elements {@code NAME=value}, or a table by name, sorted. */
  private static List<String[]> pairs(Object value, Place place, String expected) {
    List<String[]> pairs = new ArrayList<>();
    if (value instanceof LuaTable table && isList(table)) {
      LuaTable list = place.list(value, expected);
      for (int i = 1; i <= list.length(); i++) {
        Place element = place.element(i);
        place.countElement(list.get(i));
        String pair = Types.STRING.read(list.get(i), element);
        int equals = pair.indexOf('=');
        if (equals < 1) {
          throw element.wrong("of the form \"NAME=value\"", pair);
        }
        pairs.add(new String[] {pair.substring(0, equals), pair.substring(equals + 1)});
      }
      return pairs;
    }
    for (Map.Entry<String, Object> entry : byName(value, place, expected).entrySet()) {
      place.countElement(entry.getValue());
      String text = scalar(entry.getValue(), place.field(entry.getKey()));
      pairs.add(new String[] {entry.getKey(), text});
    }
    return pairs;
  }

  static final ValueType<Environment> ENVIRONMENT =
      new ValueType<>(
          "a table of variables, or a list of \"NAME=value\"",
          "table<string, string|number|boolean>|string[]") {
        @Override
        Environment read(Object value, Place place) {
          Environment.Builder variables = Environment.builder();
          for (String[] pair : pairs(value, place, description())) {
            variables.set(pair[0], pair[1]);
          }
          return variables.build();
        }
      };

  /** Labels as pairs of name and value. */
  static final ValueType<List<String[]>> LABELS =
      new ValueType<>(
          "a table of labels, or a list of \"NAME=value\"",
          "table<string, string|number|boolean>|string[]") {
        @Override
        List<String[]> read(Object value, Place place) {
          return pairs(value, place, description());
        }
      };

  private static final Option<String> OWNER_USER =
      Option.of(
          "user",
          Types.NAME_OR_NUMBER,
          "root",
          "ChownOpt.user",
          "The user. A name is looked up in the `/etc/passwd` of the state that gets the file.");
  private static final Option<String> OWNER_GROUP =
      Option.of(
          "group",
          Types.NAME_OR_NUMBER,
          "the user's own; for a number, the same number",
          "ChownOpt.group",
          "The group. A name is looked up in the `/etc/group` of the state that gets the file.");

  static final ValueType<Owner> OWNER =
      new TableType<>(
          "a table { user, group }, or a text such as \"user:group\"",
          "bk.Owner|string",
          "bk.Owner",
          OWNER_USER,
          OWNER_GROUP) {
        @Override
        Owner read(Object value, Place place) {
          if (value instanceof String text) {
            return Owner.parse(text);
          }
          LuaTable table = table(value, place);
          String user = get(table, OWNER_USER, place);
          String group = get(table, OWNER_GROUP, place);
          if (user == null && group == null) {
            throw place.error("must have at least one of the fields user and group");
          }
          return new Owner(account(user), account(group));
        }

        private static Owner.Account account(String text) {
          return text == null ? null : Owner.Account.of(text);
        }
      };

  static final ValueType<List<Mount>> MOUNTS =
      Types.listOf(
          new ValueType<Mount>("a mount, as bk.cache, bk.secret and others make", "bk.Mount") {
            @Override
            Mount read(Object value, Place place) {
              if (value instanceof MountValue mount) {
                place.countElement(mount.mount().target());
                return mount.mount();
              }
              throw place.wrong(description(), value);
            }
          },
          "a list of mounts",
          "bk.Mount[]");

  private static final Option<String> SECRET_NAME =
      Option.of("name", Types.NAME, "", "SecretEnv.name", "The variable.");
  private static final Option<String> SECRET_ID =
      Option.of("id", Types.NAME, "the variable's name", "SecretEnv.ID", "The secret's ID.");
  private static final Option<Boolean> SECRET_OPTIONAL =
      Option.of(
          "optional",
          Types.BOOLEAN,
          "false",
          "SecretEnv.optional",
          "Whether the command runs without the variable where the build is given no such secret.");

  private static final ValueType<SecretEnv> SECRET =
      new TableType<>(
          "a table { name, id, optional }",
          "bk.SecretEnv",
          "bk.SecretEnv",
          SECRET_NAME,
          SECRET_ID,
          SECRET_OPTIONAL) {
        @Override
        SecretEnv read(Object value, Place place) {
          LuaTable table = table(value, place);
          String name = get(table, SECRET_NAME, place);
          return new SecretEnv(
              name, get(table, SECRET_ID, name, place), get(table, SECRET_OPTIONAL, false, place));
        }
      };

  static final ValueType<List<SecretEnv>> SECRET_ENV =
      new ValueType<>(
          "a table { NAME = \"secret-id\" }, or a list of tables { name, id, optional }",
          "table<string, string>|bk.SecretEnv[]") {
        @Override
        TableType<?> table() {
          return SECRET.table();
        }

        @Override
        List<SecretEnv> read(Object value, Place place) {
          List<SecretEnv> secrets = new ArrayList<>();
          if (value instanceof LuaTable table && isList(table)) {
            LuaTable list = place.list(value, description());
            for (int i = 1; i <= list.length(); i++) {
              secrets.add(SECRET.read(list.get(i), place.element(i)));
            }
            return secrets;
          }
          for (Map.Entry<String, Object> entry : byName(value, place, description()).entrySet()) {
            String id = Types.NAME.read(entry.getValue(), place.field(entry.getKey()));
            secrets.add(new SecretEnv(entry.getKey(), id, false));
          }
          return secrets;
        }
      };

  /** A number of which the largest that is exact is 2 to the 53rd, or -1 for no limit. */
  private static final ValueType<Long> LIMIT = Types.integer(-1, 1L << 53);

  private static final Option<Long> SOFT =
      Option.of("soft", LIMIT, "", "Ulimit.Soft", "The limit that holds; -1 for none.");
  private static final Option<Long> HARD =
      Option.of(
          "hard", LIMIT, "", "Ulimit.Hard", "How far a process may raise it; -1 for no limit.");

  private record SoftAndHard(long soft, long hard) {}

  private static final ValueType<SoftAndHard> SOFT_AND_HARD =
      new TableType<>(
          "a number or { soft, hard }", "integer|string|bk.Ulimit", "bk.Ulimit", SOFT, HARD) {
        @Override
        SoftAndHard read(Object value, Place place) {
          if (value instanceof Double) {
            long limit = LIMIT.read(value, place);
            return new SoftAndHard(limit, limit);
          }
          if (value instanceof String text) {
            int colon = text.indexOf(':');
            String soft = colon < 0 ? text : text.substring(0, colon);
            String hard = colon < 0 ? text : text.substring(colon + 1);
            return new SoftAndHard(parse(soft, text, place), parse(hard, text, place));
          }
          LuaTable table = table(value, place);
          return new SoftAndHard(get(table, SOFT, place), get(table, HARD, place));
        }

        private static long parse(String digits, String text, Place place) {
          Double parsed = place.state().parseNumber(digits);
          if (parsed == null) {
            throw place.wrong("of the form \"soft:hard\"", text);
          }
          return LIMIT.read(parsed, place);
        }
      };

  static final ValueType<List<Ulimit>> ULIMITS =
      new ValueType<>(
          "a table such as { nofile = 1024 }, or a list of \"nofile=1024:2048\"",
          "table<string, integer|string|bk.Ulimit>|string[]") {
        private static final String[] LIMITS = {
          "core",
          "cpu",
          "data",
          "fsize",
          "locks",
          "memlock",
          "msgqueue",
          "nice",
          "nofile",
          "nproc",
          "rss",
          "rtprio",
          "rttime",
          "sigpending",
          "stack",
        };

        @Override
        TableType<?> table() {
          return SOFT_AND_HARD.table();
        }

        @Override
        List<Ulimit> read(Object value, Place place) {
          List<Ulimit> ulimits = new ArrayList<>();
          if (value instanceof LuaTable table && isList(table)) {
            for (String[] pair : pairs(value, place, description())) {
              ulimits.add(ulimit(pair[0], pair[1], place));
            }
            return ulimits;
          }
          for (Map.Entry<String, Object> entry : byName(value, place, description()).entrySet()) {
            ulimits.add(ulimit(entry.getKey(), entry.getValue(), place));
          }
          return ulimits;
        }

        private static Ulimit ulimit(String name, Object value, Place place) {
          String near = List.of(LIMITS).contains(name) ? "" : Suggestion.among(name, LIMITS);
          if (!near.isEmpty()) {
            throw place.error("has no limit " + Place.describe(name) + near);
          }
          SoftAndHard limits = SOFT_AND_HARD.read(value, place.field(name));
          return new Ulimit(name, limits.soft(), limits.hard());
        }
      };

  static final ValueType<List<ExtraHost>> EXTRA_HOSTS =
      new ValueType<>(
          "a table such as { [\"db.local\"] = \"10.0.0.1\" }, or a list of \"host=address\"",
          "table<string, string>|string[]") {
        @Override
        List<ExtraHost> read(Object value, Place place) {
          List<ExtraHost> hosts = new ArrayList<>();
          if (value instanceof LuaTable table && isList(table)) {
            LuaTable list = place.list(value, description());
            for (int i = 1; i <= list.length(); i++) {
              place.countElement(list.get(i));
              hosts.add(
                  element(Types.STRING.read(list.get(i), place.element(i)), place.element(i)));
            }
            return hosts;
          }
          for (Map.Entry<String, Object> entry : byName(value, place, description()).entrySet()) {
            String address = Types.NAME.read(entry.getValue(), place.field(entry.getKey()));
            hosts.add(new ExtraHost(entry.getKey(), address));
          }
          return hosts;
        }

        /** {@code host=address}, or with a colon as docker's own option has it. */
        private static ExtraHost element(String text, Place place) {
          int end = text.indexOf('=');
          if (end < 0) {
            end = text.indexOf(':');
          }
          if (end < 1) {
            throw place.wrong("of the form \"host=address\"", text);
          }
          return new ExtraHost(text.substring(0, end), text.substring(end + 1));
        }
      };

  private static final Option<String> DEVICE_NAME =
      Option.of(
          "name", Types.NAME, "", "CDIDevice.name", "The device, such as `vendor.com/gpu=0`.");
  private static final Option<Boolean> DEVICE_OPTIONAL =
      Option.of(
          "optional",
          Types.BOOLEAN,
          "false",
          "CDIDevice.optional",
          "Whether the command runs without it where the daemon has no such device.");

  static final ValueType<List<Device>> DEVICES =
      Types.listOf(
          new TableType<Device>(
              "a name, or a table { name, optional }",
              "string|bk.Device",
              "bk.Device",
              DEVICE_NAME,
              DEVICE_OPTIONAL) {
            @Override
            Device read(Object value, Place place) {
              if (value instanceof String name) {
                return new Device(name, false);
              }
              LuaTable table = table(value, place);
              return new Device(
                  get(table, DEVICE_NAME, place), get(table, DEVICE_OPTIONAL, false, place));
            }
          },
          "a list of CDI device names, or of tables { name, optional }",
          "(string|bk.Device)[]");

  private static Option<String> proxy(String name, String doc) {
    return Option.of(name, Types.STRING, "none", "ProxyEnv." + name, doc);
  }

  private static final Option<String> HTTP_PROXY =
      proxy("http_proxy", "The proxy for `http://`: both `HTTP_PROXY` and `http_proxy`.");
  private static final Option<String> HTTPS_PROXY =
      proxy("https_proxy", "The proxy for `https://`: both `HTTPS_PROXY` and `https_proxy`.");
  private static final Option<String> FTP_PROXY =
      proxy("ftp_proxy", "The proxy for `ftp://`: both `FTP_PROXY` and `ftp_proxy`.");
  private static final Option<String> NO_PROXY =
      proxy("no_proxy", "Hosts that need none: both `NO_PROXY` and `no_proxy`.");
  private static final Option<String> ALL_PROXY =
      proxy("all_proxy", "The proxy for all the rest: both `ALL_PROXY` and `all_proxy`.");

  static final ValueType<ProxyEnv> PROXY =
      new TableType<>(
          "a table of proxies",
          "bk.Proxy",
          "bk.Proxy",
          HTTP_PROXY,
          HTTPS_PROXY,
          FTP_PROXY,
          NO_PROXY,
          ALL_PROXY) {
        @Override
        ProxyEnv read(Object value, Place place) {
          LuaTable table = table(value, place);
          return new ProxyEnv(
              get(table, HTTP_PROXY, "", place),
              get(table, HTTPS_PROXY, "", place),
              get(table, FTP_PROXY, "", place),
              get(table, NO_PROXY, "", place),
              get(table, ALL_PROXY, "", place));
        }
      };

  private static final ValueType<Long> COUNT = Types.integer(0, 1L << 53);

  private static final Option<Long> MEMORY =
      Option.of("memory", Types.BYTES, "no limit", "LinuxResources.memory", "Memory, in bytes.");
  private static final Option<Long> MEMORY_SWAP =
      Option.of(
          "memory_swap",
          Types.BYTES_OR_UNLIMITED,
          "the daemon's",
          "LinuxResources.memorySwap",
          "Memory and swap together, in bytes; -1 for no limit.");
  private static final Option<Long> CPU_SHARES =
      Option.of(
          "cpu_shares",
          COUNT,
          "the daemon's",
          "LinuxResources.cpuShares",
          "The weight beside other commands, where processor time is short; 1024 is usual.");
  private static final Option<Long> CPU_PERIOD =
      Option.of(
          "cpu_period",
          COUNT,
          "the daemon's",
          "LinuxResources.cpuPeriod",
          "The length in microseconds of the periods that `cpu_quota` is of.");
  private static final Option<Long> CPU_QUOTA =
      Option.of(
          "cpu_quota",
          LIMIT,
          "no limit",
          "LinuxResources.cpuQuota",
          "Microseconds of processor time in each period; -1 for no limit.");
  private static final Option<String> CPUSET_CPUS =
      Option.of(
          "cpuset_cpus",
          Types.STRING,
          "all",
          "LinuxResources.cpusetCpus",
          "The processors to run on, as in `\"0-3,5\"`.");
  private static final Option<String> CPUSET_MEMS =
      Option.of(
          "cpuset_mems",
          Types.STRING,
          "all",
          "LinuxResources.cpusetMems",
          "The memory nodes to use, as in `\"0\"`.");

  static final ValueType<LinuxResources> RESOURCES =
      new TableType<>(
          "a table of limits",
          "bk.Resources",
          "bk.Resources",
          MEMORY,
          MEMORY_SWAP,
          CPU_SHARES,
          CPU_PERIOD,
          CPU_QUOTA,
          CPUSET_CPUS,
          CPUSET_MEMS) {
        @Override
        LinuxResources read(Object value, Place place) {
          LuaTable table = table(value, place);
          return new LinuxResources(
              get(table, MEMORY, 0L, place),
              get(table, MEMORY_SWAP, 0L, place),
              get(table, CPU_SHARES, 0L, place),
              get(table, CPU_PERIOD, 0L, place),
              get(table, CPU_QUOTA, 0L, place),
              get(table, CPUSET_CPUS, "", place),
              get(table, CPUSET_MEMS, "", place));
        }
      };

  private static final Option<String> GROUP_ID =
      Option.of(
          "id",
          Types.STRING,
          "the name",
          "ProgressGroup.id",
          "What makes operations the same group.");
  private static final Option<String> GROUP_NAME =
      Option.of("name", Types.STRING, "the ID", "ProgressGroup.name", "What the progress shows.");
  private static final Option<Boolean> GROUP_WEAK =
      Option.of(
          "weak",
          Types.BOOLEAN,
          "false",
          "ProgressGroup.weak",
          "Whether the group is shown only once another operation of it, which is not weak, runs.");

  static final ValueType<ProgressGroup> PROGRESS_GROUP =
      new TableType<>(
          "a name, or a table { id, name, weak }",
          "string|bk.ProgressGroup",
          "bk.ProgressGroup",
          GROUP_ID,
          GROUP_NAME,
          GROUP_WEAK) {
        @Override
        ProgressGroup read(Object value, Place place) {
          if (value instanceof String name) {
            return new ProgressGroup(name, name, false);
          }
          LuaTable table = table(value, place);
          String id = get(table, GROUP_ID, "", place);
          String name = get(table, GROUP_NAME, "", place);
          if (id.isEmpty() && name.isEmpty()) {
            throw place.error("must have at least one of the fields id and name");
          }
          return new ProgressGroup(
              id.isEmpty() ? name : id,
              name.isEmpty() ? id : name,
              get(table, GROUP_WEAK, false, place));
        }
      };

  /** HTTP headers: those that BuildKit passes on. */
  record Headers(String accept, String userAgent) {}

  static final ValueType<Headers> HEADERS =
      new ValueType<>("a table of HTTP headers", "table<\"Accept\"|\"User-Agent\", string>") {
        @Override
        Headers read(Object value, Place place) {
          String accept = "";
          String userAgent = "";
          for (Map.Entry<String, Object> entry : byName(value, place, description()).entrySet()) {
            String name = entry.getKey();
            String text = Types.STRING.read(entry.getValue(), place.field(name));
            if (name.equalsIgnoreCase("Accept")) {
              accept = text;
            } else if (name.equalsIgnoreCase("User-Agent")) {
              userAgent = text;
            } else {
              throw place.error(
                  "can't hold the header '"
                      + name
                      + "': BuildKit passes on only Accept and User-Agent (for Authorization there"
                      + " is auth_header_secret)");
            }
          }
          return new Headers(accept, userAgent);
        }
      };

  /** Ports: numbers, or texts such as {@code "8080/tcp"}. */
  static final ValueType<List<String>> PORTS =
      Types.listOf(
          new ValueType<String>("a port such as \"8080/tcp\"", "string|integer") {
            private final ValueType<Long> port = Types.integer(1, 65535);

            @Override
            String read(Object value, Place place) {
              if (value instanceof Double) {
                return Long.toString(port.read(value, place));
              }
              return Types.NAME.read(value, place);
            }
          },
          "a list of ports",
          "(string|integer)[]");
}
