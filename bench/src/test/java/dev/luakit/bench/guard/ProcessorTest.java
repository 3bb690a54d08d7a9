package dev.luakit.bench.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guard calls a processor. */
class ProcessorTest {
  @Test
  void processors_of_one_name_are_told_apart_by_their_numbers() {
    assertEquals(
        "Some CPU, family 26, model 2, stepping 1",
        Processor.name(
            List.of(
                "processor\t: 0",
                "cpu family\t: 26",
                "model\t\t: 2",
                "model name\t: Some CPU",
                "stepping\t: 1",
                "",
                "model\t\t: 3")));
  }

  @Test
  void one_that_tells_nothing_is_unknown() {
    assertEquals("unknown", Processor.name(List.of("Features : fp asimd", "nonsense")));
  }
}
