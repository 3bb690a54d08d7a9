package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which proxy is in between. */
class ProxyVariablesTest {
  private static ProxyVariables proxies(Map<String, String> environment) {
    return ProxyVariables.of(new RegistryOptions(false, List.of(), List.of(), null, environment));
  }

  private static String proxy(ProxyVariables proxies, String uri) {
    var address = proxies.select(URI.create(uri)).getFirst().address();
    return address == null ? "none" : address.toString().replace("/<unresolved>", "");
  }

  @Test
  void each_scheme_has_its_own() {
    ProxyVariables both =
        proxies(Map.of("HTTPS_PROXY", "http://secure:3128", "http_proxy", "plain:8080/"));
    assertEquals("secure:3128", proxy(both, "https://registry-1.docker.io/v2/"));
    assertEquals("plain:8080", proxy(both, "http://registry.example.com/"));
    ProxyVariables one = proxies(Map.of("HTTPS_PROXY", "big", "https_proxy", "small"));
    assertEquals("small:80", proxy(one, "https://a.example.com"));
    assertEquals("none", proxy(one, "http://a.example.com"));
    assertNull(proxies(Map.of("NO_PROXY", "*")));
  }

  @Test
  void this_machine_and_what_is_excluded_have_none() {
    ProxyVariables proxies =
        proxies(
            Map.of(
                "HTTPS_PROXY",
                "p",
                "NO_PROXY",
                "example.com, .internal,*.corp,10.0.0.0/8,one:5000,fd00::/8"));
    for (String none :
        List.of(
            "localhost:5000",
            "127.0.0.1",
            "example.com",
            "a.example.com:5000",
            "x.internal",
            "y.corp",
            "10.255.0.1:5000",
            "one:5000",
            "[fd00::1]")) {
      assertEquals("none", proxy(proxies, "https://" + none + "/v2/"), none);
    }
    for (String some : List.of("anexample.com", "11.0.0.1", "one", "two:5000", "[fe00::1]")) {
      assertEquals("p:80", proxy(proxies, "https://" + some + "/v2/"), some);
    }
    assertEquals("none", proxy(proxies(Map.of("HTTPS_PROXY", "p", "NO_PROXY", "*")), "https://a"));
  }

  @Test
  void one_that_can_not_be_used_is_an_error_that_tells_no_password() {
    for (String value :
        List.of(
            "http://user:secret@proxy:1", "socks5://proxy:1", "https://proxy", "::", "http://")) {
      var e =
          assertThrows(
              RegistryConfigException.class, () -> proxies(Map.of("HTTPS_PROXY", value)), value);
      assertEquals(
          "HTTPS_PROXY in the environment is not of the form http://HOST[:PORT], which is all that"
              + " is supported",
          e.getMessage());
      assertFalse(e.getMessage().contains("secret"));
    }
  }
}
