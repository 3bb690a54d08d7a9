package dev.luakit.cli.registry;

/** Who tells the user what happens. Called from several threads. */
public interface RegistryNotices {
  /**
   * Tells of something that may have to be put right.
   *
   * @param message one sentence, without a period
   * @param hint what to do, or null
   */
  void warn(String message, String hint);

  /** Shows how far the look-up is; what is shown takes the place of what was. */
  void progress(int done, int all);

  /** Removes what {@link #progress} has shown. */
  void endProgress();
}
