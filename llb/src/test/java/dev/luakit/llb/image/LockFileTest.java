package dev.luakit.llb.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.Platform;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LockFileTest {
  private static final ImageReference ALPINE = ImageReference.parse("alpine:3.19");
  private static final ImageReference GO = ImageReference.parse("golang:1.22");
  private static final Platform AMD64 = Platform.parse("linux/amd64");
  private static final Platform ARM64 = Platform.parse("linux/arm64");
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  private static Resolution.Resolved image(String config) {
    return new Resolution.Resolved(DIGEST, ImageConfig.parse(config));
  }

  private static final Resolution.Resolved PLAIN =
      image("{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Env\":[\"A=1\",\"B=2\"]}}");

  @Test
  void aLineHoldsOneValue() {
    LockFile lock = new LockFile.Builder().platform(AMD64).image(ALPINE, AMD64, PLAIN).build();
    assertEquals(
        """
        {
          "version": 1,
          "platforms": [
            "linux/amd64"
          ],
          "images": {
            "docker.io/library/alpine:3.19": {
              "linux/amd64": {
                "digest": "%s",
                "config": {
                  "architecture": "amd64",
                  "os": "linux",
                  "config": {
                    "Env": [
                      "A=1",
                      "B=2"
                    ]
                  }
                }
              }
            }
          }
        }
        """
            .formatted(DIGEST),
        lock.toJson());
  }

  @Test
  void imagesAndPlatformsAreSorted() {
    LockFile one =
        new LockFile.Builder()
            .platform(AMD64)
            .platform(ARM64)
            .image(ALPINE, AMD64, PLAIN)
            .image(ALPINE, ARM64, PLAIN)
            .image(GO, AMD64, PLAIN)
            .build();
    LockFile other =
        new LockFile.Builder()
            .image(GO, AMD64, PLAIN)
            .image(ALPINE, ARM64, PLAIN)
            .image(ALPINE, AMD64, PLAIN)
            .platform(ARM64)
            .platform(AMD64)
            .build();
    assertEquals(one.toJson(), other.toJson());
    assertEquals(List.of("linux/amd64", "linux/arm64"), List.copyOf(one.platforms()));
  }

  /** A build with the lock gives the bytes that the build which made it gave. */
  @Test
  void whatIsLockedIsReadAsItWas() {
    Resolution.Resolved odd =
        image(
            """
            {"architecture":"arm","variant":"v7","os":"linux","rootfs":{},"history":[],
             "config":{"User":"a\\"b","WorkingDir":"/w","Env":["X={[,:]}","Y=\\\\"],
              "Entrypoint":["/e"],"Cmd":["c"],"ExposedPorts":{"80/tcp":{}},"Volumes":{"/v":{}},
              "Labels":{"<l>":"\\u00e4\\u2028"},"StopSignal":"SIGTERM",
              "Healthcheck":{"Test":["CMD", "a b"],"Interval": 30},"Shell":[ "sh", "-c" ]}}
            """);
    LockFile lock = new LockFile.Builder().image(GO, AMD64, odd).build();
    LockFile read = LockFile.parse(lock.toJson());
    assertEquals(odd, read.find(GO, AMD64));
    assertEquals(lock.toJson(), read.toJson());
  }

  @Test
  void anEmptyLockIsOneToo() {
    assertEquals(LockFile.EMPTY.toJson(), LockFile.parse(LockFile.EMPTY.toJson()).toJson());
  }

  @Test
  void anImageIsFoundByNameAndPlatform() {
    LockFile lock = new LockFile.Builder().image(ALPINE, AMD64, PLAIN).build();
    assertEquals(PLAIN, lock.find(ImageReference.parse("docker.io/library/alpine:3.19"), AMD64));
    assertNull(lock.find(ALPINE, ARM64));
    assertNull(lock.find(GO, AMD64));
    assertEquals(Set.of("linux/amd64"), lock.platforms(ALPINE));
    assertEquals(Set.of("docker.io/library/alpine:3.19"), lock.names());
  }

  @Test
  void oneFileTakesOverWhatAnotherHas() {
    LockFile old =
        new LockFile.Builder()
            .platform(AMD64)
            .image(ALPINE, AMD64, PLAIN)
            .image(GO, AMD64, PLAIN)
            .build();
    Resolution.Resolved changed = image("{\"architecture\":\"amd64\",\"os\":\"linux\"}");
    LockFile merged =
        new LockFile.Builder()
            .addAll(old)
            .image(ALPINE, AMD64, changed)
            .retain(List.of("docker.io/library/alpine:3.19"))
            .build();
    assertEquals(changed, merged.find(ALPINE, AMD64));
    assertNull(merged.find(GO, AMD64));
    assertEquals(PLAIN, old.find(ALPINE, AMD64));
  }

  private static String error(String content) {
    MalformedLockException e =
        assertThrows(MalformedLockException.class, () -> LockFile.parse(content));
    return e.line() + ": " + e.getMessage();
  }

  @Test
  void whatIsNoLockFileIsToldByItsLine() {
    assertEquals("1: luakit.lock is not valid JSON", error(""));
    assertEquals("2: luakit.lock is not valid JSON", error("{\n<<<<<<< HEAD\n"));
    assertEquals("1: it has no version", error("{}"));
    assertEquals(
        "2: it is of version 2, and this luakit reads version 1", error("{\n\"version\": 2}"));
    assertEquals("1: it has an unknown member \"image\"", error("{\"version\":1,\"image\":{}}"));
    assertEquals("0: luakit.lock is not valid JSON", error("\u00ff"));
  }

  @Test
  void anEntryIsWholeAndItsDigestIsOne() {
    String front = "{\"version\":1,\n\"images\":{\"a\":{\"linux/amd64\":";
    String name = "docker.io/library/a:latest";
    assertEquals("2: " + name + " has no digest or no config", error(front + "{}}}}"));
    assertEquals(
        "2: the image's digest \"sha256:1\" needs 64 lower-case hexadecimal digits",
        error(front + "{\"digest\":\"sha256:1\"}}}}"));
    assertEquals(
        "2: an image's configuration is not valid JSON",
        error(front + "{\"digest\":\"" + DIGEST + "\",\"config\":1}}}}"));
  }
}
