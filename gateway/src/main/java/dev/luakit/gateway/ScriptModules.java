package dev.luakit.gateway;

import dev.luakit.stdlib.ModuleLoader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The modules of a script, which are beside it, or else in the build's context. Each is transferred
 * when it is first required, with whatever else may be meant by its name, and then kept.
 */
final class ScriptModules implements ModuleLoader {
  private static final String SUFFIX = ".lua";
  private static final String INIT = "/init.lua";
  private static final String VENDORED = "luakit_modules/";

  private final FileReader reader;
  private final List<Place> places;

  /** The texts by path; null for one that is known not to be there. */
  private final Map<String, byte[]> texts = new HashMap<>();

  /** What the daemon calls the transfers that a path is among, one for each place. */
  private final Map<String, List<String>> transfers = new HashMap<>();

  /**
   * A directory that modules are found in.
   *
   * @param folder the path of the modules' own directory in it, with a slash, or empty
   */
  record Place(Directory directory, String folder) {}

  /**
   * @param places the directories, the first of which wins
   */
  ScriptModules(FileReader reader, List<Place> places) {
    this.reader = reader;
    this.places = places;
  }

  @Override
  public synchronized byte[] read(String path) throws IOException {
    if (!texts.containsKey(path)) {
      texts.put(path, fetch(path));
    }
    byte[] text = texts.get(path);
    return text == null ? null : text.clone();
  }

  private byte[] fetch(String path) throws IOException {
    if (!transfers.containsKey(path)) {
      transfer(path);
    }
    List<String> refs = transfers.get(path);
    for (int i = 0; i < refs.size(); i++) {
      String ref = refs.get(i);
      byte[] text = ref.isEmpty() ? null : reader.read(ref, places.get(i).folder() + path);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private void transfer(String path) {
    List<String> candidates = candidates(path);
    List<String> refs = new ArrayList<>();
    for (Place place : places) {
      List<String> paths = new ArrayList<>();
      for (String candidate : candidates) {
        paths.add(place.folder() + candidate);
      }
      refs.add(open(place, paths, path));
    }
    for (String candidate : candidates) {
      transfers.put(candidate, refs);
    }
  }

  private String open(Place place, List<String> paths, String path) {
    try {
      return reader.open(place.directory(), paths, "load module " + path);
    } catch (BridgeException e) {
      return ""; // A build may be given no such directory, and then it has no modules in it.
    }
  }

  /** All paths that are tried for the module that one of them is tried for. */
  private static List<String> candidates(String path) {
    String stem = path.startsWith(VENDORED) ? path.substring(VENDORED.length()) : path;
    if (stem.endsWith(INIT)) {
      stem = stem.substring(0, stem.length() - INIT.length());
    } else if (stem.endsWith(SUFFIX)) {
      stem = stem.substring(0, stem.length() - SUFFIX.length());
    }
    List<String> candidates = new ArrayList<>();
    candidates.add(stem + SUFFIX);
    candidates.add(stem + INIT);
    candidates.add(VENDORED + stem + SUFFIX);
    candidates.add(VENDORED + stem + INIT);
    if (!candidates.contains(path)) {
      candidates.add(path);
    }
    return candidates;
  }

  @Override
  public String shown(String path) {
    return places.getFirst().folder() + path;
  }

  /** The text of a module by what messages call it; null where none of that name was read. */
  synchronized byte[] text(String shown) {
    String folder = places.getFirst().folder();
    return shown.startsWith(folder) ? texts.get(shown.substring(folder.length())) : null;
  }
}
