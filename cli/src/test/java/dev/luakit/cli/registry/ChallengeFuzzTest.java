package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever a server wants to know of who asks, one header to a line, it is understood or not. */
class ChallengeFuzzTest {
  @FuzzTest
  void anyHeadersAreAChallengeOrNone(byte[] bytes) {
    List<String> headers = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    Challenge challenge = Challenge.of(headers);
    if (challenge != null) {
      String scheme = challenge.scheme();
      assertTrue(scheme.equals("basic") || !challenge.parameter("realm").isEmpty(), scheme);
    }
    for (String header : headers) {
      HostName host = HostName.parse(header);
      if (host != null) {
        assertTrue(host.equals(HostName.parse(host.toString())), header);
      }
      AddressRange.contains(header, "10.0.0.1");
    }
  }
}
