package dev.luakit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bill of materials lists the jars of the archives, and so do the licenses. */
class BillOfMaterialsTest {
  private JsonObject bill;
  private Path unpacked;

  @BeforeEach
  void read(@TempDir Path temp) throws Exception {
    bill = JsonParser.parseString(Files.readString(Release.file("bom.json"))).getAsJsonObject();
    Command.in(temp, "tar", "-xzf", Release.tar().toString()).run();
    unpacked = temp.resolve(Release.NAME);
  }

  private static String digest(JsonObject component) {
    for (JsonElement hash : component.getAsJsonArray("hashes")) {
      if (hash.getAsJsonObject().get("alg").getAsString().equals("SHA-256")) {
        return hash.getAsJsonObject().get("content").getAsString();
      }
    }
    throw new AssertionError(component);
  }

  private static String text(JsonObject component, String name) {
    return component.get(name).getAsString();
  }

  /** The names of the archive's jars, by their digests. */
  private SortedMap<String, String> jars() throws IOException {
    SortedMap<String, String> jars = new TreeMap<>();
    for (Path jar : Tree.files(unpacked.resolve("lib"))) {
      jars.put(Tree.sha256(jar), jar.getFileName().toString().replace(".jar", ""));
    }
    return jars;
  }

  @Test
  void each_jar_is_in_it_and_nothing_else() throws IOException {
    SortedMap<String, String> listed = new TreeMap<>();
    for (JsonElement component : bill.getAsJsonArray("components")) {
      JsonObject object = component.getAsJsonObject();
      listed.put(digest(object), text(object, "name"));
    }
    assertEquals(jars(), listed);
    assertTrue(listed.containsValue("luakit-gateway"));
  }

  @Test
  void each_of_them_has_a_version_an_address_and_a_license() {
    for (JsonElement component : bill.getAsJsonArray("components")) {
      JsonObject object = component.getAsJsonObject();
      assertFalse(text(object, "version").isEmpty());
      assertTrue(text(object, "purl").startsWith("pkg:maven/"));
      assertFalse(object.getAsJsonArray("licenses").isEmpty(), object.toString());
    }
  }

  @Test
  void it_does_not_say_when_it_was_made() {
    assertEquals("CycloneDX", text(bill, "bomFormat"));
    assertFalse(bill.has("serialNumber"));
    assertFalse(bill.getAsJsonObject("metadata").has("timestamp"));
  }

  @Test
  void the_licenses_of_all_jars_of_others_are_told() throws IOException {
    String told = Files.readString(unpacked.resolve("THIRD-PARTY.md"));
    for (JsonElement component : bill.getAsJsonArray("components")) {
      JsonObject object = component.getAsJsonObject();
      String name = text(object, "name");
      if (name.startsWith("luakit-")) {
        continue;
      }
      String row =
          told.lines()
              .filter(line -> line.matches("\\| (.*, )?" + name + "(, .*)? \\|.*"))
              .findAny()
              .orElseThrow(() -> new AssertionError(name));
      JsonObject first = object.getAsJsonArray("licenses").get(0).getAsJsonObject();
      String license =
          first.has("license") ? id(first.getAsJsonObject("license")) : text(first, "expression");
      assertTrue(row.contains(" | " + license), row);
    }
  }

  private static String id(JsonObject license) {
    return license.has("id") ? text(license, "id") : text(license, "name");
  }
}
