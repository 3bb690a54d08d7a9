package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;

/** Copies files from one state into another. Immutable. */
public final class CopyAction implements FileAction {
  private final State source;
  private final String sourcePath;
  private final String destination;
  private final FileMode mode;
  private final Owner owner;
  private final boolean followSymlink;
  private final boolean dirContentsOnly;
  private final boolean attemptUnpack;
  private final boolean createDestPath;
  private final boolean allowWildcard;
  private final boolean allowEmptyWildcard;
  private final boolean alwaysReplaceExistingDestPaths;
  private final List<String> include;
  private final List<String> exclude;
  private final List<String> requiredPaths;
  private final long createdTime;

  private CopyAction(Builder from) {
    source = from.source;
    sourcePath = from.sourcePath;
    destination = from.destination;
    mode = from.mode;
    owner = from.owner;
    followSymlink = from.followSymlink;
    dirContentsOnly = from.dirContentsOnly;
    attemptUnpack = from.attemptUnpack;
    createDestPath = from.createDestPath;
    allowWildcard = from.allowWildcard;
    allowEmptyWildcard = from.allowEmptyWildcard;
    alwaysReplaceExistingDestPaths = from.alwaysReplaceExistingDestPaths;
    include = from.include;
    exclude = from.exclude;
    requiredPaths = from.requiredPaths;
    createdTime = from.createdTime;
  }

  /**
   * Copies a path, with its mode and owner, and makes the directories above the destination.
   *
   * @param source the state to copy from
   * @param sourcePath the path there; a relative one is seen from that state's working directory
   * @param destination the path to copy to; a relative one is seen from the working directory of
   *     the state that is changed, and one that ends in {@code /} is a directory
   */
  public static Builder of(State source, String sourcePath, String destination) {
    return new Builder(source, sourcePath, destination);
  }

  @Override
  public String kind() {
    return "copy";
  }

