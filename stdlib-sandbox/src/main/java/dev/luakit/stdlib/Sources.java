package dev.luakit.stdlib;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The source of each chunk that was loaded, by the name that messages call it: what an error's
 * excerpt and the source map of a definition quote from.
 */
public final class Sources {
  private final Map<String, Source> sources = new LinkedHashMap<>();

  /**
   * A source.
   *
   * @param ambiguous whether other chunks of the same name have had another text
   */
  private record Source(String file, byte[] text, boolean ambiguous) {}

  /**
   * Keeps a source; one of the same name that is there already gives way to it.
   *
   * @param chunkName a byte string
   * @param file how the user calls the file, or whatever else the source comes from
   */
  public void add(String chunkName, String file, byte[] text) {
    Source before = sources.get(chunkName);
    boolean ambiguous = before != null && (before.ambiguous || !Arrays.equals(before.text, text));
    sources.put(chunkName, new Source(file, text.clone(), ambiguous));
  }

  /** The chunk's bytes, or {@code null} if no chunk of that name was loaded. */
  public byte[] get(String chunkName) {
    Source source = sources.get(chunkName);
    return source == null ? null : source.text.clone();
  }

  /** How the user calls the chunk's file, or {@code null} if no chunk of that name was loaded. */
  String file(String chunkName) {
    Source source = sources.get(chunkName);
    return source == null ? null : source.file;
  }

  /** Whether several chunks of that name were loaded that differ: the last one's text is kept. */
  boolean isAmbiguous(String chunkName) {
    Source source = sources.get(chunkName);
    return source != null && source.ambiguous;
  }

  /** The names in the order in which the chunks were loaded. */
  Set<String> names() {
    return Collections.unmodifiableSet(sources.keySet());
  }
}
