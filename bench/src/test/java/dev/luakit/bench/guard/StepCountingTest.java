package dev.luakit.bench.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
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

  /** What makes classes while it runs, as luakit's translation of functions does. */
  public static final class Maker {
    private Maker() {}

    /** A hidden class. */
    public static Class<?> make(byte[] classFile) throws IllegalAccessException {
      return MethodHandles.lookup().defineHiddenClass(classFile, true).lookupClass();
    }
  }

  /** Defines the class that counts, beside that which doesn't. */
  private static final class Changed extends ClassLoader {
    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  private static byte[] classFile(Class<?> known) throws IOException {
    try (InputStream in =
        known.getResourceAsStream("/" + known.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }

  private static Class<?> counting(Class<?> known) throws IOException {
    ClassLoader loader = StepCountingTest.class.getClassLoader();
    return new Changed().define(StepCounting.counting(loader, classFile(known)));
  }

  private static long steps(Method method, int turns) throws ReflectiveOperationException {
    long before = Steps.executed;
    assertEquals(Sample.loop(turns), method.invoke(null, turns));
    return Steps.executed - before;
  }

  @Test
  void each_turn_of_a_loop_adds_the_same_number_and_a_fifth_more_turns_are_a_fifth_more()
      throws Exception {
    Method method = counting(Sample.class).getMethod("loop", int.class);
    long none = steps(method, 0);
    long turn = steps(method, 1) - none;
    assertEquals(none + 1000 * turn, steps(method, 1000));
    assertEquals(none + 1200 * turn, steps(method, 1200));
    // By javac: set up twice, compare, return; and compare, add, increase, jump back.
    assertEquals(4 + 3 + 2, none);
    assertEquals(3 + 4 + 1 + 1, turn);
  }

  @Test
  void classes_that_are_made_meanwhile_count_too() throws Exception {
    Method make = counting(Maker.class).getMethod("make", byte[].class);
    Class<?> made = (Class<?>) make.invoke(null, (Object) classFile(Sample.class));
    Method method = made.getMethod("loop", int.class);
    long none = steps(method, 0);
    assertEquals(4 + 3 + 2, none);
    assertEquals(none + 1000 * (3 + 4 + 1 + 1), steps(method, 1000));
  }
}
