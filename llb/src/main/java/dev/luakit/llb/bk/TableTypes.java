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

  static final ValueType<Owner> OWNER =
      new ValueType<>(
          "a table { user, group }, or a text such as \"user:group\"", "bk.Owner|string") {
        @Override
        Owner read(Object value, Place place) {
          if (value instanceof String text) {
            return Owner.parse(text);
          }
          LuaTable table = place.fields(value, description(), "user", "group");
          Owner.Account user = account(table, "user", place);
          Owner.Account group = account(table, "group", place);
          if (user == null && group == null) {
            throw place.error("must have at least one of the fields user and group");
          }
          return new Owner(user, group);
        }

        private static Owner.Account account(LuaTable table, String name, Place place) {
          Object value = table.get(name);
          if (value == null) {
            return null;
          }
          return Owner.Account.of(Types.NAME_OR_NUMBER.read(value, place.field(name)));
        }
      };

  static final ValueType<List<Mount>> MOUNTS =
      Types.listOf(
          new ValueType<Mount>("a mount, as bk.cache, bk.secret and others make", "bk.Mount") {
            @Override
            Mount read(Object value, Place place) {
              if (value instanceof MountValue mount) {
                return mount.mount();
              }
              throw place.wrong(description(), value);
            }
          },
          "a list of mounts",
          "bk.Mount[]");

  static final ValueType<List<SecretEnv>> SECRET_ENV =
      new ValueType<>(
          "a table { NAME = \"secret-id\" }, or a list of tables { name, id, optional }",
          "table<string, string>|bk.SecretEnv[]") {
        @Override
        List<SecretEnv> read(Object value, Place place) {
          List<SecretEnv> secrets = new ArrayList<>();
          if (value instanceof LuaTable table && isList(table)) {
            LuaTable list = place.list(value, description());
            for (int i = 1; i <= list.length(); i++) {
              secrets.add(element(list.get(i), place.element(i)));
            }
            return secrets;
          }
          for (Map.Entry<String, Object> entry : byName(value, place, description()).entrySet()) {
            String id = Types.NAME.read(entry.getValue(), place.field(entry.getKey()));
            secrets.add(new SecretEnv(entry.getKey(), id, false));
          }
          return secrets;
        }

        private static SecretEnv element(Object value, Place place) {
          LuaTable table =
              place.fields(value, "a table { name, id, optional }", "name", "id", "optional");
          Object name = table.get("name");
          if (name == null) {
            throw place.error("must have the field name");
          }
          String variable = Types.NAME.read(name, place.field("name"));
          Object id = table.get("id");
          Object optional = table.get("optional");
          return new SecretEnv(
              variable,
              id == null ? variable : Types.NAME.read(id, place.field("id")),
              optional != null && Types.BOOLEAN.read(optional, place.field("optional")));
        }
      };

  static final ValueType<List<Ulimit>> ULIMITS =
      new ValueType<>(
          "a table such as { nofile = 1024 }, or a list of \"nofile=1024:2048\"",
          "table<string, integer|string|bk.UlimitTable>|string[]") {
        private final ValueType<Long> number = Types.integer(-1, 1L << 53);

        @Override
        List<Ulimit> read(Object value, Place place) {
          List<Ulimit> ulimits = new ArrayList<>();
          if (value instanceof LuaTable table && isList(table)) {
            for (String[] pair : pairs(value, place, description())) {
              ulimits.add(ulimit(pair[0], pair[1], place.field(pair[0])));
            }
            return ulimits;
          }
          for (Map.Entry<String, Object> entry : byName(value, place, description()).entrySet()) {
            String name = entry.getKey();
            ulimits.add(ulimit(name, entry.getValue(), place.field(name)));
          }
          return ulimits;
        }

        private Ulimit ulimit(String name, Object value, Place place) {
          if (value instanceof Double) {
            long limit = number.read(value, place);
            return new Ulimit(name, limit, limit);
          }
          if (value instanceof String text) {
            int colon = text.indexOf(':');
            String soft = colon < 0 ? text : text.substring(0, colon);
            String hard = colon < 0 ? text : text.substring(colon + 1);
            return new Ulimit(name, parse(soft, text, place), parse(hard, text, place));
          }
          LuaTable table = place.fields(value, "a number or { soft, hard }", "soft", "hard");
          if (table.get("soft") == null || table.get("hard") == null) {
            throw place.error("must have the fields soft and hard");
          }
          long soft = number.read(table.get("soft"), place.field("soft"));
          return new Ulimit(name, soft, number.read(table.get("hard"), place.field("hard")));
        }

        private long parse(String digits, String text, Place place) {
          Double parsed = Numbers.parse(digits);
          if (parsed == null) {
            throw place.wrong("of the form \"soft:hard\"", text);
          }
          return number.read(parsed, place);
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

  static final ValueType<List<Device>> DEVICES =
      Types.listOf(
          new ValueType<Device>("a name, or a table { name, optional }", "string|bk.Device") {
            @Override
            Device read(Object value, Place place) {
              if (value instanceof String name) {
                return new Device(name, false);
              }
              LuaTable table = place.fields(value, description(), "name", "optional");
              Object name = table.get("name");
              if (name == null) {
                throw place.error("must have the field name");
              }
              Object optional = table.get("optional");
              return new Device(
                  Types.NAME.read(name, place.field("name")),
                  optional != null && Types.BOOLEAN.read(optional, place.field("optional")));
            }
          },
          "a list of CDI device names, or of tables { name, optional }",
          "(string|bk.Device)[]");

  static final ValueType<ProxyEnv> PROXY =
      new ValueType<>("a table of proxies", "bk.Proxy") {
        @Override
        ProxyEnv read(Object value, Place place) {
          LuaTable table =
              place.fields(
                  value,
                  description(),
                  "http_proxy",
                  "https_proxy",
                  "ftp_proxy",
                  "no_proxy",
                  "all_proxy");
          return new ProxyEnv(
              text(table, "http_proxy", place),
              text(table, "https_proxy", place),
              text(table, "ftp_proxy", place),
              text(table, "no_proxy", place),
              text(table, "all_proxy", place));
        }
      };

  private static String text(LuaTable table, String name, Place place) {
    Object value = table.get(name);
    return value == null ? "" : Types.STRING.read(value, place.field(name));
  }

  static final ValueType<LinuxResources> RESOURCES =
      new ValueType<>("a table of limits", "bk.Resources") {
        private final ValueType<Long> unlimited = Types.integer(-1, 1L << 53);
        private final ValueType<Long> count = Types.integer(0, 1L << 53);

        @Override
        LinuxResources read(Object value, Place place) {
          LuaTable table =
              place.fields(
                  value,
                  description(),
                  "memory",
                  "memory_swap",
                  "cpu_shares",
                  "cpu_period",
                  "cpu_quota",
                  "cpuset_cpus",
                  "cpuset_mems");
          boolean unlimitedSwap = table.get("memory_swap") instanceof Double swap && swap == -1;
          return new LinuxResources(
              number(table, "memory", Types.BYTES, place),
              unlimitedSwap ? -1 : number(table, "memory_swap", Types.BYTES, place),
              number(table, "cpu_shares", count, place),
              number(table, "cpu_period", count, place),
              number(table, "cpu_quota", unlimited, place),
              text(table, "cpuset_cpus", place),
              text(table, "cpuset_mems", place));
        }

        private static long number(LuaTable table, String name, ValueType<Long> type, Place place) {
          Object value = table.get(name);
          return value == null ? 0 : type.read(value, place.field(name));
        }
      };

  static final ValueType<ProgressGroup> PROGRESS_GROUP =
      new ValueType<>("a name, or a table { id, name, weak }", "string|bk.ProgressGroup") {
        @Override
        ProgressGroup read(Object value, Place place) {
          if (value instanceof String name) {
            return new ProgressGroup(name, name, false);
          }
          LuaTable table = place.fields(value, description(), "id", "name", "weak");
          String id = text(table, "id", place);
          String name = text(table, "name", place);
          if (id.isEmpty() && name.isEmpty()) {
            throw place.error("must have at least one of the fields id and name");
          }
          Object weak = table.get("weak");
          return new ProgressGroup(
              id.isEmpty() ? name : id,
              name.isEmpty() ? id : name,
              weak != null && Types.BOOLEAN.read(weak, place.field("weak")));
        }
      };

  /** HTTP headers: those that BuildKit passes on. */
  record Headers(String accept, String userAgent) {}

  static final ValueType<Headers> HEADERS =
      new ValueType<>("a table of HTTP headers", "bk.Headers") {
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
