package dev.luakit.vm.code;

/**
 * A compiled function, shared by all closures made of it and never changed. The arrays belong to
 * it.
 *
 * @param code instructions, see {@link Opcode}
 * @param constants strings and numbers
 * @param inner the functions defined in it
 * @param upvalues where a new closure finds its upvalues
 * @param parameters number of named parameters
 * @param vararg whether it takes more than those
 * @param needsArg whether the extra ones are also collected in a table named {@code arg}, in the
 *     register behind the parameters
 * @param registers number of registers it needs
 * @param debug names and positions
 */
public record Prototype(
    int[] code,
    Object[] constants,
    Prototype[] inner,
    Upvalue[] upvalues,
    int parameters,
    boolean vararg,
    boolean needsArg,
    int registers,
    DebugInfo debug) {

  /**
   * Where an upvalue comes from when a closure is made.
   *
   * @param kind the place
   * @param index register or upvalue number in the function that makes the closure
   * @param name the variable's name
   */
  public record Upvalue(Kind kind, int index, String name) {
    /** The places. */
    public enum Kind {
      /** A register of the enclosing function (which holds the value, or the cell with it). */
      REGISTER,
      /** An upvalue of the enclosing function. */
      UPVALUE,
      /** The new closure itself: {@code local function f} that mentions {@code f}. */
      SELF
    }
  }
}
