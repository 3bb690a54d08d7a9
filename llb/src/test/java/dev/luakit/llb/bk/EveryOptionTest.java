package dev.luakit.llb.bk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.luakit.llb.Build;
import dev.luakit.llb.graph.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is declared that does nothing, or that no recording proves: each parameter, option and
 * field is given by a script whose definition, or configuration, was recorded, and which makes
 * another one without it, another one exactly in the field that is declared.
 *
 * <p>That the scripts make what was recorded is what {@code RecordedScriptsTest} sees to.
 */
class EveryOptionTest {
  @Test
  void isGivenInARecordingThatWouldDifferWithoutIt(@TempDir Path folder) throws IOException {
    List<Path> paths = new ArrayList<>(Recording.definitions());
    paths.addAll(Recording.configurations());
    List<TracedScript> scripts = new ArrayList<>();
    for (Path path : paths) {
      scripts.add(new TracedScript(path, folder));
    }
    List<String> untested = new ArrayList<>();
    for (Declared declared : Declared.all()) {
      Set<String> unseen = new HashSet<>(declared.goesTo());
      boolean differs = false;
      for (TracedScript script : scripts) {
        if (differs && unseen.isEmpty()) {
          break;
        }
        if (script.given().contains(declared.toString())) {
          Build without = script.without(declared);
          Set<String> differences =
              without == null ? Set.of() : Differences.between(script.build(), without);
          differs |= without == null || !differences.isEmpty();
          unseen.removeAll(differences);
        }
      }
      if (!differs) {
        untested.add(declared + " is in no recording that would differ without it");
      } else if (!unseen.isEmpty()) {
        untested.add(declared + " does not reach " + String.join(", ", unseen));
      }
    }
    assertEquals("", String.join("\n", untested));
  }
}
