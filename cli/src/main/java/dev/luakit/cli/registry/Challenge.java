package dev.luakit.cli.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a server wants to be told who asks: what a {@code WWW-Authenticate} header says.
 *
 * @param scheme in lower case: {@code basic} or {@code bearer}
 * @param parameters by their names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
  /** Of several challenges the one that tokens are for, else the one for a password; or null. */
  static Challenge of(List<String> headers) {
    Challenge found = null;
    for (String header : headers) {
      Challenge challenge = parse(header);
      if (challenge.scheme.equals("bearer") && !challenge.parameter("realm").isEmpty()) {
        return challenge;
      }
      if (challenge.scheme.equals("basic")) {
        found = challenge;
      }
    }
    return found;
  }

  /** Reads {@code SCHEME name="value", name=value}; what is not of that form is passed over. */
  private static Challenge parse(String header) {
    String text = header.strip();
    int space = text.indexOf(' ');
    String scheme = space < 0 ? text : text.substring(0, space);
    Map<String, String> parameters = new HashMap<>();
    int at = space < 0 ? text.length() : space;
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String name = text.substring(at, equals).replace(',', ' ').strip().toLowerCase(Locale.ROOT);
      StringBuilder value = new StringBuilder();
      at = equals + 1;
      if (at < text.length() && text.charAt(at) == '"') {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
          if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            at++;
          }
          value.append(text.charAt(at++));
        }
        at++;
      } else {
        while (at < text.length() && text.charAt(at) != ',') {
          value.append(text.charAt(at++));
        }
      }
      parameters.put(name, value.toString().strip());
    }
    return new Challenge(scheme.toLowerCase(Locale.ROOT), parameters);
  }

  /** A parameter, or empty. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }
}
