package dev.luakit.gateway;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.luakit.proto.gateway.CacheOptionsEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where results of earlier builds may be found. */
final class CacheImports {
  private CacheImports() {}

  /**
   * Reads the options {@code cache-imports}, a JSON array of types and attributes, and {@code
   * cache-from}, an older one, which lists images with commas between.
   *
   * @throws FrontendException if they can't be read
   */
  static List<CacheOptionsEntry> parse(FrontendOptions options) {
    List<CacheOptionsEntry> caches = new ArrayList<>();
    String json = options.get("cache-imports", "");
    if (!json.isEmpty()) {
      try {
        for (JsonElement cache : JsonParser.parseString(json).getAsJsonArray()) {
          caches.add(cache(cache.getAsJsonObject()));
        }
      } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
        throw new FrontendException("cache-imports: can't be read: " + e.getMessage());
      }
    }
    String images = options.get("cache-from", "");
    if (!images.isEmpty()) {
      for (String image : images.split(",")) {
        caches.add(
            CacheOptionsEntry.newBuilder().setType("registry").putAttrs("ref", image).build());
      }
    }
    return caches;
  }

  private static CacheOptionsEntry cache(JsonObject json) {
    CacheOptionsEntry.Builder cache = CacheOptionsEntry.newBuilder();
    for (Map.Entry<String, JsonElement> member : json.entrySet()) {
      if (member.getKey().equalsIgnoreCase("type")) {
        cache.setType(member.getValue().getAsString());
      } else if (member.getKey().equalsIgnoreCase("attrs") && member.getValue().isJsonObject()) {
        for (Map.Entry<String, JsonElement> attribute :
            member.getValue().getAsJsonObject().entrySet()) {
          cache.putAttrs(attribute.getKey(), attribute.getValue().getAsString());
        }
      }
    }
    return cache.build();
  }
}
