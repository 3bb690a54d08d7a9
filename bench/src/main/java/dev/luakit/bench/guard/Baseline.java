package dev.luakit.bench.guard;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all workloads took at some time.
 *
 * @param processor the machine's, on which the ratios depend a little
 * @param workloads by name
 */
record Baseline(String processor, Map<String, Measured> workloads) {
  static Baseline read(Path file) throws IOException {
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    Map<String, Measured> workloads = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : json.getAsJsonObject("workloads").entrySet()) {
      JsonObject measured = entry.getValue().getAsJsonObject();
      workloads.put(
          entry.getKey(),
          new Measured(
              measured.get("ratio").getAsDouble(),
              measured.get("bytes").getAsDouble(),
              measured.get("steps").getAsLong(),
              measured.get("count").getAsLong()));
    }
    return new Baseline(json.get("processor").getAsString(), workloads);
  }

  void write(Path file) throws IOException {
    JsonObject all = new JsonObject();
    for (Map.Entry<String, Measured> workload : workloads.entrySet()) {
      JsonObject measured = new JsonObject();
      measured.addProperty("ratio", Math.round(workload.getValue().ratio() * 1e4) / 1e4);
      measured.addProperty("bytes", Math.round(workload.getValue().bytes()));
      measured.addProperty("steps", workload.getValue().steps());
      measured.addProperty("count", workload.getValue().count());
      all.add(workload.getKey(), measured);
    }
    JsonObject json = new JsonObject();
    json.addProperty("processor", processor);
    json.add("workloads", all);
    Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n");
  }

  /** The least of each workload: noise only ever adds. */
  static Baseline least(List<Baseline> all) {
    Map<String, Measured> least = new LinkedHashMap<>();
    for (Baseline each : all) {
      for (Map.Entry<String, Measured> workload : each.workloads().entrySet()) {
        least.merge(workload.getKey(), workload.getValue(), Measured::least);
      }
    }
    return new Baseline(all.getFirst().processor(), least);
  }
}
