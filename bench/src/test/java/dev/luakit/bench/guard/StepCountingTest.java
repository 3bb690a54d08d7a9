package dev.luakit.bench.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** Counting the instructions that the JVM executes. */
class StepCountingTest {
  /** What is counted. */
  public static final class Sample {
    private Sample() {}

    /** Two instructions, and for each turn of the loop the same number more. */
    public static int loop(int turns) {
      int sum = 0;
      for (int i = 0; i < turns; i++) {
        sum += i;
      }
      return sum;
    }
  }

  /** Defines the class that counts, beside that which doesn't. */
  private static final class Changed extends ClassLoader {
    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  private static Method counted() throws IOException, ReflectiveOperationException {
    try (InputStream in =
        StepCountingTest.class.getResourceAsStream("StepCountingTest$Sample.class")) {
      ClassLoader loader = StepCountingTest.class.getClassLoader();
      byte[] changed = StepCounting.counting(loader, in.readAllBytes());
      return new Changed().define(changed).getMethod("loop", int.class);
    }
  }

  private static long steps(Method method, int turns) throws ReflectiveOperationException {
    long before = Steps.executed;
    assertEquals(Sample.loop(turns), method.invoke(null, turns));
    return Steps.executed - before;
  }

  @Test
  void each_turn_of_a_loop_adds_the_same_number_and_a_fifth_more_turns_are_a_fifth_more()
      throws Exception {
    Method method = counted();
    long none = steps(method, 0);
    long turn = steps(method, 1) - none;
    assertEquals(none + 1000 * turn, steps(method, 1000));
    assertEquals(none + 1200 * turn, steps(method, 1200));
    // By javac: set up twice, compare, return; and compare, add, increase, jump back.
    assertEquals(4 + 3 + 2, none);
    assertEquals(3 + 4 + 1 + 1, turn);
  }
}
