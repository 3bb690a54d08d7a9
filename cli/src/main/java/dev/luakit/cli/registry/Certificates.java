package dev.luakit.cli.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whose word is taken for who a server is.
 *
 * @param pem the authorities' certificates, or null for those that Java comes with
 * @param checked whether anybody's word is needed
 */
record Certificates(String pem, boolean checked) {
  /** Everybody is who they say. */
  static final Certificates ANY = new Certificates(null, false);

  /** Where systems keep the certificates of all authorities that their users trust. */
  private static final List<String> SYSTEM =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/ssl/cert.pem");

  /**
   * The authorities of the system, as Docker and BuildKit take them.
   *
   * @param file the value of {@code SSL_CERT_FILE}, or empty
   */
  static Certificates ofSystem(String file) {
    for (String path : file.isEmpty() ? SYSTEM : List.of(file)) {
      try {
        return new Certificates(Files.readString(Path.of(path), StandardCharsets.ISO_8859_1), true);
      } catch (IOException | InvalidPathException e) {
        continue; // Another system's place.
      }
    }
    return new Certificates(null, true);
  }

  /**
   * These and those in files.
   *
   * @throws RegistryConfigException if a file can't be read, or holds no certificate
   */
  Certificates and(List<String> files) {
    if (files.isEmpty() || !checked) {
      return this;
    }
    StringBuilder all = new StringBuilder(pem == null ? "" : pem);
    for (String file : files) {
      try {
        String text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        read(text);
        all.append('\n').append(text).append('\n');
      } catch (IOException | InvalidPathException | GeneralSecurityException e) {
        throw new RegistryConfigException("cannot read certificates from " + file);
      }
    }
    return new Certificates(all.toString(), true);
  }

  /** The same for the JDK's own client. */
  SSLContext context() {
    try {
      if (checked && pem == null) {
        return SSLContext.getDefault();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, checked ? managers() : new TrustManager[] {new Anybody()}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new RegistryConfigException("cannot read the system's certificates");
    }
  }

  private TrustManager[] managers() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    for (Certificate certificate : read(pem)) {
      store.setCertificateEntry("ca-" + count++, certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static List<Certificate> read(String pem) throws GeneralSecurityException {
    byte[] bytes = pem.getBytes(StandardCharsets.ISO_8859_1);
    var found =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bytes));
    if (found.isEmpty()) {
      throw new GeneralSecurityException("no certificate");
    }
    return List.copyOf(found);
  }

  /** Believes everybody. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
  }
}
