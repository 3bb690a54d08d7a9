package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How the values that scripts write are read. */
class ValuesTest {
  @Nested
  class Platforms extends GraphFixture {
    private static String normalized(String text) {
      return Platform.parse(text).format();
    }

    @Test
    void namesAreNormalized() {
      assertEquals("linux/amd64", normalized("linux/amd64"));
      assertEquals("linux/amd64", normalized("Linux/x86_64"));
      assertEquals("linux/amd64/v2", normalized("linux/amd64/v2"));
      assertEquals("linux/arm64", normalized("linux/aarch64"));
      assertEquals("linux/arm64", normalized("linux/arm64/v8"));
      assertEquals("linux/arm64/v9", normalized("linux/arm64/9"));
      assertEquals("linux/arm/v7", normalized("linux/arm"));
      assertEquals("linux/arm/v6", normalized("linux/armel"));
      assertEquals("linux/arm/v5", normalized("linux/arm/5"));
      assertEquals("linux/386", normalized("linux/i386"));
      assertEquals("darwin/arm64", normalized("macos/arm64"));
      assertEquals("linux/s390x", normalized("linux/s390x"));
    }

    @Test
    void otherFormsAreRejected() {
      for (String text :
          new String[] {"", "linux", "linux/", "/amd64", "a/b/c/d", "a/b/", "a//b", "li nux/x"}) {
        assertRejected(
            "platform \"" + text + "\" is not of the form os/arch[/variant], such as linux/arm64",
            () -> Platform.parse(text));
      }
    }
  }

  @Nested
  class ImageReferences extends GraphFixture {
    private static String normalized(String text) {
      return ImageReference.parse(text).format();
    }

    @Test
    void areNormalizedAsDockerDoes() {
      assertEquals("docker.io/library/alpine:latest", normalized("alpine"));
      assertEquals("docker.io/library/alpine:3.19", normalized("alpine:3.19"));
      assertEquals("docker.io/library/alpine:latest", normalized("docker.io/alpine"));
      assertEquals("docker.io/moby/buildkit:v0.12", normalized("moby/buildkit:v0.12"));
      assertEquals("ghcr.io/a/b/c:latest", normalized("ghcr.io/a/b/c"));
      assertEquals("localhost/x:latest", normalized("localhost/x"));
      assertEquals("localhost:5000/x:1", normalized("localhost:5000/x:1"));
      assertEquals("docker.io/library/host:5000", normalized("host:5000"));
      assertEquals("[::1]:80/a__b/c--d:T", normalized("[::1]:80/a__b/c--d:T"));
    }

    @Test
    void canBePinned() {
      String digest = "sha256:" + "0123456789abcdef".repeat(4);
      ImageReference alpine = ImageReference.parse("alpine:3.19");
      assertEquals("docker.io/library/alpine:3.19@" + digest, alpine.withDigest(digest).format());
      assertEquals("", ImageReference.parse("alpine@" + digest).tag());
    }

    @Test
    void errorsSayWhatIsWrong() {
      assertRejected("an image reference must not be empty", () -> ImageReference.parse(""));
      assertRejected(
          "image reference \"Alpine\" has an upper-case letter in its repository name",
          () -> ImageReference.parse("Alpine"));
      assertRejected(
          "image reference \"alpine:\" has a tag that is not letters, digits, \"_\", \".\" and"
              + " \"-\"",
          () -> ImageReference.parse("alpine:"));
      assertRejected(
          "image reference \"a b\" is not of the form [registry/]name[:tag][@digest]",
          () -> ImageReference.parse("a b"));
      assertRejected(
          "image reference \"a..b/c\" has no valid registry name before the first \"/\"",
          () -> ImageReference.parse("a..b/c"));
      assertRejected(
          "the digest of image \"a@sha256:12\": \"sha256:12\" needs 64 lower-case hexadecimal"
              + " digits",
          () -> ImageReference.parse("a@sha256:12"));
      String id = "0123456789abcdef".repeat(4);
      assertRejected(
          "image reference \""
              + id
              + "\" is an image ID, not a name; BuildKit pulls images by name",
          () -> ImageReference.parse(id));
    }
  }

