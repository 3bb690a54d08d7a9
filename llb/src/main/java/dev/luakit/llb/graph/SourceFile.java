package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import dev.luakit.llb.wire.Utf8;

/**
 * A file of the script, so that BuildKit can show the lines an operation comes from. Two files are
 * the same one only if they are the same object.
 */
public final class SourceFile {
  private final String name;
  private final byte[] data;
  private final String language;

  /**
   * Creates a file.
   *
   * @param name its name relative to the script's directory, a byte string; one that is not UTF-8
   *     is shown with question marks
   * @param data its content, which must not change any more
   * @param language the language's name, such as {@code Lua}
   */
  public SourceFile(String name, byte[] data, String language) {
    this.name = Utf8.isWellFormed(name) ? name : printable(name);
    this.data = data;
    this.language = language;
  }

  private static String printable(String name) {
    StringBuilder out = new StringBuilder(name);
    for (int i = 0; i < out.length(); i++) {
      if (out.charAt(i) > 0x7E) {
        out.setCharAt(i, '?');
      }
    }
    return out.toString();
  }

  /** The file's name relative to the script's directory. */
  public String name() {
    return name;
  }

  /** The file's content; not to be changed. */
  public byte[] data() {
    return data;
  }

  void write(ProtoWriter out, int field) {
    int message = out.begin(field);
    out.string(1, "the name of a source file", name);
    out.bytes(2, data);
    out.string(4, "the language of a source file", language);
    out.end(message);
  }
}
