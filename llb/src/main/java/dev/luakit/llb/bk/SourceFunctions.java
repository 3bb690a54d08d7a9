package dev.luakit.llb.bk;

import dev.luakit.llb.graph.CopyAction;
import dev.luakit.llb.graph.Differ;
import dev.luakit.llb.graph.FileMode;
import dev.luakit.llb.graph.GitSource;
import dev.luakit.llb.graph.HttpSource;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.ImageSource;
import dev.luakit.llb.graph.LocalSource;
import dev.luakit.llb.graph.Metadata;
import dev.luakit.llb.graph.OciLayoutSource;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.ResolveMode;
import dev.luakit.llb.graph.Source;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.Resolution;
import java.util.ArrayList;
import java.util.List;

/** The functions that make a state out of nothing: images, files, repositories. */
final class SourceFunctions extends BkLibrary {
  private static final Option<Platform> PLATFORM =
      Option.of("platform", Types.PLATFORM, "The platform; by default the one that is built for.");
  private static final Option<String> CHECKSUM =
      Option.of("checksum", Types.NAME, "The digest that the content must have.");

  private static final Parameter<String> REF =
      Parameter.required("ref", Types.NAME, "The image's reference.");
  private static final Option<ResolveMode> RESOLVE_MODE =
      Option.of(
          "resolve_mode",
          Types.choice(
              new String[] {"default", "pull", "local"},
              new ResolveMode[] {ResolveMode.DEFAULT, ResolveMode.PULL, ResolveMode.LOCAL}),
          "Where BuildKit looks the reference up.");

  static final Signature IMAGE =
      Signature.function("image", "The file system of a container image.")
          .takes(REF)
          .with(PLATFORM, RESOLVE_MODE, CHECKSUM)
          .returns("bk.State");

  private static final Parameter<String> NAME =
      Parameter.required("name", Types.NAME, "The name of the context, as --local gives it.");
  private static final Option<List<String>> INCLUDE =
      Option.of("include", Types.STRINGS, "Patterns of the files to take; all by default.");
  private static final Option<List<String>> EXCLUDE =
      Option.of("exclude", Types.STRINGS, "Patterns of the files to leave out.");
  private static final Option<List<String>> FOLLOW_PATHS =
      Option.of("follow_paths", Types.STRINGS, "Files to take together with what they link to.");
  private static final Option<String> SHARED_KEY_HINT =
      Option.of("shared_key_hint", Types.STRING, "What builds that share the transfer have alike.");
  private static final Option<Differ> DIFFER =
      Option.of(
          "differ",
          Types.choice(
              new String[] {"none", "metadata"}, new Differ[] {Differ.NONE, Differ.METADATA}),
          "How changed files are found; by their metadata by default.");

  static final Signature LOCAL =
      Signature.function("local_", "A directory of the machine that starts the build.")
          .takes(NAME)
          .with(INCLUDE, EXCLUDE, FOLLOW_PATHS, SHARED_KEY_HINT, DIFFER)
          .returns("bk.State");

  private static final Parameter<String> URL =
      Parameter.required("url", Types.NAME, "The repository: https://, ssh:// or user@host:path.");
  private static final Option<String> GIT_REF =
      Option.of("ref", Types.NAME, "A branch, tag or commit; the default branch by default.");
  private static final Option<Boolean> KEEP_GIT_DIR =
      Option.of("keep_git_dir", Types.BOOLEAN, "Whether .git is kept; false by default.");
  private static final Option<String> SUBDIR =
      Option.of("subdir", Types.NAME, "The directory of the repository to take.");
  private static final Option<String> AUTH_TOKEN_SECRET =
      Option.of(
          "auth_token_secret",
          Types.STRING,
          "The secret with the token; GIT_AUTH_TOKEN by default.");
  private static final Option<String> GIT_AUTH_HEADER_SECRET =
      Option.of(
          "auth_header_secret",
          Types.STRING,
          "The secret with the Authorization header; GIT_AUTH_HEADER by default.");
  private static final Option<String> KNOWN_SSH_HOSTS =
      Option.of("known_ssh_hosts", Types.STRING, "Host keys in the form of known_hosts.");
  private static final Option<String> MOUNT_SSH_SOCK =
      Option.of("mount_ssh_sock", Types.NAME, "The SSH agent to use; default by default.");
  private static final Option<Boolean> SKIP_SUBMODULES =
      Option.of("skip_submodules", Types.BOOLEAN, "Whether submodules are left out.");

  static final Signature GIT =
      Signature.function("git", "A git repository's files.")
          .takes(URL)
          .with(
              GIT_REF,
              KEEP_GIT_DIR,
              SUBDIR,
              CHECKSUM,
              AUTH_TOKEN_SECRET,
              GIT_AUTH_HEADER_SECRET,
              KNOWN_SSH_HOSTS,
              MOUNT_SSH_SOCK,
              SKIP_SUBMODULES)
          .returns("bk.State");

