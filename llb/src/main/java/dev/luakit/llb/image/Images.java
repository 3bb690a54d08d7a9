package dev.luakit.llb.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The images that a script has named, with what is known of them. */
public final class Images {
  private final ImageResolver resolver;
  private final Map<ImageRequest, Resolution> resolutions = new LinkedHashMap<>();

  /**
   * Nothing is named yet.
   *
   * @param resolver who knows more, or null for nobody
   */
  public Images(ImageResolver resolver) {
    this.resolver = resolver;
  }

  /** What is known of an image by now, without asking anyone; never null. */
  public Resolution find(ImageRequest request) {
    Resolution found = resolutions.get(request);
    if (found == null) {
      if (resolver != null) {
        found = resolver.known(request);
      }
      resolutions.put(request, found);
    }
    return found == null ? Resolution.UNKNOWN : found;
  }

  /**
   * Asks for the images of which nothing is known yet.
   *
   * @return whether anything came of it that a script would have been told
   */
  public boolean resolve() {
    List<ImageRequest> open = new ArrayList<>();
    for (Map.Entry<ImageRequest, Resolution> image : resolutions.entrySet()) {
      if (image.getValue() == null) {
        open.add(image.getKey());
      }
    }
    if (resolver == null || open.isEmpty()) {
      return false;
    }
    List<Resolution> found = resolver.resolve(open);
    boolean news = false;
    for (int i = 0; i < open.size(); i++) {
      resolutions.put(open.get(i), found.get(i));
      news |= !(found.get(i) instanceof Resolution.Unknown);
    }
    return news;
  }

  /** The images in the order in which they were first named. */
  public List<ImageRequest> requests() {
    return new ArrayList<>(resolutions.keySet());
  }
}
