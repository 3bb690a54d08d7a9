package dev.luakit.llb.bk;

import dev.luakit.llb.graph.CopyAction;
import dev.luakit.llb.graph.Differ;
import dev.luakit.llb.graph.FileMode;
import dev.luakit.llb.graph.GitSource;
import dev.luakit.llb.graph.GitTime;
import dev.luakit.llb.graph.HttpSource;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.ImageSource;
import dev.luakit.llb.graph.Json;
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
      Option.of(
          "platform",
          Types.PLATFORM,
          "the platform that is built for",
          "Op.platform",
          "The platform of the image to take, for which its commands run too.");

  private static final Parameter<String> REF =
      Parameter.required(
          "ref",
          Types.NAME,
          "SourceOp.identifier",
          "The image's reference, completed as Docker does: `alpine` is"
              + " `docker.io/library/alpine:latest`.");
  private static final Option<ResolveMode> RESOLVE_MODE =
      Option.of(
          "resolve_mode",
          Types.choice(
              new String[] {"default", "pull", "local"},
              new ResolveMode[] {ResolveMode.DEFAULT, ResolveMode.PULL, ResolveMode.LOCAL}),
          "\"default\"",
          "SourceOp.attrs[\"image.resolvemode\"]",
          "Where BuildKit looks the reference up: always in the registry (`\"pull\"`), or first"
              + " among the images of the daemon (`\"local\"`).");
  private static final Option<String> IMAGE_CHECKSUM =
      Option.of(
          "checksum",
          Types.NAME,
          "none",
          "SourceOp.attrs[\"image.checksum\"]",
          "The digest that the image must have, `sha256:` and 64 hexadecimal digits. The build"
              + " fails where the tag names another image by now.");
  private static final Option<Long> IMAGE_LAYER_LIMIT =
      Option.of(
          "layer_limit",
          Types.integer(0, Integer.MAX_VALUE),
          "all layers",
          "SourceOp.attrs[\"image.layerlimit\"]",
          "How many layers to take, counted from the lowest, at most as many as there are.");

  static final Signature IMAGE =
      Signature.function(
              "image",
              "SourceOp `docker-image://…`",
              "The file system of a container image. What the image says of environment, working"
                  + " directory and user holds for the commands that run in it.")
          .takes(REF)
          .with(PLATFORM, RESOLVE_MODE, IMAGE_CHECKSUM, IMAGE_LAYER_LIMIT)
          .returns("bk.State");

  private static final Parameter<String> NAME =
      Parameter.required(
          "name",
          Types.NAME,
          "SourceOp.identifier",
          "The name under which the client gives the directory: `buildctl build --local"
              + " NAME=DIR`.");
  private static final Option<List<String>> INCLUDE =
      Option.of(
          "include",
          Types.STRINGS,
          "all files",
          "SourceOp.attrs[\"local.includepattern\"]",
          "Patterns of the files to transfer, as in a `.dockerignore`.");
  private static final Option<List<String>> EXCLUDE =
      Option.of(
          "exclude",
          Types.STRINGS,
          "none",
          "SourceOp.attrs[\"local.excludepatterns\"]",
          "Patterns of the files to leave out, as in a `.dockerignore`.");
  private static final Option<List<String>> FOLLOW_PATHS =
      Option.of(
          "follow_paths",
          Types.STRINGS,
          "none",
          "SourceOp.attrs[\"local.followpaths\"]",
          "Files to transfer together with whatever they are symbolic links to.");
  private static final Option<String> SHARED_KEY_HINT =
      Option.of(
          "shared_key_hint",
          Types.STRING,
          "none",
          "SourceOp.attrs[\"local.sharedkeyhint\"]",
          "Sources with the same name and hint start from each other's files, and transfer only"
              + " what differs.");
  private static final Option<Differ> DIFFER =
      Option.of(
          "differ",
          Types.choice(
              new String[] {"none", "metadata"}, new Differ[] {Differ.NONE, Differ.METADATA}),
          "metadata, as the daemon decides",
          "SourceOp.attrs[\"local.differ\"]",
          "How files are found that need not be transferred again: by size, time and mode"
              + " (`\"metadata\"`), or not at all (`\"none\"`).");

  static final Signature LOCAL =
      Signature.function(
              "local_",
              "SourceOp `local://…`",
              "A directory of the machine that starts the build. The underscore is there because"
                  + " `local` is a word of the language.")
          .takes(NAME)
          .with(INCLUDE, EXCLUDE, FOLLOW_PATHS, SHARED_KEY_HINT, DIFFER)
          .returns("bk.State");

  private static final Parameter<String> URL =
      Parameter.required(
          "url",
          Types.NAME,
          "SourceOp.attrs[\"git.fullurl\"]",
          "The repository: `https://…`, `http://…`, `ssh://…`, `git://…` or `user@host:path`. A"
              + " fragment `#ref:subdir` says what `ref` and `subdir` do not.");
  private static final Option<String> GIT_REF =
      Option.of(
          "ref",
          Types.NAME,
          "the default branch",
          "SourceOp.identifier",
          "A branch, a tag or a commit.");
  private static final Option<Boolean> KEEP_GIT_DIR =
      Option.of(
          "keep_git_dir",
          Types.BOOLEAN,
          "false",
          "SourceOp.attrs[\"git.keepgitdir\"]",
          "Whether the directory `.git` stays.");
  private static final Option<String> SUBDIR =
      Option.of(
          "subdir",
          Types.NAME,
          "the whole repository",
          "SourceOp.identifier",
          "The directory of the repository to take.");
  private static final Option<String> GIT_CHECKSUM =
      Option.of(
          "checksum",
          Types.NAME,
          "none",
          "SourceOp.attrs[\"git.checksum\"]",
          "The commit that `ref` must stand for: its hexadecimal name, or how that begins.");
  private static final Option<String> AUTH_TOKEN_SECRET =
      Option.of(
          "auth_token_secret",
          Types.STRING,
          "\"GIT_AUTH_TOKEN\"",
          "SourceOp.attrs[\"git.authtokensecret\"]",
          "The ID of the secret that is the token for HTTP, used where the build is given such a"
              + " secret; the empty string for none.");
  private static final Option<String> GIT_AUTH_HEADER_SECRET =
      Option.of(
          "auth_header_secret",
          Types.STRING,
          "\"GIT_AUTH_HEADER\"",
          "SourceOp.attrs[\"git.authheadersecret\"]",
          "The ID of the secret that is the whole header `Authorization`, used where the build is"
              + " given such a secret; the empty string for none.");
  private static final Option<String> KNOWN_SSH_HOSTS =
      Option.of(
          "known_ssh_hosts",
          Types.STRING,
          "none",
          "SourceOp.attrs[\"git.knownsshhosts\"]",
          "Keys of hosts, as the lines of a file `known_hosts`. For SSH only.");
  private static final Option<String> MOUNT_SSH_SOCK =
      Option.of(
          "mount_ssh_sock",
          Types.NAME,
          "\"default\"",
          "SourceOp.attrs[\"git.mountsshsock\"]",
          "The ID of the SSH agent to use, as `--ssh` gives it. For SSH only.");
  private static final Option<Boolean> SKIP_SUBMODULES =
      Option.of(
          "skip_submodules",
          Types.BOOLEAN,
          "false",
          "SourceOp.attrs[\"git.skipsubmodules\"]",
          "Whether submodules are left out.");
  private static final Option<GitTime> MTIME =
      Option.of(
          "mtime",
          Types.choice(
              new String[] {"checkout", "commit"},
              new GitTime[] {GitTime.CHECKOUT, GitTime.COMMIT}),
          "\"checkout\"",
          "SourceOp.attrs[\"git.mtime\"]",
          "The files' time of last change: when BuildKit took them out of the repository, or that"
              + " of the commit, which is the same in every build.");
  private static final Option<Boolean> FETCH_BY_COMMIT =
      Option.of(
          "fetch_by_commit",
          Types.BOOLEAN,
          "false",
          "SourceOp.attrs[\"git.fetchbycommit\"]",
          "Whether the commit that `checksum` names in full is fetched without asking the server"
              + " what `ref` stands for, which may have moved on. A tag is then written"
              + " `refs/tags/NAME`.");

  static final Signature GIT =
      Signature.function(
              "git",
              "SourceOp `git://…`",
              "The files of a git repository at one commit, which BuildKit fetches.")
          .takes(URL)
          .with(
              GIT_REF,
              KEEP_GIT_DIR,
              SUBDIR,
              GIT_CHECKSUM,
              AUTH_TOKEN_SECRET,
              GIT_AUTH_HEADER_SECRET,
              KNOWN_SSH_HOSTS,
              MOUNT_SSH_SOCK,
              SKIP_SUBMODULES,
              MTIME,
              FETCH_BY_COMMIT)
          .returns("bk.State");

  private static final Parameter<String> FILE_URL =
      Parameter.required(
          "url", Types.NAME, "SourceOp.identifier", "The file: `https://…` or `http://…`.");
  private static final Option<String> HTTP_CHECKSUM =
      Option.of(
          "checksum",
          Types.NAME,
          "none",
          "SourceOp.attrs[\"http.checksum\"]",
          "The digest that the file must have, `sha256:` and 64 hexadecimal digits.");
  private static final Option<String> FILENAME =
      Option.of(
          "filename",
          Types.NAME,
          "the last part of the URL",
          "SourceOp.attrs[\"http.filename\"]",
          "The file's name, in the root of the state.");
  private static final Option<FileMode> CHMOD =
      Option.of(
          "chmod",
          Types.MODE,
          "the daemon's, `\"0600\"`",
          "SourceOp.attrs[\"http.perm\"]",
          "The file's permissions; BuildKit knows the last three octal digits.");
  private static final Option<Long> UID =
      Option.of(
          "uid",
          Types.ID,
          "0",
          "SourceOp.attrs[\"http.uid\"]",
          "The number of the user to whom the file belongs.");
  private static final Option<Long> GID =
      Option.of(
          "gid",
          Types.ID,
          "0",
          "SourceOp.attrs[\"http.gid\"]",
          "The number of the group to which the file belongs.");
  private static final Option<TableTypes.Headers> HEADERS =
      Option.of(
          "headers",
          TableTypes.HEADERS,
          "none",
          "SourceOp.attrs[\"http.header.accept\"], SourceOp.attrs[\"http.header.user-agent\"]",
          "Headers of the request: `Accept` and `User-Agent`. BuildKit passes on no others.");
  private static final Option<String> USERNAME =
      Option.of(
          "username",
          Types.STRING,
          "none",
          "SourceOp.identifier",
          "A user for basic authentication. It goes into the URL, where everyone sees it who sees"
              + " the definition; prefer `auth_header_secret`.");
  private static final Option<String> PASSWORD =
      Option.of(
          "password",
          Types.STRING,
          "none",
          "SourceOp.identifier",
          "The user's password, as open to everyone as the user.");
  private static final Option<String> HTTP_AUTH_HEADER_SECRET =
      Option.of(
          "auth_header_secret",
          Types.NAME,
          "none",
          "SourceOp.attrs[\"http.authheadersecret\"]",
          "The ID of the secret that is the whole header `Authorization`, as in `Bearer …`.");

  private static final Option<?>[] HTTP_OPTIONS = {
    HTTP_CHECKSUM, FILENAME, CHMOD, UID, GID, HEADERS, USERNAME, PASSWORD, HTTP_AUTH_HEADER_SECRET
  };

  static final Signature HTTP =
      Signature.function(
              "http",
              "SourceOp `https://…`",
              "A state with one file in its root, which BuildKit downloads.")
          .takes(FILE_URL)
          .with(HTTP_OPTIONS)
          .returns("bk.State");
  static final Signature HTTPS =
      Signature.function(
              "https",
              "SourceOp `https://…`",
              "The same as `bk.http`; the URL says which of the two protocols is spoken.")
          .takes(FILE_URL)
          .with(HTTP_OPTIONS)
          .returns("bk.State");

  static final Signature SCRATCH =
      Signature.function(
              "scratch",
              "",
              "An empty file system: no operation, but the lack of one. The base of images that"
                  + " hold nothing but what is copied into them.")
          .returns("bk.State");

  private static final Parameter<String> LAYOUT_REF =
      Parameter.required(
          "ref",
          Types.NAME,
          "SourceOp.identifier",
          "The image: a name with a slash in it, an `@` and the digest of its manifest.");
  private static final Option<String> STORE =
      Option.of(
          "store",
          Types.NAME,
          "none",
          "SourceOp.attrs[\"oci.store\"]",
          "The ID of the layout: `buildctl build --oci-layout ID=DIR`. BuildKit finds no layout"
              + " without it.");
  private static final Option<String> SESSION =
      Option.of(
          "session",
          Types.NAME,
          "the session of the build",
          "SourceOp.attrs[\"oci.session\"]",
          "The ID of the session whose client has the layout.");
  private static final Option<Long> LAYOUT_LAYER_LIMIT =
      Option.of(
          "layer_limit",
          Types.integer(0, Integer.MAX_VALUE),
          "all layers",
          "SourceOp.attrs[\"oci.layerlimit\"]",
          "How many layers to take, counted from the lowest, at most as many as there are.");

  static final Signature OCI_LAYOUT =
      Signature.function(
              "oci_layout",
              "SourceOp `oci-layout://…`",
              "The file system of an image that lies in a directory of the client's, in the layout"
                  + " of the OCI image specification.")
          .takes(LAYOUT_REF)
          .with(PLATFORM, STORE, SESSION, LAYOUT_LAYER_LIMIT)
          .returns("bk.State");

  static final Signature[] ALL = {IMAGE, LOCAL, GIT, HTTP, HTTPS, SCRATCH, OCI_LAYOUT};

  SourceFunctions(Evaluation evaluation) {
    super(evaluation, ALL);
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
    if (name.equals("scratch")) {
      throw call.error("\"scratch\" is no image; to begin with nothing, write bk.scratch()");
    }
    Platform wanted = platform == null ? evaluation.targetPlatform() : platform;
    Context context = evaluation.imageContext(name, wanted);
    if (context instanceof Context.Image other) {
      return evaluation.wrap(image(other.reference(), platform, mode, "", call));
    }
    if (context != null) {
      return evaluation.wrap(given(context, call));
    }
    return evaluation.wrap(image(reference, platform, mode, call.get(IMAGE_CHECKSUM, ""), call));
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
    Source source =
        new ImageSource(
            reference, platform, mode, checksum, layerLimit(call.get(IMAGE_LAYER_LIMIT)));
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
      exclude.addAll(patterns(call, EXCLUDE));
      local
          .include(patterns(call, INCLUDE))
          .followPaths(patterns(call, FOLLOW_PATHS))
          .sharedKeyHint(call.get(SHARED_KEY_HINT, directory.sharedKeyHint()))
          .differ(call.get(DIFFER));
    }
    State state = evaluation.graph().source(local.exclude(exclude).build(), evaluation.here());
    return directory.progress().isEmpty()
        ? state
        : state.withMetadata(new Metadata(directory.progress(), null, false, null, null));
  }

  /** Texts that become a list in JSON, which is accounted for before it is made. */
  private List<String> patterns(Call call, Option<List<String>> option) {
    List<String> texts = call.get(option, List.of());
    for (String text : texts) {
      evaluation.state().memory().allocate(Json.length(text));
    }
    return texts;
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
    String checksum = call.get(GIT_CHECKSUM);
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
        .time(call.get(MTIME, GitTime.CHECKOUT))
        .fetchByCommit(call.get(FETCH_BY_COMMIT, false))
        .build();
  }

  private static Source http(Call call) {
    HttpSource.Builder http = HttpSource.of(call.get(FILE_URL));
    String checksum = call.get(HTTP_CHECKSUM);
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
      http.credentials(username, password);
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
    return new OciLayoutSource(
        call.get(LAYOUT_REF),
        call.get(PLATFORM),
        call.get(SESSION, evaluation.invocation().session()),
        call.get(STORE, ""),
        layerLimit(call.get(LAYOUT_LAYER_LIMIT)));
  }

  private static int layerLimit(Long given) {
    return given == null ? -1 : given.intValue();
  }
}
