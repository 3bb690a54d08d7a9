package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.llb.graph.Graph;
import dev.luakit.proto.ops.SourceOp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which texts are repositories, and what stands behind their URLs. */
class GitReferenceTest {
  private static SourceOp parse(String url) {
    Graph graph = new Graph(null);
    var definition = Definitions.of(graph.source(GitReference.parse(url).build(), List.of()));
    return BuildKitDouble.ops(definition).getFirst().getSource();
  }

  @Test
  void repositories_are_told_from_files_and_directories() {
    for (String git :
        List.of(
            "https://example.com/a.git",
            "http://example.com/a.git#main",
            "https://example.com/a.git?ref=main",
            "git://example.com/a",
            "ssh://git@example.com/a",
            "git@example.com:a",
            "github.com/a/b")) {
      assertTrue(GitReference.isGit(git), git);
    }
    for (String other :
        List.of(
            "",
            ".",
            "/a.git",
            "a.git",
            "https://example.com/a.tgz",
            "https://example.com/a?x=.git")) {
      assertFalse(GitReference.isGit(other), other);
    }
  }

  @Test
  void a_query_says_what_a_fragment_can_say_and_more() {
    SourceOp source =
        parse(
            "https://example.com/a.git?tag=v1&subdir=x%2Fy&commit=abcdef&keep-git-dir"
                + "&submodules=false");
    assertEquals("git://example.com/a.git#refs/tags/v1:x/y", source.getIdentifier());
    assertEquals("https://example.com/a.git", source.getAttrsOrThrow("git.fullurl"));
    assertEquals("abcdef", source.getAttrsOrThrow("git.checksum"));
    assertEquals("true", source.getAttrsOrThrow("git.keepgitdir"));
    assertEquals("true", source.getAttrsOrThrow("git.skipsubmodules"));
  }

  @Test
  void a_value_with_a_percent_sign_that_encodes_nothing_is_an_error() {
    String url = "https://example.com/a.git?ref=%zz";
    FrontendException e = assertThrows(FrontendException.class, () -> GitReference.parse(url));
    assertEquals("git URL \"" + url + "\": \"%zz\" is not percent-encoded text", e.getMessage());
  }

  @Test
  void an_option_that_is_not_known_is_an_error() {
    FrontendException error =
        assertThrows(
            FrontendException.class, () -> GitReference.parse("https://example.com/a.git?depth=1"));
    assertEquals(
        "git URL \"https://example.com/a.git?depth=1\" has an unknown option: depth",
        error.getMessage());
  }

  @Test
  void an_option_that_is_neither_on_nor_off_is_an_error() {
    FrontendException error =
        assertThrows(
            FrontendException.class,
            () -> GitReference.parse("https://example.com/a.git?submodules=some"));
    assertEquals("submodules: \"some\" is neither true nor false", error.getMessage());
  }
}
