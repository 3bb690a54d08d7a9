package dev.luakit.vm;

import static java.math.RoundingMode.HALF_EVEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers are read and written as C does it. */
class NumbersTest {
  @Test
  void numeralsAreReadInAllTheirForms() {
    assertEquals(255.0, Numbers.parse("0xff"));
    assertEquals(-16.0, Numbers.parse(" -0x10 "));
    assertEquals(0.5, Numbers.parse(".5"));
    assertEquals(5.0, Numbers.parse("5."));
    assertEquals(1200.0, Numbers.parse("1.2e3"));
    assertEquals(16.0, Numbers.parse("0x1p4"));
    assertEquals(Double.POSITIVE_INFINITY, Numbers.parse("1e999"));
  }

  @Test
  void numeralsOfAnyLengthAreReadToTheNearestNumber() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      String digits = Long.toString(random.nextLong() >>> (1 + random.nextInt(62)));
      int point = random.nextInt(digits.length() + 1);
      String numeral = digits.substring(0, point) + "." + digits.substring(point);
      assertEquals(Double.parseDouble(numeral), Numbers.parse(numeral));
      assertEquals(-Double.parseDouble(digits), Numbers.parse("-" + digits));
    }
    assertEquals(-0.0, Numbers.parse("-0"));
    assertEquals(9007199254740993.0, Numbers.parse("9007199254740993"));
  }

  @Test
  void whatIsNoNumeralIsNotRead() {
    for (String text :
        new String[] {
          "", " ", "-", "-.", "1.2.3", "1-", "x", "1x", "1e", "0x", "1 2", "--1", ".", "1f", "0x1p"
        }) {
      assertNull(Numbers.parse(text), text);
    }
  }

  @Test
  void aZeroByteEndsANumeral() {
    assertEquals(10.0, Numbers.parse("10\0x"));
    assertEquals(10.0, Numbers.parse(" 10 \0"));
    assertNull(Numbers.parse("\00010"));
  }

  @Test
  void aPowerOfOneIsOne() {
    assertEquals(1.0, Numbers.power(1, Double.NaN));
    assertEquals(1.0, Numbers.power(1, Double.POSITIVE_INFINITY));
    assertEquals(1.0, Numbers.power(-1, Double.NEGATIVE_INFINITY));
    assertEquals(-1.0, Numbers.power(-1, 3));
    assertEquals(9.0, Numbers.power(-3, 2));
    assertEquals(Double.NaN, Numbers.power(Double.NaN, 1));
  }

  @Test
  void fourteenDigitsAreWritten() {
    assertEquals("3.1415926535898", Numbers.toString(Math.PI));
    assertEquals("1e-05", Numbers.toString(0.00001));
    assertEquals("0.0001", Numbers.toString(0.0001));
    assertEquals("123456789.12346", Numbers.toString(123456789.123456789));
    assertEquals("1.7976931348623e+308", Numbers.toString(Double.MAX_VALUE));
    assertEquals("4.9406564584125e-324", Numbers.toString(Double.MIN_VALUE));
    assertEquals("0.1", Numbers.toString(0.1 + 1e-17));
    assertEquals("-9.2233720368548e+18", Numbers.toString(-0x1p63));
    assertEquals("9.2233720368548e+18", Numbers.toString(0x1p63));
    assertEquals("-1e+14", Numbers.toString(-1e14));
    assertEquals("-99999999999999", Numbers.toString(-99999999999999.0));
  }

  @Test
  void roundingIsThatOfTheExactValue() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        continue;
      }
      double read = Double.parseDouble(Numbers.toString(number));
      double expected = new BigDecimal(number).round(new MathContext(14)).doubleValue();
      assertEquals(expected, read);
    }
  }

  @Test
  void everydayNumbersAreRoundedByTheirExactValueToo() {
    Random random = new Random(2);
    for (int i = 0; i < 50_000; i++) {
      double number = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 12);
      assertEquals(fourteenDigits(number), Numbers.toString(number));
    }
  }

  /** C's {@code %.14g} in exact arithmetic. */
  private static String fourteenDigits(double number) {
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(14, HALF_EVEN)).stripTrailingZeros();
    int exponent = rounded.precision() - 1 - rounded.scale();
    if (exponent >= -4 && exponent < 14) {
      return rounded.toPlainString();
    }
    String mantissa = rounded.movePointLeft(exponent).toPlainString();
    return mantissa + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
