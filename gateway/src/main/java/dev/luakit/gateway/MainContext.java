package dev.luakit.gateway;

import dev.luakit.llb.bk.Context;
import dev.luakit.llb.graph.HttpSource;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.util.List;

/**
 * The build's context: a directory of the client's, or, where an URL or an input is given, what is
 * found there.
 *
 * @param local the name of the client's directory
 * @param files what is there in its place, or null
 * @param script the name of the one file that it is, or null if it is a directory
 * @param remote whether it comes from an URL, and the script with it
 */
record MainContext(String local, Context.Files files, String script, boolean remote) {
  static final String NAME = "context";

  /** What a file that is fetched is called. */
  private static final String FETCHED = "context";

  /** How much of a file tells whether it is an archive, in bytes. */
  private static final int HEADER = 1024;

  /** Finds out what it is. */
  static MainContext of(FrontendOptions options, Inputs inputs, FileReader reader) {
    String local = options.get("contextkey", NAME);
    String url = options.get(local, "");
    MainContext context;
    if (GitReference.isGit(url)) {
      boolean keep = "1".equals(options.get("build-arg:BUILDKIT_CONTEXT_KEEP_GIT_DIR"));
      var git = GitReference.parse(url);
      if (keep) {
        git.keepGitDir(true);
      }
      Context.Files files =
          new Fetched.FromSource(
              git.build(), ImageConfig.EMPTY, "[internal] load git source " + url);
      context = new MainContext(local, files, null, true);
    } else if (GitReference.isHttp(url)) {
      context = download(local, url, inputs, reader);
    } else {
      context = new MainContext(local, inputs.get(NAME, ImageConfig.EMPTY), null, false);
    }
    String part = options.get("contextsubdir", "");
    if (part.isEmpty() || context.files == null) {
      return context;
    }
    Context.Files files = new Fetched.Part(context.files, ByteStrings.fromText(part));
    return new MainContext(local, files, context.script, context.remote);
  }

  private static MainContext download(String local, String url, Inputs inputs, FileReader reader) {
    HttpSource source = HttpSource.of(ByteStrings.fromText(url)).filename(FETCHED).build();
    Context.Files file =
        new Fetched.FromSource(source, ImageConfig.EMPTY, "[internal] load remote build context");
    String ref = reader.open(new FilesDirectory(file, url, inputs), List.of(FETCHED), url);
    byte[] start;
    try {
      start = reader.readStart(ref, FETCHED, HEADER);
    } catch (IOException e) {
      throw new FrontendException("cannot read " + url + ": " + e.getMessage());
    }
    return start != null && isArchive(start)
        ? new MainContext(local, new Fetched.Unpacked(file, "/" + FETCHED), null, true)
        : new MainContext(local, file, FETCHED, true);
  }

  private static boolean isArchive(byte[] start) {
    return begins(start, 0x42, 0x5A, 0x68) // bzip2
        || begins(start, 0x1F, 0x8B, 0x08) // gzip
        || begins(start, 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00) // xz
        || begins(start, 0x28, 0xB5, 0x2F, 0xFD) // zstd
        || isTar(start);
  }

  private static boolean begins(byte[] start, int... bytes) {
    if (start.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((start[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the sum of a header's bytes is the one that it tells. */
  private static boolean isTar(byte[] start) {
    if (start.length < 512 || start[0] == 0) {
      return false;
    }
    long told = 0;
    for (int i = 148; i < 156; i++) {
      int digit = start[i] - '0';
      if (digit >= 0 && digit < 8) {
        told = told * 8 + digit;
      }
    }
    long sum = 8 * ' ';
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? 0 : start[i] & 0xFF;
    }
    return sum == told;
  }

  /** The directory that its files are read from. */
  Directory directory(FrontendOptions options, Inputs inputs) {
    return files == null
        ? new LocalDirectory(local, options.session(local))
        : new FilesDirectory(files, "the build's context", inputs);
  }
}
