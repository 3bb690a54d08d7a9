package dev.luakit.gateway;

import java.util.Map;
import java.util.TreeMap;

/** What BuildKit tells a frontend in its environment. */
final class FrontendOptions {
  private static final String OPTION = "BUILDKIT_FRONTEND_OPT_";

  private final TreeMap<String, String> options = new TreeMap<>();
  private final String sessionId;

  FrontendOptions(Map<String, String> environment) {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (variable.getKey().startsWith(OPTION)) {
        String option = variable.getValue();
        int equals = option.indexOf('=');
        if (equals < 0) {
          options.put(option, "");
        } else {
          options.put(option.substring(0, equals), option.substring(equals + 1));
        }
      }
    }
    String session = environment.get("BUILDKIT_SESSION_ID");
    sessionId = session == null ? "" : session;
  }

  /** The session that the build belongs to. */
  String session() {
    return sessionId;
  }

  /** The session that has a local directory. */
  String session(String directory) {
    return get("local-sessionid:" + directory, sessionId);
  }

  /** An option's value, or null where it is not given. */
  String get(String name) {
    return options.get(name);
  }

  /** An option's value, or {@code otherwise} where it is not given or empty. */
  String get(String name, String otherwise) {
    String value = options.get(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  /** The options whose names begin with {@code prefix}, by the rest of their names, sorted. */
  Map<String, String> all(String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (Map.Entry<String, String> option : options.tailMap(prefix).entrySet()) {
      if (!option.getKey().startsWith(prefix)) {
        break;
      }
      found.put(option.getKey().substring(prefix.length()), option.getValue());
    }
    return found;
  }
}
