package dev.luakit.stdlib.differential;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Numbers that the fuzzer chooses. Behind its last byte come others that are always the same: a
 * generator of programs that got nothing but zeros might never come to an end.
 */
final class FuzzedNumbers implements RandomGenerator {
  private final FuzzedDataProvider data;
  private final SplittableRandom rest = new SplittableRandom(1);

  FuzzedNumbers(FuzzedDataProvider data) {
    this.data = data;
  }

  @Override
  public int nextInt(int bound) {
    return nextInt(0, bound);
  }

  @Override
  public int nextInt(int least, int bound) {
    return data.remainingBytes() == 0
        ? rest.nextInt(least, bound)
        : data.consumeInt(least, bound - 1);
  }

  @Override
  public long nextLong() {
    return data.remainingBytes() == 0 ? rest.nextLong() : data.consumeLong();
  }
}
