package dev.luakit.gateway;

/** A client asks for something that this frontend does not know. */
final class UnsupportedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String request;

  UnsupportedRequestException(String request) {
    super("unsupported request " + request);
    this.request = request;
  }

  String request() {
    return request;
  }
}