  private static final Parameter<String> FILE_URL =
      Parameter.required("url", Types.NAME, "The file: http:// or https://.");
  private static final Option<String> FILENAME =
      Option.of("filename", Types.NAME, "The file's name; by default the last part of the URL.");
  private static final Option<FileMode> CHMOD =
      Option.of("chmod", Types.MODE, "The file's permissions; \"0600\" by default.");
  private static final Option<Long> UID = Option.of("uid", Types.ID, "The user it belongs to.");
  private static final Option<Long> GID = Option.of("gid", Types.ID, "The group it belongs to.");
  private static final Option<TableTypes.Headers> HEADERS =
      Option.of("headers", TableTypes.HEADERS, "Accept and User-Agent, which BuildKit passes on.");
  private static final Option<String> USERNAME =
      Option.of("username", Types.STRING, "User for basic auth; prefer auth_header_secret.");
  private static final Option<String> PASSWORD =
      Option.of("password", Types.STRING, "Password for basic auth; prefer auth_header_secret.");
  private static final Option<String> HTTP_AUTH_HEADER_SECRET =
      Option.of("auth_header_secret", Types.NAME, "The secret with the Authorization header.");

  private static final Option<?>[] HTTP_OPTIONS = {
    CHECKSUM, FILENAME, CHMOD, UID, GID, HEADERS, USERNAME, PASSWORD, HTTP_AUTH_HEADER_SECRET
  };

  static final Signature HTTP =
      Signature.function("http", "A file from a web server.")
          .takes(FILE_URL)
          .with(HTTP_OPTIONS)
          .returns("bk.State");
  static final Signature HTTPS =
      Signature.function("https", "A file from a web server; the same as bk.http.")
          .takes(FILE_URL)
          .with(HTTP_OPTIONS)
          .returns("bk.State");

  static final Signature SCRATCH =
      Signature.function("scratch", "An empty file system.").returns("bk.State");

  private static final Option<String> STORE =
      Option.of("store", Types.NAME, "The ID of the OCI layout, as --oci-layout gives it.");
  private static final Option<String> SESSION =
      Option.of("session", Types.NAME, "The ID of the session that has the layout.");
  private static final Option<Long> LAYER_LIMIT =
      Option.of(
          "layer_limit", Types.integer(0, Integer.MAX_VALUE), "How many layers to take at most.");

  static final Signature OCI_LAYOUT =
      Signature.function("oci_layout", "The file system of an image in an OCI layout.")
          .takes(REF)
          .with(PLATFORM, STORE, SESSION, LAYER_LIMIT)
          .returns("bk.State");

  SourceFunctions(Evaluation evaluation) {
    super(evaluation, IMAGE, LOCAL, GIT, HTTP, HTTPS, SCRATCH, OCI_LAYOUT);
  }

  @Override
  Object call(Signature signature, Call call) {
    if (signature == SCRATCH) {
      return evaluation.wrap(evaluation.graph().scratch());
    }
    if (signature == IMAGE) {
      return image(call);
    }
    if (signature == LOCAL) {
      return local(call);
    }
    Source source;
    if (signature == GIT) {
      source = git(call);
    } else if (signature == OCI_LAYOUT) {
      source = ociLayout(call);
    } else {
      source = http(call);
    }
    return evaluation.wrap(evaluation.graph().source(source, evaluation.here()));
  }

  private Object image(Call call) {
    String name = call.get(REF);
    Platform platform = call.get(PLATFORM);
    ResolveMode mode = call.get(RESOLVE_MODE, evaluation.invocation().resolveMode());
    ImageReference reference = ImageReference.parse(name);
    Platform wanted = platform == null ? evaluation.targetPlatform() : platform;
    Context context = evaluation.imageContext(name, wanted);
    if (context instanceof Context.Image other) {
      return evaluation.wrap(image(other.reference(), platform, mode, "", call));
    }
    if (context != null) {
      return evaluation.wrap(given(context, call));
    }
    return evaluation.wrap(image(reference, platform, mode, call.get(CHECKSUM, ""), call));
  }

  private State image(
      ImageReference named, Platform platform, ResolveMode mode, String checksum, Call call) {
    ImageReference reference = named;
    Platform wanted = platform == null ? evaluation.targetPlatform() : platform;
    Resolution resolution = evaluation.images().find(new ImageRequest(reference, wanted, mode));
    if (resolution instanceof Resolution.Failed failed) {
      throw call.error("image \"" + reference.format() + "\" " + failed.message());
    }
    ImageConfig config = ImageConfig.EMPTY;
    if (resolution instanceof Resolution.Resolved resolved) {
      config = resolved.config();
      if (!resolved.digest().isEmpty()) {
        reference = reference.withDigest(resolved.digest());
      }
    }
    Source source = new ImageSource(reference, platform, mode, checksum);
    return evaluation.graph().source(source, config, evaluation.here());
  }

  private Object local(Call call) {
    String name = call.get(NAME);
    Context context = evaluation.localContext(name);
    if (context != null) {
      return evaluation.wrap(given(context, call));
    }
    return evaluation.wrap(directory(new Context.Directory(name, "", "", List.of(), ""), call));
  }