  @Nested
  class Modes extends GraphFixture {
    @Test
    void numbersAreReadByTheirDigits() {
      assertEquals(0755, FileMode.ofDigits(755).bits());
      assertEquals(0, FileMode.ofDigits(0).bits());
      assertEquals(07777, FileMode.ofDigits(7777).bits());
    }

    @Test
    void stringsAreOctal() {
      assertEquals(0755, FileMode.octal("0755").bits());
      assertEquals(0755, FileMode.octal("755").bits());
      assertEquals(04711, FileMode.octal("4711").bits());
      assertEquals("0640", FileMode.parse("640").format());
    }

    @Test
    void copiesTakeChangesToo() {
      assertTrue(FileMode.parse("u+x,go=rX").isSymbolic());
      assertTrue(FileMode.parse("+t").isSymbolic());
    }

    @Test
    void whatIsNoModeIsRejected() {
      for (double number : new double[] {758, 790, -1, 0.5, 7778, 1e10, Double.NaN}) {
        assertTrue(
            assertThrows(InvalidGraphException.class, () -> FileMode.ofDigits(number))
                .getMessage()
                .endsWith("write the mode as a string, such as \"0755\""));
      }
      assertRejected(
          "mode 789 is not octal digits from 0 to 7777; write the mode as a string, such as"
              + " \"0755\"",
          () -> FileMode.ofDigits(789));
      for (String text : new String[] {"", "8", "0o755", "10000", "-1", " 755", "00010000"}) {
        assertRejected(
            "mode \"" + text + "\" is not octal digits from 0 to 7777, such as \"0755\"",
            () -> FileMode.octal(text));
      }
      assertRejected(
          "mode \"rwx\" is neither octal digits (\"0755\") nor changes (\"u+x,go=r\")",
          () -> FileMode.parse("rwx"));
    }
  }

  @Nested
  class ExitCodeSets extends GraphFixture {
    @Test
    void areListsOrRanges() {
      assertEquals("0,1", ExitCodes.of(0, 1).toString());
      assertEquals("3,4,5", ExitCodes.parse("3..5").toString());
      assertEquals("255", ExitCodes.parse("255").toString());
      assertEquals(ExitCodes.of(1), ExitCodes.parse("1..1"));
    }

    @Test
    void outsideOfZeroTo255TheyAreRejected() {
      assertRejected("exit code 256 is not from 0 to 255", () -> ExitCodes.of(256));
      assertRejected("exit code -1 is not from 0 to 255", () -> ExitCodes.of(-1));
      assertRejected("valid exit codes need at least one code", ExitCodes::of);
      for (String text : new String[] {"", "..", "1..", "..1", "2..1", "0..256", "1...2", "a"}) {
        assertRejected(
            "exit codes \"" + text + "\" are not a range such as \"0..10\", from 0 to 255",
            () -> ExitCodes.parse(text));
      }
    }
  }

  @Nested
  class Owners extends GraphFixture {
    @Test
    void areNamesOrNumbers() {
      assertEquals(new Owner.Account("app", 0), Owner.Account.of("app"));
      assertEquals(new Owner.Account("", 1000), Owner.Account.of("1000"));
      assertEquals(new Owner.Account("root", 0), Owner.Account.of("root"));
    }

    @Test
    void asStringsAreUserAndGroup() {
      assertEquals("app:1000", Owner.parse("app:1000").format());
      assertEquals("0", Owner.parse("root").format());
      assertEquals(":g", Owner.parse(":g").format());
    }

    @Test
    void beyond32BitsTheyAreRejected() {
      assertEquals(4294967295L, Owner.Account.of("4294967295").id());
      assertRejected(
          "user or group id 4294967296 is not from 0 to 4294967295",
          () -> Owner.Account.of("99999999999999999999"));
      assertRejected("owner \":\" names neither a user nor a group", () -> Owner.parse(":"));
    }
  }
}
