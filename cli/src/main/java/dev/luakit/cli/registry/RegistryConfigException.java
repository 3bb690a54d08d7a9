package dev.luakit.cli.registry;

/** An option or a configuration file that says where to look images up makes no sense. */
public final class RegistryConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RegistryConfigException(String message) {
    super(message, null, false, false);
  }
}
