package dev.luakit.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Programs for those who type {@code luakit build | buildctl build} where there is only Docker: the
 * first remembers what is to be built, and the second has Docker build it by luakit's frontend. The
 * options that both clients have are written alike.
 */
final class BuildctlByDocker {
  private static final String LUAKIT =
      """
      #!/bin/sh
      if [ "$1" = build ]; then
        printf '%%s\\n' "$@" >"$SESSION/build"
        case " $* " in *" -o "*) ;; *) exit ;; esac
        shift
        set -- build --resolve=never "$@"
      fi
      exec '%s' "$@"
      """;

  private static final String BUILDCTL =
      """
      #!/bin/sh
      cat >/dev/null # When nothing more comes, what is to be built is known.
      shift
      context=. script=build.lua output=--output=type=cacheonly left=$#
      while [ $left -gt 0 ]; do
        word=$1 left=$((left - 1))
        shift
        case $word in
          --local) context=${1#context=} left=$((left - 1)); shift ;;
          --output) output=; set -- "$@" "$word" ;;
          *) set -- "$@" "$word" ;;
        esac
      done
      while read -r word; do
        case $word in
          build) ;;
          -o | --image-config) read -r word ;;
          --*) read -r value; set -- "$@" "$word" "$value" ;;
          *) script=$word ;;
        esac
      done <"$SESSION/build"
      exec docker buildx build --build-arg BUILDKIT_SYNTAX=%s -f "$script" $output "$@" "$context"
      """;

  private BuildctlByDocker() {}

  /**
   * Writes them.
   *
   * @param folder where a shell finds programs; its variable {@code SESSION} names another one
   * @param frontend the frontend's image
   */
  static void write(Path folder, String frontend) throws IOException {
    program(folder.resolve("luakit"), LUAKIT.formatted(Luakit.command()));
    program(folder.resolve("buildctl"), BUILDCTL.formatted(frontend));
  }

  /** Writes a program. */
  static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
  }
}
