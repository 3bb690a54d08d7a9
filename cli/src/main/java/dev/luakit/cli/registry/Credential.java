package dev.luakit.cli.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What proves to a registry who asks. It is never shown. */
sealed interface Credential {
  /** A user and a password, or what the registry takes for one. */
  record Password(String user, String password) implements Credential {
    /** The header that sends it. */
    String header() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
      return "a password";
    }
  }

  /** What a token server gives tokens for, in place of a password. */
  record RefreshToken(String token) implements Credential {
    @Override
    public String toString() {
      return "a refresh token";
    }
  }
}