  @Override
  public String label() {
    return "copy " + sourcePath + " " + destination;
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("src", sourcePath));
    details.add(new Detail("dest", destination));
    Detail.add(details, "mode", mode == null ? null : mode.format());
    Detail.add(details, "owner", owner == null ? null : owner.format());
    Detail.add(details, "follow_symlink", followSymlink);
    Detail.add(details, "dir_contents_only", dirContentsOnly);
    Detail.add(details, "attempt_unpack", attemptUnpack);
    Detail.add(details, "create_dest_path", createDestPath);
    Detail.add(details, "allow_wildcard", allowWildcard);
    Detail.add(details, "allow_empty_wildcard", allowEmptyWildcard);
    addAll(details, "include", include);
    addAll(details, "exclude", exclude);
    addAll(details, "required_paths", requiredPaths);
    Detail.add(details, "always_replace_existing_dest_paths", alwaysReplaceExistingDestPaths);
    FileAction.addTime(details, createdTime);
    return details;
  }

  private static void addAll(List<Detail> details, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      details.add(new Detail(name, values.get(i)));
    }
  }

  @Override
  public State source() {
    return source;
  }

  @Override
  public void write(ProtoWriter out, String directory, int base) {
    int copy = out.begin(4);
    out.string(1, "the source of a copy", UnixPath.resolve(source.workingDirectory(), sourcePath));
    out.string(2, "the destination of a copy", resolveDestination(directory, destination));
    if (owner != null) {
      owner.write(out, 3, base);
    }
    out.integer(4, mode == null ? -1 : mode.bits());
    out.bool(5, followSymlink);
    out.bool(6, dirContentsOnly);
    out.bool(7, attemptUnpack);
    out.bool(8, createDestPath);
    out.bool(9, allowWildcard);
    out.bool(10, allowEmptyWildcard);
    out.integer(11, createdTime);
    elements(out, 12, "an include pattern", include);
    elements(out, 13, "an exclude pattern", exclude);
    out.bool(14, alwaysReplaceExistingDestPaths);
    out.string(15, "the mode of a copy", mode == null ? "" : mode.symbolic());
    for (int i = 0; i < requiredPaths.size(); i++) {
      String path = UnixPath.resolve(source.workingDirectory(), requiredPaths.get(i));
      out.element(16, "a required path", path);
    }
    out.end(copy);
  }

  private static void elements(ProtoWriter out, int field, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      out.element(field, name, values.get(i));
    }
  }

  /** Cleans the path, except that what tells a directory from a file at its end stays. */
  private static String resolveDestination(String directory, String path) {
    String clean = UnixPath.resolve(directory, path);
    if (path.endsWith("/")) {
      return clean.equals("/") ? clean : clean + "/";
    }
    if (path.endsWith("/.")) {
      return clean.equals("/") ? "/." : clean + "/.";
    }
    return clean;
  }

  /** Collects what is said about a copy. */
  public static final class Builder {
    private final State source;
    private final String sourcePath;
    private final String destination;
    private FileMode mode;
    private Owner owner;
    private boolean followSymlink;
    private boolean dirContentsOnly;
    private boolean attemptUnpack;
    private boolean createDestPath = true;
    private boolean allowWildcard;
    private boolean allowEmptyWildcard;
    private boolean alwaysReplaceExistingDestPaths;
    private List<String> include = List.of();
    private List<String> exclude = List.of();
    private List<String> requiredPaths = List.of();
    private long createdTime = NOW;

    private Builder(State source, String sourcePath, String destination) {
      this.source = source;
      this.sourcePath = sourcePath;
      this.destination = destination;
    }

    /** Sets the permissions, or the changes to them; those of the source otherwise. */
    public Builder mode(FileMode mode) {
      this.mode = mode;
      return this;
    }

    /** Sets the owner; that of the source otherwise. */
    public Builder owner(Owner owner) {
      this.owner = owner;
      return this;
    }

    /** Copies what a symbolic link at the source's path points to. */
    public Builder followSymlink(boolean follow) {
      followSymlink = follow;
      return this;
    }

    /** Copies what is in a directory, rather than the directory. */
    public Builder dirContentsOnly(boolean contents) {
      dirContentsOnly = contents;
      return this;
    }

    /** Unpacks an archive, as Dockerfile's ADD does. */
    public Builder attemptUnpack(boolean unpack) {
      attemptUnpack = unpack;
      return this;
    }

    /** Makes the directories above the destination; true unless it is set. */
    public Builder createDestPath(boolean create) {
      createDestPath = create;
      return this;
    }

    /** Takes the source's path as a pattern. */
    public Builder allowWildcard(boolean wildcard) {
      allowWildcard = wildcard;
      return this;
    }

    /** Allows a pattern that nothing matches. */
    public Builder allowEmptyWildcard(boolean empty) {
      allowEmptyWildcard = empty;
      return this;
    }

    /** Replaces what is at the destination even where a file meets a directory. */
    public Builder alwaysReplaceExistingDestPaths(boolean replace) {
      alwaysReplaceExistingDestPaths = replace;
      return this;
    }

    /** Copies only what matches one of the patterns. */
    public Builder include(List<String> patterns) {
      include = List.copyOf(patterns);
      return this;
    }

    /** Does not copy what matches one of the patterns. */
    public Builder exclude(List<String> patterns) {
      exclude = List.copyOf(patterns);
      return this;
    }

    /** Sets the source's paths that must be among what a pattern or a wildcard finds. */
    public Builder requiredPaths(List<String> paths) {
      requiredPaths = List.copyOf(paths);
      return this;
    }

    /** Sets the files' time: nanoseconds since 1970-01-01T00:00:00Z, or {@link FileAction#NOW}. */
    public Builder createdTime(long nanoseconds) {
      createdTime = nanoseconds;
      return this;
    }

    public CopyAction build() {
      return new CopyAction(this);
    }
  }
}
