package dev.luakit.gateway;

import dev.luakit.llb.graph.GitSource;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.vm.ByteStrings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The URL of a git repository as a build's context is given. */
final class GitReference {
  private static final Pattern USER_AT_HOST = Pattern.compile("[A-Za-z0-9_-]+@[A-Za-z0-9.-]+:.*");
  private static final Pattern HTTP = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE);

  private GitReference() {}

  /** Whether a text is the URL of a file, or of a repository, that is reached by HTTP. */
  static boolean isHttp(String text) {
    return HTTP.matcher(text).matches();
  }

  /**
   * Whether a text is the URL of a repository: {@code git:}, {@code ssh:} and {@code
   * user@host:path} always, {@code http:} and {@code https:} where the path ends in {@code .git},
   * and {@code github.com/…}.
   */
  static boolean isGit(String text) {
    if (text.startsWith("github.com/")
        || text.startsWith("git://")
        || text.startsWith("ssh://")
        || USER_AT_HOST.matcher(text).matches()) {
      return true;
    }
    return isHttp(text) && path(text).endsWith(".git");
  }

  /** The URL without what stands behind its path. */
  private static String path(String url) {
    int end = url.length();
    for (char separator : new char[] {'#', '?'}) {
      int at = url.indexOf(separator);
      if (at >= 0 && at < end) {
        end = at;
      }
    }
    return url.substring(0, end);
  }

  /**
   * Reads such an URL: a fragment {@code #ref:subdir}, and a query with {@code ref}, {@code tag},
   * {@code branch}, {@code subdir}, {@code checksum} or {@code commit}, {@code keep-git-dir} and
   * {@code submodules}.
   *
   * @throws FrontendException if it is not one
   */
  static GitSource.Builder parse(String url) {
    String remote = path(url);
    String rest = url.substring(remote.length());
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? "" : rest.substring(hash);
    String query = hash < 0 ? rest : rest.substring(0, hash);
    try {
      GitSource.Builder git = GitSource.of(ByteStrings.fromText(remote + fragment));
      if (!query.isEmpty()) {
        for (String pair : query.substring(1).split("&")) {
          int equals = pair.indexOf('=');
          String name = equals < 0 ? pair : pair.substring(0, equals);
          String value = equals < 0 ? "" : decode(pair.substring(equals + 1), url);
          apply(git, name, value, url);
        }
      }
      return git;
    } catch (InvalidGraphException e) {
      throw new FrontendException(ByteStrings.toText(e.getMessage()));
    }
  }

  private static String decode(String value, String url) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new FrontendException(
          "git URL \"" + url + "\": \"" + value + "\" is not percent-encoded text");
    }
  }

  private static void apply(GitSource.Builder git, String name, String value, String url) {
    String bytes = ByteStrings.fromText(value);
    switch (name) {
      case "ref" -> git.ref(bytes);
      case "tag" -> git.ref(bytes.startsWith("refs/tags/") ? bytes : "refs/tags/" + bytes);
      case "branch" -> git.ref(bytes.startsWith("refs/heads/") ? bytes : "refs/heads/" + bytes);
      case "subdir" -> git.subdir(bytes);
      case "checksum", "commit" -> git.checksum(bytes);
      case "keep-git-dir" -> git.keepGitDir(Switch.isOn(name, value, true));
      case "submodules" -> git.skipSubmodules(!Switch.isOn(name, value, true));
      default ->
          throw new FrontendException("git URL \"" + url + "\" has an unknown option: " + name);
    }
  }
}
