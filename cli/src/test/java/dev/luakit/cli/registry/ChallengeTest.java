package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How servers say how they want to be told who asks. */
class ChallengeTest {
  private static Challenge challenge(String... headers) {
    return Challenge.of(List.of(headers));
  }

  @Test
  void parameters_come_in_any_order_with_quotes_or_without() {
    Map<String, String> expected = Map.of("realm", "https://a/t?x=1,2", "service", "s");
    assertEquals(
        new Challenge("bearer", expected),
        challenge("Bearer realm=\"https://a/t?x=1,2\",service=\"s\""));
    assertEquals(
        new Challenge("bearer", expected),
        challenge("BEARER  service=s ,  Realm=\"https://a/t?x=1\\,2\""));
  }

  @Test
  void tokens_are_preferred_to_passwords() {
    assertEquals("bearer", challenge("Basic realm=\"x\"", "Bearer realm=\"https://a/t\"").scheme());
    assertEquals("basic", challenge("Negotiate", "Basic realm=\"x\"").scheme());
    assertEquals("basic", challenge("Bearer service=\"no realm\"", "basic").scheme());
  }

  @Test
  void what_is_not_understood_is_none() {
    assertNull(challenge());
    assertNull(challenge("Negotiate", "Bearer", "", "Digest realm=\"x\""));
    assertNull(challenge("Bearer realm"));
    assertEquals("", challenge("Basic realm=\"open").parameter("service"));
  }
}
