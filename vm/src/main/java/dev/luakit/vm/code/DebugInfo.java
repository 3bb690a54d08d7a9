package dev.luakit.vm.code;

/**
 * What a function's instructions have to do with its source.
 *
 * @param chunk the chunk's name
 * @param firstLine the line where the function begins, 0 for a chunk
 * @param lines for each instruction, from 1
 * @param columns for each instruction, from 1; those beyond 65,535 are 65,535
 * @param locals the local variables in the order of their declaration
 * @param calls the extents of the calls, ordered by instruction
 */
public record DebugInfo(
    String chunk, int firstLine, int[] lines, char[] columns, Local[] locals, CallRange[] calls) {

  /** A local variable, alive from instruction {@code start} up to but not including {@code end}. */
  public record Local(String name, int register, int start, int end) {}

  /**
   * The text of a call, from its function's (or method's) name to its closing parenthesis.
   *
   * @param instruction the index of the CALL or TAILCALL
   * @param startLine from 1
   * @param startColumn from 1
   * @param endLine from 1
   * @param endColumn from 1, of the last character
   */
  public record CallRange(
      int instruction, int startLine, int startColumn, int endLine, int endColumn) {}

  /** The extent of the call that {@code instruction} makes, or {@code null}. */
  public CallRange call(int instruction) {
    int low = 0;
    int high = calls.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = calls[middle].instruction();
      if (at == instruction) {
        return calls[middle];
      }
      if (at < instruction) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /** The name of the variable that lives in a register at an instruction, or {@code null}. */
  public String localName(int register, int instruction) {
    String name = null;
    for (Local local : locals) {
      if (local.start() > instruction) {
        break;
      }
      if (local.register() == register && instruction < local.end()) {
        name = local.name();
      }
    }
    return name;
  }
}
