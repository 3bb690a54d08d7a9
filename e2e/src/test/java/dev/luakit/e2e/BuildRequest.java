package dev.luakit.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One build of a script.
 *
 * @param script the script's file
 * @param context the folder that is {@code bk.local_("context")}
 * @param arguments build arguments by name
 * @param secrets the files of secrets by ID
 * @param agents the sockets of SSH agents by ID
 * @param allowed what the user consents to, such as {@code network.host}
 * @param output what is made of the result
 */
record BuildRequest(
    Path script,
    Path context,
    Map<String, String> arguments,
    Map<String, Path> secrets,
    Map<String, Path> agents,
    List<String> allowed,
    Output output) {

  /** What is made of a build's result. */
  sealed interface Output {
    /** Nothing: the build is all. */
    record Nothing() implements Output {}

    /** The files in a folder, which is made. */
    record Files(Path folder) implements Output {}

    /** The files in a tar archive, with owners and modes. */
    record Tree(Path archive) implements Output {}

    /** An image, in the archive that {@code docker load} takes. */
    record Image(Path archive) implements Output {}
  }
}
