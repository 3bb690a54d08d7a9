package dev.luakit.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rounding in double arithmetic gives what exact arithmetic gives, or says that it cannot tell. */
class DecimalRoundingTest {
  private int known;

  private void check(double number, int power) {
    long scaled = DecimalRounding.scale(number, power);
    if (scaled >= 0) {
      known++;
      BigDecimal exact = new BigDecimal(number).movePointRight(power);
      assertEquals(exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), scaled);
    }
  }

  @Test
  void productsAndQuotientsAreRoundedByTheirExactValue() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double number = Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(50) - 20);
      check(number, random.nextInt(50) - 25);
    }
    assertTrue(known > 30_000, () -> known + " of them");
  }

  @Test
  void whatLiesNearATieIsRoundedToTheRightSide() {
    Random random = new Random(2);
    for (int i = 0; i < 100_000; i++) {
      int power = random.nextInt(45) - 22;
      double half = random.nextInt(1 << random.nextInt(31)) + 0.5;
      double tie = new BigDecimal(half).movePointLeft(power).doubleValue();
      check(tie, power);
      check(Math.nextUp(tie), power);
      check(Math.nextDown(tie), power);
    }
    assertEquals(300_000, known);
  }

  @Test
  void aTieGoesToTheEvenDigit() {
    assertEquals(2, DecimalRounding.scale(2.5, 0));
    assertEquals(4, DecimalRounding.scale(3.5, 0));
    assertEquals(12, DecimalRounding.scale(0.125, 2));
    assertEquals(38, DecimalRounding.scale(0.375, 2));
    assertEquals(12, DecimalRounding.scale(1250, -2));
  }

  @Test
  void zeroStaysZero() {
    assertEquals(0, DecimalRounding.scale(0.0, 2));
    assertEquals(0, DecimalRounding.scale(1e-100, 22));
  }

  @Test
  void whatDoubleArithmeticCannotTellIsLeftToOthers() {
    assertEquals(-1, DecimalRounding.scale(1, 23));
    assertEquals(-1, DecimalRounding.scale(1, -23));
    assertEquals(-1, DecimalRounding.scale(0x1p52, 0));
    assertEquals(-1, DecimalRounding.scale(1e300, 2));
    assertEquals(-1, DecimalRounding.scale(Double.MIN_VALUE, 2));
    assertEquals(Integer.MIN_VALUE, DecimalRounding.exponent(1e300, 14));
    assertEquals(Integer.MIN_VALUE, DecimalRounding.exponent(1e-300, 14));
  }

  @Test
  void theExponentIsThatOfTheRoundedDigits() {
    assertEquals(0, DecimalRounding.exponent(9.94, 2));
    assertEquals(1, DecimalRounding.exponent(9.96, 2));
    assertEquals(-5, DecimalRounding.exponent(0.00001, 14));
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      int count = 1 + random.nextInt(DecimalRounding.MAX_DIGITS);
      double number = random.nextDouble() * Math.pow(10, random.nextInt(24) - 5);
      BigDecimal rounded =
          new BigDecimal(number).round(new MathContext(count, RoundingMode.HALF_EVEN));
      int expected = rounded.precision() - 1 - rounded.scale();
      assertEquals(expected, DecimalRounding.exponent(number, count), () -> number + ", " + count);
    }
  }
}
