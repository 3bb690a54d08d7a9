package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A registry of Docker's, as Debian's package {@code docker-registry} has it. */
public final class DockerRegistry implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
  private static final int MOST_MILLIS = 30_000;

  /** The user and the password of {@link #PASSWORDS}. */
  static final Credential.Password USER = new Credential.Password("lua", "open sesame:!");

  /** That password, hashed with bcrypt. */
  private static final String PASSWORDS =
      "lua:$2y$05$abcdefghijklmnopqrstuu.2JekXSHfaxahVaywZY.Hv3UZUOhEVC\n";

  private final Process process;
  private final int port;

  private DockerRegistry(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** A registry that everybody may read and write. */
  public static DockerRegistry start(Path folder) throws IOException, InterruptedException {
    return start(folder, "", "");
  }

  /** A registry for {@link #USER}. */
  public static DockerRegistry withPassword(Path folder) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("passwords"), PASSWORDS);
    String auth =
        """
        auth:
          htpasswd:
            realm: test
            path: %s
        """
            .formatted(file);
    return start(folder, auth, "");
  }

  /** A registry for those who have a token of an issuer's. */
  static DockerRegistry withTokens(Path folder, TokenIssuer issuer)
      throws IOException, InterruptedException {
    String auth =
        """
        auth:
          token:
            realm: %s
            service: %s
            issuer: %s
            rootcertbundle: %s
        """
            .formatted(
                issuer.realm(),
                TokenIssuer.SERVICE,
                TokenIssuer.NAME,
                issuer.identity().certificate());
    return start(folder, auth, "");
  }

  /** A registry that speaks TLS. */
  public static DockerRegistry withTls(Path folder, Identity identity)
      throws IOException, InterruptedException {
    String tls =
        """
          tls:
            certificate: %s
            key: %s
        """
            .formatted(identity.certificate(), identity.key());
    return start(folder, "", tls);
  }

  private static DockerRegistry start(Path folder, String auth, String tls)
      throws IOException, InterruptedException {
    String config =
        """
        version: 0.1
        log: { level: error }
        storage: { filesystem: { rootdirectory: /tmp/registry } }
        http:
          addr: 127.0.0.1:5000
        %s%s\
        """
            .formatted(tls, auth);
    return start(folder, config);
  }

  /**
   * A registry with a configuration of its own.
   *
   * @param config the configuration as YAML, whose port 5000 and folder {@code /tmp/registry} are
   *     replaced
   */
  public static DockerRegistry start(Path folder, String config)
      throws IOException, InterruptedException {
    if (System.getenv("CI") == null) {
      assumeTrue(Files.isExecutable(PROGRAM), "the package docker-registry is not installed");
    }
    int port = freePort();
    String own =
        config
            .replace(":5000", ":" + port)
            .replace("/tmp/registry", folder.resolve("registry-data").toString());
    Path file = Files.writeString(folder.resolve("registry.yml"), own);
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "serve", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("registry.log").toFile())
            .start();
    DockerRegistry registry = new DockerRegistry(process, port);
    registry.await(folder);
    return registry;
  }

  /** A port of this machine's that nobody listens at. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void await(Path folder) throws IOException, InterruptedException {
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000L;
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        new Socket("127.0.0.1", port).close();
        return;
      } catch (IOException e) {
        Thread.sleep(20);
      }
    }
    close();
    throw new AssertionError(
        "docker-registry does not start: " + Files.readString(folder.resolve("registry.log")));
  }

  /** Where it is, as {@code HOST:PORT}. */
  public String host() {
    return "127.0.0.1:" + port;
  }

  /** What puts images into it; everybody may. */
  public Pusher pusher() {
    return new Pusher("http://" + host(), null, null);
  }

  /** What puts images into one that speaks TLS. */
  public Pusher pusher(Identity identity) throws IOException {
    String certificate = Files.readString(identity.certificate());
    return new Pusher("https://" + host(), null, new Certificates(certificate, true).context());
  }

  /** What puts images into one for {@link #USER}. */
  public Pusher pusherWithPassword() {
    return new Pusher("http://" + host(), USER.header(), null);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
