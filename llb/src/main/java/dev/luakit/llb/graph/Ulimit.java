package dev.luakit.llb.graph;

/**
 * A limit on what a command's process may use.
 *
 * @param name the limit's name, such as {@code nofile}
 * @param soft the limit that the process may raise; -1 is unlimited
 * @param hard the most that it may raise it to; -1 is unlimited
 */
public record Ulimit(String name, long soft, long hard) {

  public Ulimit {
    if (name.isEmpty()) {
      throw new InvalidGraphException("the name of a ulimit must not be empty");
    }
    if (soft < -1 || hard < -1) {
      throw new InvalidGraphException("ulimit " + name + " must not be less than -1 (unlimited)");
    }
    if (hard != -1 && (soft == -1 || soft > hard)) {
      throw new InvalidGraphException(
          "the soft limit of ulimit " + name + " is above its hard limit");
    }
  }
}
