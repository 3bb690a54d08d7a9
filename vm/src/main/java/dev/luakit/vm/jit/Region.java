package dev.luakit.vm.jit;

import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The part of a function that is translated, as basic blocks: all that can be reached from its
 * beginning, or the loops around one instruction.
 *
 * <p>A numeric loop is entered by its FORPREP directly: that instruction makes the first test
 * itself, so that the FORLOOP is reached from the body only, and the body is where the loop begins.
 */
final class Region {
  /** A basic block: instructions from {@code start} on, the last one at {@code last}. */
  static final class Block {
    final int start;
    int last;

    /** Where the last instruction's jump goes, {@code null} if it has none. */
    Block jump;

    /** What follows where no jump is taken, {@code null} if nothing does. */
    Block next;

    final List<Block> predecessors = new ArrayList<>();

    /** Whether a loop begins here. */
    boolean loopHeader;

    /** Whether the block is left to the interpreter. */
    boolean outside;

    private int order;

    Block(int start) {
      this.start = start;
    }
  }

  private final int[] code;
  private final Block[] blockAt;
  private final Block entry;

  /** In reverse postorder: but for the jumps back in loops, after all that lead to it. */
  private final List<Block> blocks = new ArrayList<>();

  private final int[] loopOf;

  /** All that can be reached from the function's first instruction. */
  static Region function(Prototype prototype) {
    return new Region(prototype, 0, false, Integer.MAX_VALUE);
  }

  /** The outermost loop around the instruction, which is where it begins. */
  static Region loop(Prototype prototype, int start) {
    return new Region(prototype, start, true, Integer.MAX_VALUE);
  }

  /** The innermost loop around the instruction, which its body begins with. */
  static Region innermostLoop(Prototype prototype, int start) {
    int[] code = prototype.code();
    int end = start;
    for (int pc = start; pc < code.length; pc += Effects.length(code[pc])) {
      int jump = pc + Effects.length(code[pc]) - 1;
      int opcode = Instruction.opcode(code[jump]);
      if ((opcode == Opcode.JMP || opcode == Opcode.LOOP) && target(code, jump) == start) {
        end = pc;
      }
    }
    return new Region(prototype, start, true, end);
  }

  private Region(Prototype prototype, int start, boolean loopOnly, int end) {
    code = prototype.code();
    blockAt = new Block[code.length];
    loopOf = new int[code.length];
    Arrays.fill(loopOf, -1);
    findLeaders();
    blockAt[start] = blockAt[start] == null ? new Block(start) : blockAt[start];
    entry = blockAt[start];
    link(entry);
    if (loopOnly) {
      leaveOutOtherLoops(end);
    }
    order();
  }

