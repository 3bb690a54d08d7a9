package dev.luakit.bench.compare;

import java.util.List;

/**
 * What the contenders made of one program.
 *
 * @param program its name
 * @param runs one for each contender; the first is the one that the others are compared with
 */
record Result(String program, List<Runs> runs) {
  /** How many times as long as the first contender another one takes, by their best runs. */
  double ratio(int contender) {
    return runs.get(contender).best() / runs.getFirst().best();
  }
}
