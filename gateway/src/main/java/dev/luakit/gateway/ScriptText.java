package dev.luakit.gateway;

import com.google.protobuf.ByteString;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.SourceInfo;
import java.util.List;

/**
 * The script as it was found.
 *
 * @param file what messages call it: its path in the directory
 * @param text what it says
 * @param ignore what the file beside it says that is named like it, with {@code .dockerignore}
 *     behind; null where there is none
 * @param lock what the lock file beside it says; null where there is none
 * @param definition how the daemon got it
 * @param directory where it was found
 */
record ScriptText(
    String file,
    byte[] text,
    byte[] ignore,
    byte[] lock,
    Definition definition,
    Directory directory) {
  private static final String LANGUAGE = "Lua";

  /** The part of its path that is the directory that modules are found in, with a slash. */
  String folder() {
    return folder(file);
  }

  /** The same of any path. */
  static String folder(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  /** Its place in BuildKit's words. */
  SourceInfo info() {
    return info(file, text).toBuilder().setDefinition(definition).build();
  }

  /** The place of another file. */
  static SourceInfo info(String file, byte[] text) {
    return SourceInfo.newBuilder()
        .setFilename(file)
        .setData(ByteString.copyFrom(text))
        .setLanguage(LANGUAGE)
        .build();
  }

  /** The digest of the operation that got it: what the build's progress shows warnings at. */
  String digest() {
    List<ByteString> operations = definition.getDefList();
    return Definitions.terminalInput(operations.getLast());
  }
}
