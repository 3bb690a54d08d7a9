package dev.luakit.llb.graph;

/**
 * An environment variable whose value is a secret, which the definition does not hold.
 *
 * @param name the variable's name
 * @param id the secret's ID
 * @param optional whether the command runs without it where the secret is not given
 */
public record SecretEnv(String name, String id, boolean optional) {

  public SecretEnv {
    if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
      throw new InvalidGraphException(
          "a secret can't be an environment variable of the name \"" + name + "\"");
    }
    if (id.isEmpty()) {
      throw new InvalidGraphException("the ID of the secret for " + name + " must not be empty");
    }
  }
}