  Block entry() {
    return entry;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Whether something jumps to the instruction. */
  boolean isLeader(int pc) {
    return blockAt[pc] != null;
  }

  /** The FORPREP of the loop that a FORLOOP belongs to. */
  int forPrep(int forLoop) {
    return loopOf[forLoop];
  }

  private static int target(int[] code, int jump) {
    return jump + 1 + Instruction.jump(code[jump]);
  }

  private void findLeaders() {
    for (int pc = 0; pc < code.length; pc += Effects.length(code[pc])) {
      int i = code[pc];
      int opcode = Instruction.opcode(i);
      if (opcode == Opcode.FORPREP) {
        int forLoop = target(code, pc + 1);
        loopOf[forLoop] = pc;
        leader(target(code, forLoop + 1));
        leader(forLoop + 2);
      } else if (opcode == Opcode.JMP || opcode == Opcode.LOOP) {
        leader(target(code, pc));
        leader(pc + 1);
      } else if (Effects.isTest(i) || opcode == Opcode.FORLOOP || opcode == Opcode.TFORLOOP) {
        leader(target(code, pc + 1));
        leader(pc + 2);
      } else if (opcode == Opcode.LOADBOOL && Instruction.c(i) != 0) {
        leader(pc + 2);
        leader(pc + 1);
      } else if (opcode == Opcode.RETURN || opcode == Opcode.TAILCALL) {
        leader(pc + 1);
      }
    }
  }

  private void leader(int pc) {
    if (pc < code.length && blockAt[pc] == null) {
      blockAt[pc] = new Block(pc);
    }
  }

  /** Finds the blocks that can be reached, without recursion, as functions may be long. */
  private void link(Block first) {
    List<Block> open = new ArrayList<>();
    BitSet seen = new BitSet();
    open.add(first);
    seen.set(first.start);
    while (!open.isEmpty()) {
      Block block = open.removeLast();
      finish(block);
      for (Block successor : new Block[] {block.jump, block.next}) {
        if (successor == null) {
          continue;
        }
        successor.predecessors.add(block);
        if (!seen.get(successor.start)) {
          seen.set(successor.start);
          open.add(successor);
        }
      }
    }
  }

  private void finish(Block block) {
    int pc = block.start;
    while (true) {
      int i = code[pc];
      int next = pc + Effects.length(i);
      switch (Instruction.opcode(i)) {
        case Opcode.JMP, Opcode.LOOP -> {
          block.last = pc;
          block.jump = blockAt[target(code, pc)];
          return;
        }
        case Opcode.RETURN, Opcode.TAILCALL -> {
          block.last = pc;
          return;
        }
        case Opcode.FORPREP -> {
          int forLoop = target(code, pc + 1);
          block.last = pc;
          block.jump = blockAt[target(code, forLoop + 1)];
          block.next = blockAt[forLoop + 2];
          return;
        }
        case Opcode.FORLOOP, Opcode.TFORLOOP -> {
          block.last = pc;
          block.jump = blockAt[target(code, pc + 1)];
          block.next = blockAt[next];
          return;
        }
        default -> {
          if (Effects.isTest(i)) {
            block.last = pc;
            block.jump = blockAt[target(code, pc + 1)];
            block.next = blockAt[next];
            return;
          }
          if (Instruction.opcode(i) == Opcode.LOADBOOL && Instruction.c(i) != 0) {
            block.last = pc;
            block.jump = blockAt[pc + 2];
            return;
          }
        }
      }
      if (blockAt[next] != null) {
        block.last = pc;
        block.next = blockAt[next];
        return;
      }
      pc = next;
    }
  }

  /** Only blocks from which the entry is reached again are in a loop with it. */
  private void leaveOutOtherLoops(int end) {
    BitSet inside = new BitSet();
    List<Block> open = new ArrayList<>();
    inside.set(entry.start);
    open.add(entry);
    while (!open.isEmpty()) {
      for (Block predecessor : open.removeLast().predecessors) {
        boolean within = predecessor.start >= entry.start && predecessor.start <= end;
        if ((within || end == Integer.MAX_VALUE) && !inside.get(predecessor.start)) {
          inside.set(predecessor.start);
          open.add(predecessor);
        }
      }
    }
    for (Block block : blockAt) {
      if (block != null && !inside.get(block.start)) {
        block.outside = true;
        block.jump = null;
        block.next = null;
        block.last = block.start;
      }
    }
  }

  /** Orders the blocks, and finds those that a jump goes back to. */
  private void order() {
    for (Block block : blockAt) {
      if (block != null) {
        block.predecessors.clear();
      }
    }
    List<Block> path = new ArrayList<>();
    BitSet onPath = new BitSet();
    path.add(entry);
    onPath.set(entry.start);
    // Values of order while searching: 0 new, 1 the jump was followed, 2 both were, 3 done.
    while (!path.isEmpty()) {
      Block block = path.getLast();
      block.order++;
      if (block.order > 2) {
        path.removeLast();
        onPath.clear(block.start);
        blocks.addFirst(block);
        continue;
      }
      Block successor = block.order == 1 ? block.next : block.jump;
      if (successor == null) {
        continue;
      }
      successor.predecessors.add(block);
      if (onPath.get(successor.start)) {
        successor.loopHeader = true;
      } else if (successor.order == 0) {
        path.add(successor);
        onPath.set(successor.start);
      }
    }
    for (int i = 0; i < blocks.size(); i++) {
      blocks.get(i).order = i;
    }
  }

  /** Whether going from one block to the other goes back in a loop. */
  static boolean isBack(Block from, Block to) {
    return to.loopHeader && to.order <= from.order;
  }

  /** The instructions (by the blocks they are in) of the loop that begins at a header. */
  List<Block> body(Block header) {
    BitSet inside = new BitSet();
    List<Block> body = new ArrayList<>();
    inside.set(header.start);
    body.add(header);
    List<Block> open = new ArrayList<>();
    for (Block predecessor : header.predecessors) {
      if (isBack(predecessor, header) && !inside.get(predecessor.start)) {
        inside.set(predecessor.start);
        open.add(predecessor);
      }
    }
    while (!open.isEmpty()) {
      Block block = open.removeLast();
      body.add(block);
      for (Block predecessor : block.predecessors) {
        if (!inside.get(predecessor.start)) {
          inside.set(predecessor.start);
          open.add(predecessor);
        }
      }
    }
    return body;
  }
}
