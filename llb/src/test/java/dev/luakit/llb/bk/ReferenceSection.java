package dev.luakit.llb.bk;

import java.util.List;

/**
 * A part of the reference.
 *
 * @param title the heading
 * @param intro what the functions have in common, in Markdown
 */
record ReferenceSection(String title, String intro, List<Signature> functions) {
  /** All parts, in which each function stands once. */
  static List<ReferenceSection> all() {
    return List.of(
        new ReferenceSection(
            "Sources",
            "Where files come from. Each function returns a state that is made of nothing else.",
            List.of(SourceFunctions.ALL)),
        new ReferenceSection(
            "Commands",
            "What runs in a state's file system.",
            List.of(StateMethods.RUN, StateMethods.GET_MOUNT)),
        new ReferenceSection(
            "Mounts",
            "What a command finds at a path, and no file system keeps. The functions return mounts"
                + " for the option `mounts` of `state:run`; the same one may be given to several"
                + " commands.",
            List.of(MountFunctions.ALL)),
        new ReferenceSection(
            "Files",
            "Changes to a state's files for which no command runs, so that nothing is needed in it:"
                + " no shell, not even a program. A relative path is seen from the state's working"
                + " directory.\n\n"
                + "A mode is octal digits, as `chmod` takes them: `\"0755\"` or `755`. (Lua has no"
                + " octal numbers; a number is read by its digits, so that `0755` means what it"
                + " looks like.)",
            List.of(FileMethods.ALL)),
        new ReferenceSection(
            "Several states in one",
            "What makes one state of several, without a copy of their files.",
            List.of(GraphFunctions.MERGE, GraphFunctions.DIFF)),
        new ReferenceSection(
            "What holds for later commands",
            "An image says in which environment, directory and as whom its commands run. A state"
                + " takes that over from the image it comes from, and these methods change it. What"
                + " `state:run` is given counts for that command only.",
            List.of(StateMethods.WITH_ENV, StateMethods.WITH_WORKDIR, StateMethods.WITH_USER)),
        new ReferenceSection(
            "The build's progress and cache",
            "What is said about an operation, and not part of it.",
            List.of(StateMethods.WITH_METADATA)),
        new ReferenceSection(
            "The result",
            "What is built, and what is said of the image made of it.",
            List.of(GraphFunctions.EXPORT)),
        new ReferenceSection(
            "Platforms and arguments",
            "What a script knows of the build.",
            List.of(GraphFunctions.PLATFORM, GraphFunctions.ARG)));
  }
}
