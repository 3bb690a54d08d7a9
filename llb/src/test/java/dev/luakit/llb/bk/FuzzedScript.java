package dev.luakit.llb.bk;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A build script that calls any of the declared functions with values that the fuzzer chooses, of
 * the right types or of wrong ones. A call that fails leaves the script going on with what it has.
 */
final class FuzzedScript {
  /** Values that no option expects, and some that only look right. */
  private static final String[] WRONG = {
    "nil",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "-1",
    "0.5",
    "255",
    "256",
    "0/0",
    "1/0",
    "-1/0",
    "1e15",
    "2^31",
    "2^32",
    "2^53",
    "2^63",
    "-2^63",
    "1e308",
    "''",
    "'x'",
    "'\\0'",
    "'\\n'",
    "'\\255\\254'",
    "'\\237\\160\\128'",
    "('x'):rep(5000)",
    "print",
    "odd",
    "own",
    "s",
    "mount",
    "bk",
    "platform",
    "{}",
    "{ {} }",
    "{ 1, nil, 3 }",
    "{ [2] = 'x' }",
    "{ [0.5] = 1 }",
    "{ [true] = 1 }",
    "{ x = 1 }",
    "{ 'x', x = 1 }",
    "{ [s] = s }",
    "coroutine.create(print)",
    "math.huge",
    "{ ('a'):rep(300) }",
    "setmetatable({}, { __index = { id = 'x', user = 'y' } })"
  };

  /** Texts that mean something to some option. */
  private static final String[] TEXTS = {
    "",
    "/",
    "/x",
    "x",
    "a/b/../c",
    "..",
    "./",
    "*.go",
    "!x",
    "a=b",
    "=",
    "a=",
    "alpine",
    "alpine:3",
    "a@sha256:1",
    "docker.io/library/x:1",
    "UPPER",
    "x:y:z",
    "linux/amd64",
    "linux/arm/v7",
    "windows",
    "a/b/c/d",
    "0755",
    "755",
    "0789",
    "u+x",
    "a=rX,u+w",
    "root",
    "root:0",
    "0:0",
    ":",
    "1:",
    "512m",
    "1.5g",
    "-1",
    "1k",
    "99999999999t",
    "1..3",
    "3..1",
    "..",
    "0..255",
    "x..",
    "2024-01-01T00:00:00Z",
    "2024-02-30T00:00:00Z",
    "now",
    "https://example.com/x",
    "http://u:p@h:1/x?y#z",
    "https://",
    "git@example.com:x.git",
    "https://h/x.git#v1:sub",
    "git://h/x",
    "ssh://git@h:22/x",
    "file:///x",
    "sha256:",
    "shared",
    "private",
    "locked",
    "pull",
    "default",
    "local",
    "none",
    "host",
    "sandbox",
    "insecure",
    "metadata",
    "8080/tcp",
    "80-90",
    "70000",
    "53/udp",
    "10.0.0.1",
    "::1",
    "1.2.3",
    "host=10.0.0.1",
    "nofile=1:2",
    "nofile=a",
    "vendor.com/class=dev",
    "id",
    "A",
    "PATH",
    "$HOME",
    "é",
    "SIGTERM",
    "9",
    "2.5.0"
  };

  private static final int DEEPEST = 4;

  private final FuzzedDataProvider data;
  private final int wrong;
  private final List<Signature> functions = Declarations.functions();
  private final StringBuilder script = new StringBuilder();

  /**
   * @param wrong of a hundred values, about how many are of any type instead of the right one
   */
  private FuzzedScript(FuzzedDataProvider data, int wrong) {
    this.data = data;
    this.wrong = wrong;
  }

  /** A script of some calls. */
  static String of(FuzzedDataProvider data, int wrong) {
    return new FuzzedScript(data, wrong).write();
  }

  private String write() {
    script.append(
        """
        local s, mount, platform = bk.image('alpine'), bk.cache('/c'), bk.platform('linux/arm64')
        local first = s
        local own = {}
        own[1], own.own = own, own
        local odd = setmetatable({}, { __index = function(t, k) return k end, __len = error,
          __tostring = error, __call = error, __eq = error, __newindex = error, __mode = 'kv' })
        local function try(call)
          local ok, result = pcall(call)
          if not ok then
            if type(result) ~= 'string' then print('java.' .. 'lang: no text, but a ' .. type(result)) end
            print(result)
            return nil
          end
          return result
        end
        """);
    for (int calls = data.consumeInt(1, 12); calls > 0; calls--) {
      call(data.pickValue(functions));
    }
    script.append("bk.export(s)\n");
    return script.toString();
  }

