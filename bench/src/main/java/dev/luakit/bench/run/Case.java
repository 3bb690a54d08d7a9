package dev.luakit.bench.run;

import dev.luakit.bench.BuildBenchmark;
import dev.luakit.bench.GraphBenchmark;
import dev.luakit.bench.OperationBenchmark;
import dev.luakit.bench.PatternBenchmark;
import dev.luakit.bench.Program;
import dev.luakit.bench.ReferenceBenchmark;
import dev.luakit.bench.RequireBenchmark;
import dev.luakit.bench.SandboxBenchmark;
import dev.luakit.bench.ScriptBenchmark;
import dev.luakit.bench.Start;
import dev.luakit.bench.StartBenchmark;
import dev.luakit.bench.VmBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A benchmark of JMH's with all its parameters.
 *
 * @param name what reports call it
 * @param reference the name of what it is told as a multiple of, or empty
 * @param benchmark its class
 * @param method its method
 * @param parameters each with one value
 */
record Case(
    String name,
    String reference,
    Class<?> benchmark,
    String method,
    Map<String, String> parameters) {
  static final Case JAVA =
      new Case("java reference", "", ReferenceBenchmark.class, "java", Map.of());

  /** Whether it starts a process. */
  boolean isProcess() {
    return benchmark == StartBenchmark.class;
  }

  /** Whether it is run with one compiler, as the launcher has it for builds but not for eval. */
  boolean isBrief() {
    return !isProcess() && benchmark != VmBenchmark.class;
  }

  /** Processes, without those that the machine has not. */
  static List<Case> starts() {
    List<Case> cases = new ArrayList<>();
    for (Start start : Start.values()) {
      if (start.isThere()) {
        cases.add(
            new Case(
                name(start),
                start == Start.EMPTY_JVM ? "" : name(Start.EMPTY_JVM),
                StartBenchmark.class,
                "process",
                Map.of("start", start.name())));
      }
    }
    return cases;
  }

  /** What reports call a process. */
  static String name(Start start) {
    return switch (start) {
      case EMPTY_JVM -> "start of an empty JVM";
      case JVM_COLD -> "start and build, JVM, cold";
      case JVM_CACHED -> "start and build, JVM, cached";
      case NATIVE -> "start and build, native";
      case NATIVE_VERSION -> "start of luakit version, native";
      case LUA51 -> "start of lua5.1";
    };
  }

  /** What is told by the reference in Java. */
  static List<Case> inProcess() {
    List<Case> cases = new ArrayList<>();
    for (String step : List.of("parse", "compile", "evaluate", "build")) {
      for (int lines : new int[] {10, 100, 1000}) {
        cases.add(
            of(step + " " + lines + " lines", ScriptBenchmark.class, step, "lines", "" + lines));
      }
    }
    cases.add(of("marshal and digest an operation", OperationBenchmark.class, "marshalAndDigest"));
    cases.add(of("digest 200 bytes", OperationBenchmark.class, "digest"));
    cases.add(of("serialize 50 operations", OperationBenchmark.class, "serializeFifty"));
    for (String shape : List.of("chain", "wide")) {
      for (String count : List.of("1000", "10000")) {
        String name = "graph of " + count + " commands, " + shape;
        cases.add(of(name, GraphBenchmark.class, shape, "commands", count));
      }
    }
    for (String count : List.of("10", "1000", "10000")) {
      String name = "build " + count + " operations from a file";
      cases.add(of(name, BuildBenchmark.class, "build", "operations", count));
    }
    for (String count : List.of("0", "1", "20")) {
      String name = "require " + count + " modules";
      cases.add(of(name, RequireBenchmark.class, "require", "modules", count));
    }
    for (PatternBenchmark.Call call : PatternBenchmark.Call.values()) {
      String name = "pattern, " + call.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      cases.add(of(name, PatternBenchmark.class, "match", "call", call.name()));
    }
    cases.add(of("sandbox made", SandboxBenchmark.class, "create"));
    cases.add(of("sandbox called", SandboxBenchmark.class, "call"));
    cases.add(of("sandbox, limits wide", SandboxBenchmark.class, "wideLimits"));
    cases.add(
        new Case(
            "sandbox, limits tight",
            "sandbox, limits wide",
            SandboxBenchmark.class,
            "tightLimits",
            Map.of()));
    return cases;
  }

  /**
   * A Lua program.
   *
   * @param beside whether it is told as a multiple of {@code lua5.1}
   */
  static Case of(Program program, boolean beside) {
    return new Case(
        "vm " + program.label(),
        beside ? "lua5.1 " + program.label() : JAVA.name(),
        VmBenchmark.class,
        "run",
        Map.of("program", program.name()));
  }

  private static Case of(String name, Class<?> benchmark, String method) {
    return new Case(name, JAVA.name(), benchmark, method, Map.of());
  }

  private static Case of(
      String name, Class<?> benchmark, String method, String parameter, String value) {
    return new Case(name, JAVA.name(), benchmark, method, Map.of(parameter, value));
  }
}
