package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A script sees nothing that is not the same everywhere, each time. */
class HermeticTest {
  @Test
  void getenvSeesTheBuildArgumentsOnly() {
    Script script = new Script().withBuildArgument("VERSION", "1.2").withBuildArgument("ÄÖ", "ü");
    assertEquals(
        "1.2\tü\tnil\tnil",
        script.print(
            "print(os.getenv('VERSION'), os.getenv('ÄÖ'), os.getenv('PATH'), os.getenv(1))"));
  }

  @Test
  void theTimeIsTheSourceDateEpoch() {
    assertEquals(
        "1700000000\t0\tTue Nov 14 22:13:20 2023\t2023",
        new Script()
            .at(1_700_000_000)
            .print("print(os.time(), os.clock(), os.date(), os.date('!*t').year)"));
    assertEquals("0\t1970-01-01", Script.run("print(os.time(), os.date('%F'))"));
  }

  @Test
  void randomNumbersAreTheSameInEachEvaluation() {
    String script = "print(math.random(), math.random(100), math.random(-5, 5))";
    assertEquals(Script.run(script), Script.run(script));
    assertEquals("0.88331080821364\t44\t-5", Script.run(script));
  }

  @Test
  void pairsGoesInTheOrderOfInsertion() {
    assertEquals(
        "z=1 a=2 m=3 1=4 ",
        Script.run(
                "local s = '' local t = {} t.z = 1 t.a = 2 t.m = 3 t[1] = 4"
                    + " for k, v in pairs(t) do s = s .. k .. '=' .. v .. ' ' end print(s .. '')")
            + " ");
  }

  @Test
  void printWritesALineOfBytes() {
    assertEquals(
        "a\tnil\n\u00e4\0\n", new Script().run("x.lua", "print('a', nil) print('\u00e4\0')"));
  }
}
