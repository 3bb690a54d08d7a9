package dev.luakit.llb.graph;

import java.util.List;
import java.util.Map;

/** A directory of the client's. */
public final class LocalSource extends Source {
  private final String name;
  private final String session;
  private final List<String> include;
  private final List<String> exclude;
  private final List<String> followPaths;
  private final String sharedKeyHint;
  private final Differ differ;

  private LocalSource(Builder from) {
    name = from.name;
    session = from.session;
    include = from.include;
    exclude = from.exclude;
    followPaths = from.followPaths;
    sharedKeyHint = from.sharedKeyHint;
    differ = from.differ;
  }

  /**
   * The directory that the client gives under a name.
   *
   * @throws InvalidGraphException if the name is empty
   */
  public static Builder of(String name) {
    if (name.isEmpty()) {
      throw new InvalidGraphException("the name of a local directory must not be empty");
    }
    return new Builder(name);
  }

  @Override
  String kind() {
    return "local";
  }

  @Override
  String identifier() {
    return "local://" + name;
  }

  @Override
  long describe(Map<String, String> attributes) {
    long needed = Capability.SOURCE_LOCAL.bit();
    if (!session.isEmpty()) {
      attributes.put("local.session", session);
      needed |= Capability.SOURCE_LOCAL_SESSION_ID.bit();
    }
    if (!include.isEmpty()) {
      attributes.put("local.includepattern", Json.array(include));
      needed |= Capability.SOURCE_LOCAL_INCLUDE_PATTERNS.bit();
    }
    if (!exclude.isEmpty()) {
      attributes.put("local.excludepatterns", Json.array(exclude));
      needed |= Capability.SOURCE_LOCAL_EXCLUDE_PATTERNS.bit();
    }
    if (!followPaths.isEmpty()) {
      attributes.put("local.followpaths", Json.array(followPaths));
      needed |= Capability.SOURCE_LOCAL_FOLLOW_PATHS.bit();
    }
    if (!sharedKeyHint.isEmpty()) {
      attributes.put("local.sharedkeyhint", sharedKeyHint);
      needed |= Capability.SOURCE_LOCAL_SHARED_KEY_HINT.bit();
    }
    if (differ != null) {
      attributes.put("local.differ", differ.text());
    }
    return needed;
  }

  /** Collects what is said about a directory. */
  public static final class Builder {
    private final String name;
    private String session = "";
    private List<String> include = List.of();
    private List<String> exclude = List.of();
    private List<String> followPaths = List.of();
    private String sharedKeyHint = "";
    private Differ differ;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets the ID of the session whose directory it is; empty for that of the build. */
    public Builder session(String id) {
      session = id;
      return this;
    }

    /** Transfers only what matches one of the patterns. */
    public Builder include(List<String> patterns) {
      include = List.copyOf(patterns);
      return this;
    }

    /** Does not transfer what matches one of the patterns. */
    public Builder exclude(List<String> patterns) {
      exclude = List.copyOf(patterns);
      return this;
    }

    /** Transfers also what the symbolic links at these paths point to. */
    public Builder followPaths(List<String> paths) {
      followPaths = List.copyOf(paths);
      return this;
    }

    /** Sets what makes the daemon look for an earlier transfer to start from. */
    public Builder sharedKeyHint(String hint) {
      sharedKeyHint = hint;
      return this;
    }

    /** Sets how files are found that must be transferred again. */
    public Builder differ(Differ differ) {
      this.differ = differ;
      return this;
    }

    public LocalSource build() {
      return new LocalSource(this);
    }
  }
}
