package dev.luakit.cli.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * A program that knows passwords, as {@code docker login} keeps them: {@code
 * docker-credential-NAME}.
 *
 * @param name the program's name behind {@code docker-credential-}
 * @param path the variable {@code PATH}
 */
record CredentialHelper(String name, String path) {
  /** The user's name that stands for "this is no password but a refresh token". */
  private static final String TOKEN_USER = "<token>";

  private static final long MOST_SECONDS = 10;
  private static final int MOST_BYTES = 64 << 10;

  /** It can't be asked. The message is for the user. */
  static final class BrokenHelperException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenHelperException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Asks for what it knows of a server.
   *
   * @return null if it knows nothing
   */
  Credential get(String server) throws BrokenHelperException {
    Path program = program();
    if (program == null) {
      throw new BrokenHelperException(
          fileName() + " is not installed, though Docker's configuration names it");
    }
    Process process;
    try {
      process =
          new ProcessBuilder(program.toString(), "get")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new BrokenHelperException(program.getFileName() + " can't be started");
    }
    try {
      byte[] out = converse(process, server);
      return credential(process, new String(out, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  private String fileName() {
    return "docker-credential-" + name;
  }

  /** The program, or null if there is none. */
  private Path program() {
    if (name.matches("[A-Za-z0-9._-]+")) {
      for (String folder : path.split(":")) {
        try {
          Path program = Path.of(folder.isEmpty() ? "." : folder, fileName());
          if (Files.isRegularFile(program) && Files.isExecutable(program)) {
            return program;
          }
        } catch (InvalidPathException e) {
          continue;
        }
      }
    }
    return null;
  }

  /** Tells it the server and hears it out. */
  private byte[] converse(Process process, String server) throws BrokenHelperException {
    Callable<byte[]> talk =
        () -> {
          try (OutputStream in = process.getOutputStream()) {
            in.write(server.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            return new byte[0]; // It has ended without asking, and its exit code tells.
          }
          try (InputStream out = process.getInputStream()) {
            return out.readNBytes(MOST_BYTES);
          }
        };
    FutureTask<byte[]> task = new FutureTask<>(talk);
    Thread.ofVirtual().start(task);
    try {
      byte[] out = task.get(MOST_SECONDS, TimeUnit.SECONDS);
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        return out;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      throw new BrokenHelperException(
          fileName() + " has not answered for " + MOST_SECONDS + " seconds");
    } catch (ExecutionException e) {
      throw new BrokenHelperException(fileName() + " has broken off");
    }
    throw new BrokenHelperException(fileName() + " does not end");
  }

  private Credential credential(Process process, String out) throws BrokenHelperException {
    if (process.exitValue() != 0) {
      if (out.contains("credentials not found") || out.contains("no credentials")) {
        return null;
      }
      throw new BrokenHelperException(
          fileName() + " has failed with exit code " + process.exitValue());
    }
    JsonNode json = Json.read(out.getBytes(StandardCharsets.UTF_8));
    if (json == null || !json.isObject()) {
      throw new BrokenHelperException(fileName() + " answers with something that is not JSON");
    }
    String user = Json.text(json, "Username");
    String secret = Json.text(json, "Secret");
    if (secret.isEmpty()) {
      return null;
    }
    return user.equals(TOKEN_USER)
        ? new Credential.RefreshToken(secret)
        : new Credential.Password(user, secret);
  }
}
