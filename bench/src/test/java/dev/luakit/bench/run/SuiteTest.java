package dev.luakit.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.bench.Program;
import dev.luakit.bench.Start;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The suite from its beginning to its end, as short as it can be. */
class SuiteTest {
  private static Suite measure(String only) throws Exception {
    Plan plan = new Plan("tiny", 0, 1, 1, 1, List.of(Program.SIEVE), only);
    PrintStream progress =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    Suite suite = new Suite(plan, Path.of("..").toAbsolutePath().normalize(), progress);
    suite.run();
    return suite;
  }

  private static Measurement find(Suite suite, String name) {
    for (Measurement measurement : suite.measurements()) {
      if (measurement.name().equals(name)) {
        return measurement;
      }
    }
    return null;
  }

  @Test
  void each_benchmark_that_is_named_can_be_run_and_takes_some_time() throws Exception {
    for (String only :
        List.of(
            "10 lines",
            "build 10 operations",
            "marshal",
            "digest 200",
            "serialize",
            "graph of 1000 ",
            "modules",
            "pattern",
            "sandbox")) {
      Suite suite = measure(only);
      assertNotNull(find(suite, "java reference"));
      for (Case each : Case.inProcess()) {
        Measurement measured = find(suite, each.name());
        assertEquals(each.name().contains(only), measured != null, each.name());
        assertTrue(measured == null || measured.value() > 0, each.name());
      }
    }
  }

  @Test
  void processes_are_started() throws Exception {
    Suite suite = measure("start of");
    double empty = find(suite, "start of an empty JVM").value();
    assertTrue(empty > 1000, () -> "no JVM is started in " + empty + " microseconds");
    assertEquals(Start.isLuaThere(), find(suite, "start of lua5.1") != null);
  }

  @Test
  void a_program_is_told_by_the_reference_implementation_where_that_is() throws Exception {
    Suite suite = measure("vm sieve");
    Measurement measured = find(suite, "vm sieve");
    boolean lua = Start.isLuaThere();
    assertEquals(lua ? "lua5.1 sieve" : "java reference", measured.reference());
    assertNotNull(find(suite, measured.reference()));
    assertEquals(!lua, suite.left().stream().anyMatch(left -> left.startsWith("lua5.1")));
  }

  @Test
  void a_graph_of_a_thousand_operations_takes_some_memory() throws Exception {
    Measurement measured = find(measure("memory of 1000"), "memory of 1000 operations");
    assertEquals("MB", measured.unit());
    assertTrue(measured.value() > 0.1 && measured.value() < 50, measured.toString());
  }
}