  private State directory(Context.Directory directory, Call call) {
    List<String> exclude = new ArrayList<>(directory.exclude());
    LocalSource.Builder local =
        LocalSource.of(directory.name())
            .session(directory.session())
            .sharedKeyHint(directory.sharedKeyHint());
    if (call.signature() == LOCAL) {
      exclude.addAll(call.get(EXCLUDE, List.of()));
      local
          .include(call.get(INCLUDE, List.of()))
          .followPaths(call.get(FOLLOW_PATHS, List.of()))
          .sharedKeyHint(call.get(SHARED_KEY_HINT, directory.sharedKeyHint()))
          .differ(call.get(DIFFER));
    }
    State state = evaluation.graph().source(local.exclude(exclude).build(), evaluation.here());
    return directory.progress().isEmpty()
        ? state
        : state.withMetadata(new Metadata(directory.progress(), null, false, null, null));
  }

  /** What takes the place of the source that the script names. */
  private State given(Context context, Call call) {
    if (context instanceof Context.Directory directory) {
      return directory(directory, call);
    }
    if (context instanceof Context.Image image) {
      ResolveMode mode = evaluation.invocation().resolveMode();
      return choose(image(image.reference(), null, mode, "", call), call);
    }
    Context.Files files = (Context.Files) context;
    return choose(files.in(evaluation.graph(), evaluation.here()), call);
  }

  /** Of a file system the files that the options of {@code bk.local_} choose. */
  private State choose(State state, Call call) {
    if (call.signature() != LOCAL) {
      return state;
    }
    List<String> include = new ArrayList<>(call.get(INCLUDE, List.of()));
    include.addAll(call.get(FOLLOW_PATHS, List.of()));
    List<String> exclude = call.get(EXCLUDE, List.of());
    if (include.isEmpty() && exclude.isEmpty()) {
      return state;
    }
    CopyAction.Builder copy = CopyAction.of(state, "/", "/").dirContentsOnly(true);
    State chosen = evaluation.graph().scratch();
    return chosen.file(copy.include(include).exclude(exclude).build(), evaluation.here());
  }

  private static Source git(Call call) {
    GitSource.Builder git = GitSource.of(call.get(URL));
    String ref = call.get(GIT_REF);
    if (ref != null) {
      git.ref(ref);
    }
    String subdir = call.get(SUBDIR);
    if (subdir != null) {
      git.subdir(subdir);
    }
    String checksum = call.get(CHECKSUM);
    if (checksum != null) {
      git.checksum(checksum);
    }
    String authTokenSecret = call.get(AUTH_TOKEN_SECRET);
    if (authTokenSecret != null) {
      git.authTokenSecret(authTokenSecret);
    }
    String authHeaderSecret = call.get(GIT_AUTH_HEADER_SECRET);
    if (authHeaderSecret != null) {
      git.authHeaderSecret(authHeaderSecret);
    }
    String knownSshHosts = call.get(KNOWN_SSH_HOSTS);
    if (knownSshHosts != null) {
      git.knownSshHosts(knownSshHosts);
    }
    String mountSshSock = call.get(MOUNT_SSH_SOCK);
    if (mountSshSock != null) {
      git.mountSshSock(mountSshSock);
    }
    return git.keepGitDir(call.get(KEEP_GIT_DIR, false))
        .skipSubmodules(call.get(SKIP_SUBMODULES, false))
        .build();
  }

  private static Source http(Call call) {
    HttpSource.Builder http = HttpSource.of(call.get(FILE_URL));
    String checksum = call.get(CHECKSUM);
    if (checksum != null) {
      http.checksum(checksum);
    }
    String filename = call.get(FILENAME);
    if (filename != null) {
      http.filename(filename);
    }
    FileMode chmod = call.get(CHMOD);
    if (chmod != null) {
      http.mode(chmod);
    }
    Long uid = call.get(UID);
    if (uid != null) {
      http.uid(uid);
    }
    Long gid = call.get(GID);
    if (gid != null) {
      http.gid(gid);
    }
    TableTypes.Headers headers = call.get(HEADERS);
    if (headers != null) {
      http.accept(headers.accept()).userAgent(headers.userAgent());
    }
    String password = call.get(PASSWORD);
    String username = call.get(USERNAME);
    if (username != null) {
      http.credentials(username, password == null ? "" : password);
    } else if (password != null) {
      throw call.error("option 'password' needs option 'username'");
    }
    String authHeaderSecret = call.get(HTTP_AUTH_HEADER_SECRET);
    if (authHeaderSecret != null) {
      http.authHeaderSecret(authHeaderSecret);
    }
    return http.build();
  }

  private Source ociLayout(Call call) {
    Long limit = call.get(LAYER_LIMIT);
    return new OciLayoutSource(
        call.get(REF),
        call.get(PLATFORM),
        call.get(SESSION, evaluation.invocation().session()),
        call.get(STORE, ""),
        limit == null ? -1 : limit.intValue());
  }
}