  private void call(Signature function) {
    String result =
        switch (function.returns()) {
          case "bk.State" -> "s";
          case "bk.Mount" -> "mount";
          case "bk.Platform" -> "platform";
          default -> "local _";
        };
    String old = result.equals("local _") ? "nil" : result;
    script.append(result).append(" = try(function() return ");
    script.append(function.isMethod() ? (chance(80) ? "s:" : "first:") : "bk.");
    script.append(function.name()).append('(');
    int count = function.parameters().size();
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        script.append(", ");
      }
      value(function.parameters().get(i).type(), 0);
    }
    for (int more = function.variadic() ? data.consumeInt(0, 3) : 0; more > 0; more--) {
      script.append(", ");
      value(function.parameters().getLast().type(), 0);
    }
    if (!function.options().isEmpty() && chance(75)) {
      script.append(count == 0 ? "" : ", ");
      fields(function.options(), 0);
    } else if (chance(wrong)) {
      script.append(count == 0 ? "" : ", ");
      any();
    }
    script.append(") end) or ").append(old).append('\n');
  }

  /** A table with some of the fields. */
  private void fields(List<Option<?>> options, int depth) {
    script.append("{ ");
    for (int i = data.consumeInt(0, Math.min(4, options.size())); i > 0; i--) {
      Option<?> option = data.pickValue(options);
      boolean other = option.alias() != null && chance(30);
      script.append(other ? option.alias() : option.name()).append(" = ");
      value(option.type(), depth + 1);
      script.append(", ");
    }
    if (chance(wrong / 4)) {
      script.append(data.pickValue(new String[] {"[1] = 1, ", "nonsense = 1, ", "[s] = 1, "}));
    }
    script.append('}');
  }

  private void value(ValueType<?> type, int depth) {
    if (depth > DEEPEST || chance(wrong)) {
      any();
    } else if (type.table() != null && chance(60)) {
      fields(List.of(type.table().fields()), depth);
    } else {
      annotated(data.pickValue(type.annotation().split("\\|")), depth);
    }
  }

  /** A value of a type as the language server knows it. */
  private void annotated(String type, int depth) {
    if (type.endsWith("[]")) {
      script.append("{ ");
      for (int i = data.consumeInt(0, 3); i > 0; i--) {
        annotated(type.substring(0, type.length() - 2), depth + 1);
        script.append(", ");
      }
      script.append('}');
      return;
    }
    switch (type) {
      case "string" -> text();
      case "boolean" -> script.append(data.consumeBoolean());
      case "integer", "number" -> number();
      case "bk.State" -> script.append(chance(70) ? "s" : chance(70) ? "first" : "bk.scratch()");
      case "bk.Mount" -> script.append("mount");
      case "bk.Platform" -> script.append("platform");
      default -> {
        if (type.startsWith("\"") && type.endsWith("\"")) {
          script.append(type);
        } else if (type.startsWith("table<")) {
          pairs();
        } else {
          any();
        }
      }
    }
  }

  private void pairs() {
    script.append("{ ");
    for (int i = data.consumeInt(0, 3); i > 0; i--) {
      script.append('[');
      text();
      script.append("] = ");
      if (chance(70)) {
        text();
      } else {
        number();
      }
      script.append(", ");
    }
    script.append('}');
  }

  private void number() {
    if (chance(80)) {
      script.append(data.consumeInt(-1, 1000));
    } else {
      script.append(data.consumeLong(-1, 1L << 54));
    }
  }

  private void text() {
    if (chance(70)) {
      quote(data.pickValue(TEXTS));
    } else {
      quote(data.consumeString(12));
    }
  }

  private void quote(String text) {
    script.append('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
        script.append((char) c);
      } else {
        script.append('\\').append((char) ('0' + c / 100));
        script.append((char) ('0' + c / 10 % 10)).append((char) ('0' + c % 10));
      }
    }
    script.append('"');
  }

  private void any() {
    script.append(data.pickValue(WRONG));
  }

  private boolean chance(int percent) {
    return data.consumeInt(0, 99) < percent;
  }
}
