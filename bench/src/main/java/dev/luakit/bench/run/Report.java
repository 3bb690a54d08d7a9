package dev.luakit.bench.run;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one run of the suite measured.
 *
 * @param date when, in UTC, such as {@code 2026-01-31T12-00-00Z}; the file's name too
 * @param commit what of, or empty where that is not known; ends with {@code +} where more was
 *     changed
 * @param processor the machine's
 * @param load how many programs wanted to run on the machine, before and after, or empty
 * @param mode {@code quick} or {@code full}
 * @param left what was left out, and why
 * @param measurements in the table's order, each name once
 */
record Report(
    String date,
    String commit,
    String processor,
    String load,
    String mode,
    List<String> left,
    List<Measurement> measurements) {
  /** Everything that was kept, from the first to the last. */
  static List<Report> history(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<Report> reports = new ArrayList<>();
    for (Path file : files) {
      reports.add(read(Files.readString(file)));
    }
    return reports;
  }

  /**
   * Reads a report.
   *
   * @throws RuntimeException if it is none
   */
  static Report read(String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    List<String> left = new ArrayList<>();
    for (JsonElement each : json.getAsJsonArray("left")) {
      left.add(each.getAsString());
    }
    List<Measurement> measurements = new ArrayList<>();
    for (JsonElement each : json.getAsJsonArray("measurements")) {
      JsonObject measured = each.getAsJsonObject();
      measurements.add(
          new Measurement(
              measured.get("name").getAsString(),
              measured.get("value").getAsDouble(),
              measured.get("spread").getAsDouble(),
              measured.get("unit").getAsString(),
              measured.get("reference").getAsString()));
    }
    return new Report(
        json.get("date").getAsString(),
        json.get("commit").getAsString(),
        json.get("processor").getAsString(),
        json.get("load").getAsString(),
        json.get("mode").getAsString(),
        left,
        measurements);
  }

  /** Writes it as a file of a folder. */
  void write(Path folder) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("date", date);
    json.addProperty("commit", commit);
    json.addProperty("processor", processor);
    json.addProperty("load", load);
    json.addProperty("mode", mode);
    JsonArray reasons = new JsonArray();
    left.forEach(reasons::add);
    json.add("left", reasons);
    JsonArray all = new JsonArray();
    for (Measurement measurement : measurements) {
      JsonObject measured = new JsonObject();
      measured.addProperty("name", measurement.name());
      measured.addProperty("value", measurement.value());
      measured.addProperty("spread", measurement.spread());
      measured.addProperty("unit", measurement.unit());
      measured.addProperty("reference", measurement.reference());
      all.add(measured);
    }
    json.add("measurements", all);
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(date + ".json"),
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n");
  }

  /** A measurement by its name, or null. */
  Measurement find(String name) {
    for (Measurement measurement : measurements) {
      if (measurement.name().equals(name)) {
        return measurement;
      }
    }
    return null;
  }

  /**
   * How many times its reference a measurement is.
   *
   * @return not a number where it has none
   * @throws IllegalStateException if its reference was not measured
   */
  double ratio(Measurement measurement) {
    if (measurement.reference().isEmpty()) {
      return Double.NaN;
    }
    Measurement reference = find(measurement.reference());
    if (reference == null) {
      throw new IllegalStateException(
          measurement.name() + " is told by " + measurement.reference() + ", which is missing");
    }
    return measurement.value() / reference.value();
  }
}
