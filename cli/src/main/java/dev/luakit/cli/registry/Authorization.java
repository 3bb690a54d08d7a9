package dev.luakit.cli.registry;

/**
 * What is sent to prove who asks.
 *
 * @param header the header's value, or null for nothing; never shown
 * @param user whose it is, or null for everybody's
 */
record Authorization(String header, String user) {
  static final Authorization NONE = new Authorization(null, null);

  /** That the server refuses all the same. */
  RegistryFailure refused(ServerAddress address, String said) {
    String message =
        user == null
            ? "needs credentials, or is not there: " + said
            : "may not be read by " + user + ", or is not there: " + said;
    return new RegistryFailure(
        RegistryFailure.Kind.REFUSED,
        message,
        (user == null ? "log in with: " : "to log in as somebody else: ") + address.login());
  }

  @Override
  public String toString() {
    return user == null ? "nobody" : user;
  }
}
