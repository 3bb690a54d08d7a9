package dev.luakit.vm.jit;

import dev.luakit.vm.code.DebugInfo;
import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.jit.Region.Block;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which registers matter where: those that are read later on before they are written, and those of
 * the variables in scope. The latter, too, keep what they hold alive, which weak tables show, and
 * it must not depend on whether a function is translated.
 */
final class Liveness {
  private final int[] code;
  private final DebugInfo.Local[] locals;
  private final Effects effects;
  private final Map<Block, BitSet> atStart = new HashMap<>();

  /**
   * @param outside what is live in blocks that are left to the interpreter: the same function's
   *     liveness as a whole, {@code null} where the region is the whole function
   */
  Liveness(Prototype prototype, Region region, Liveness outside) {
    this.code = prototype.code();
    this.locals = prototype.debug().locals();
    this.effects = new Effects(prototype);
    List<Block> blocks = region.blocks();
    for (Block block : blocks) {
      atStart.put(block, block.outside ? outside.atStart(block.start) : new BitSet());
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = blocks.size() - 1; i >= 0; i--) {
        Block block = blocks.get(i);
        if (!block.outside) {
          BitSet live = before(block, block.start);
          if (!live.equals(atStart.get(block))) {
            atStart.put(block, live);
            changed = true;
          }
        }
      }
    }
  }

  BitSet at(Block block) {
    return atStart.get(block);
  }

  private BitSet atStart(int pc) {
    for (Map.Entry<Block, BitSet> entry : atStart.entrySet()) {
      if (entry.getKey().start == pc) {
        return entry.getValue();
      }
    }
    throw new IllegalStateException("no block at " + pc);
  }

  /** What is live before the instruction at {@code pc} of a block. */
  BitSet before(Block block, int pc) {
    return before(block, pc, afterLast(block));
  }

  /** What is live where a block has been left, whichever way. */
  private BitSet afterLast(Block block) {
    BitSet live = new BitSet();
    if (block.jump != null) {
      live.or(atStart.get(block.jump));
      int written = Effects.writeOnJump(code[block.last]);
      if (written >= 0) {
        live.clear(written);
      }
    }
    if (block.next != null) {
      live.or(atStart.get(block.next));
    }
    return live;
  }

  private BitSet before(Block block, int pc, BitSet afterLast) {
    int[] starts = Effects.starts(code, block);
    BitSet live = afterLast;
    for (int i = starts.length - 1; i >= 0 && starts[i] >= pc; i--) {
      step(starts[i], live);
    }
    return live;
  }

  /** From what is live behind an instruction to what is live before it. */
  private void step(int pc, BitSet live) {
    BitSet registers = new BitSet();
    effects.addWrites(pc, registers);
    live.andNot(registers);
    effects.addReads(pc, live);
    for (DebugInfo.Local local : locals) {
      if (local.start() > pc) {
        break;
      }
      if (pc < local.end()) {
        live.set(local.register());
      }
    }
  }

  /**
   * What is live before each instruction of a block, in their order, and last what is live behind
   * the block.
   */
  BitSet[] within(Block block) {
    int[] starts = Effects.starts(code, block);
    BitSet[] live = new BitSet[starts.length + 1];
    BitSet current = afterLast(block);
    live[starts.length] = (BitSet) current.clone();
    for (int i = starts.length - 1; i >= 0; i--) {
      step(starts[i], current);
      live[i] = (BitSet) current.clone();
    }
    return live;
  }
}
