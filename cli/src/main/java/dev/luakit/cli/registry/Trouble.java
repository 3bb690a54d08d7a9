package dev.luakit.cli.registry;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What went wrong on the way to a server, in a few words for the user. */
final class Trouble {
  private Trouble() {}

  /** Why nothing came back. */
  static String reason(Throwable failure) {
    if (isUnknownHost(failure)) {
      return "there is no host of this name";
    }
    if (has(failure, HttpConnectTimeoutException.class)) {
      return "no connection within " + Deadline.CONNECT.toSeconds() + " seconds";
    }
    if (has(failure, HttpTimeoutException.class)) {
      return "no answer in time";
    }
    if (has(failure, Transport.TooLargeException.class)) {
      return failure.getMessage();
    }
    if (has(failure, CertificateException.class)) {
      return certificate(text(failure));
    }
    if (has(failure, SSLException.class)) {
      return "it does not speak TLS as it should";
    }
    String text = text(failure);
    if (text.contains("unreachable") || text.contains("no route")) {
      return "the network is unreachable";
    }
    if (has(failure, ConnectException.class)) {
      return "nobody listens there";
    }
    if (text.contains("407") || text.contains("proxy")) {
      return "the proxy in between refuses";
    }
    return "the connection broke off";
  }

  private static String certificate(String text) {
    if (text.contains("no subject alternative") || text.contains("no name matching")) {
      return "its certificate is for another host";
    }
    if (text.contains("expired") || text.contains("notafter") || text.contains("notbefore")) {
      return "its certificate has expired, or is not valid yet";
    }
    return "its certificate is signed by nobody whom this system trusts";
  }

  /** Whether the server was never reached. */
  static boolean isConnection(Throwable failure) {
    return has(failure, ConnectException.class) || isUnknownHost(failure);
  }

  private static boolean isUnknownHost(Throwable failure) {
    return has(failure, UnresolvedAddressException.class)
        || has(failure, UnknownHostException.class);
  }

  /**
   * Whether the server may answer to another scheme. One that never speaks TLS may leave whoever
   * tries to wait until the time for connecting is up.
   *
   * @param samePort whether that is at the same port
   */
  static boolean mayBeScheme(Throwable failure, boolean samePort) {
    if (has(failure, HttpConnectTimeoutException.class)) {
      return true;
    }
    return !isUnknownHost(failure)
        && !has(failure, HttpTimeoutException.class)
        && !(samePort && has(failure, ConnectException.class));
  }

  /** Whether the same may well work at once when it is tried again. */
  static boolean isPassing(Throwable failure) {
    return !isConnection(failure)
        && !has(failure, SSLException.class)
        && !has(failure, HttpTimeoutException.class)
        && !has(failure, Transport.TooLargeException.class)
        && (has(failure, SocketException.class)
            || has(failure, EOFException.class)
            || failure instanceof IOException && isBroken(text(failure)));
  }

  private static boolean isBroken(String text) {
    return text.contains("reset")
        || text.contains("closed")
        || text.contains("received no bytes")
        || text.contains("goaway")
        || text.contains("eof");
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    Throwable at = failure;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (type.isInstance(at)) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }

  /** All messages of a failure and its causes, in lower case. */
  private static String text(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Throwable at = failure;
    for (int depth = 0; at != null && depth < 20; depth++) {
      text.append(at.getMessage()).append('\n');
      at = at.getCause();
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
