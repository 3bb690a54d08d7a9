package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;

/**
 * A range of a source file: that of a call.
 *
 * @param file the file
 * @param startLine the line of the first character, from 1
 * @param startColumn the bytes before it in its line, from 0
 * @param endLine the line where the range ends, from 1
 * @param endColumn the bytes of the range and before it in that line, from 0
 */
public record Location(
    SourceFile file, int startLine, int startColumn, int endLine, int endColumn) {

  // By hand, since what the compiler gives a record is put together at run time, in milliseconds.
  @Override
  public boolean equals(Object other) {
    return other instanceof Location that
        && file == that.file
        && startLine == that.startLine
        && startColumn == that.startColumn
        && endLine == that.endLine
        && endColumn == that.endColumn;
  }

  @Override
  public int hashCode() {
    return (startLine * 31 + startColumn) * 31 + endLine * 31 + endColumn;
  }

  void write(ProtoWriter out, int field, int fileIndex) {
    int message = out.begin(field);
    out.integer(1, fileIndex);
    int range = out.begin(2);
    position(out, 1, startLine, startColumn);
    position(out, 2, endLine, endColumn);
    out.end(range);
    out.end(message);
  }

  private static void position(ProtoWriter out, int field, int line, int column) {
    int message = out.begin(field);
    out.integer(1, line);
    out.integer(2, column);
    out.end(message);
  }
}
