package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without picocli is what picocli would read. */
@Tag(Binary.JVM)
class PlainArgumentsTest {
  private static final String[] WORDS = {
    "build",
    "validate",
    "eval",
    "dag",
    "lock",
    "version",
    "--help",
    "-h",
    "-V",
    "--version",
    "a.lua",
    "b.lua",
    "@a.lua",
    "-",
    "--",
    "",
    " ",
    "'a b'",
    "\"a b\"",
    "a=b",
    "=",
    "--=",
    "é.lua",
    "-o",
    "-o=x",
    "-ox",
    "--output",
    "--output=x.pb",
    "--output=",
    "x.pb",
    "--ouput=x",
    "--build-arg",
    "--build-arg=A=1",
    "--build-arg=A",
    "--build-arg=",
    "--frontend-arg=B=\"2\"",
    "A=1",
    "B=2 3",
    "=1",
    "C=--locked",
    "--platform",
    "--platform=linux/amd64",
    "--platform=linux/arm64,linux/amd64",
    "linux/x86_64",
    "--platform=linux",
    "linux/arm64,",
    "--target",
    "--target=dev",
    "dev",
    "--locked",
    "--locked=true",
    "--locked=false",
    "--no-locked",
    "--resolve",
    "--resolve=never",
    "never",
    "auto",
    "always",
    "--resolve=nevr",
    "--image-config",
    "--image-config=c.json",
    "c.json",
    "--timeout=1s",
    "--timeout",
    "5s",
    "--max-memory=1g",
    "--registry-mirror=docker.io=m",
    "-e",
    "print(1)",
    "--stats",
    "--format=json",
    "--check",
    "--update",
  };

  private static String[] split(String line) {
    return line.isEmpty() ? new String[0] : line.split(" ", -1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "build",
        "build build.lua",
        "build build.lua -o out.pb",
        "build -o out.pb build.lua",
        "build --output=out.pb --image-config c.json build.lua",
        "build --build-arg A=1 --build-arg B= --frontend-arg=A=x=y build.lua",
        "build --platform linux/amd64,linux/arm64 --platform linux/x86_64 build.lua",
        "build --target dev --resolve=never --locked build.lua",
        "validate build.lua",
        "validate --platform linux/arm/v7 --resolve always build.lua",
        "eval script.lua",
        "eval script.lua one --two -h -- -e =",
      })
  void the_usual_is_plain_and_read_alike(String line) {
    String[] args = split(line);
    Request plain = PlainArguments.parse(args);
    assertNotNull(plain, line);
    assertEquals(Arguments.parse(args), plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--help",
        "version",
        "dag build.lua",
        "build --help",
        "build -h build.lua",
        "build a.lua b.lua",
        "build build.lua -o",
        "build -oout.pb build.lua",
        "build --output= build.lua",
        "build -o a -o b build.lua",
        "build -o - build.lua",
        "build -o --locked build.lua",
        "build --locked=false build.lua",
        "build --timeout 5s build.lua",
        "build --build-arg NAME build.lua",
        "build --platform linux build.lua",
        "build --resolve=nevr build.lua",
        "build --unknown build.lua",
        "build -- build.lua",
        "validate -o out.pb build.lua",
        "eval",
        "eval -",
        "eval -e print(1)",
        "eval --stats script.lua",
      })
  void everything_else_is_picocli_s(String line) {
    assertNull(PlainArguments.parse(split(line)), line);
  }

  @Test
  void what_is_plain_of_random_command_lines_is_read_alike() {
    Random random = new Random(25);
    int plain = 0;
    for (int i = 0; i < 60_000; i++) {
      List<String> words = new ArrayList<>();
      words.add(WORDS[random.nextInt(3)]);
      for (int n = random.nextInt(7); n > 0; n--) {
        words.add(WORDS[random.nextInt(WORDS.length)]);
      }
      String[] args = words.toArray(new String[0]);
      Request request = PlainArguments.parse(args);
      if (request != null) {
        plain++;
        assertEquals(Arguments.parse(args), request, words.toString());
      }
    }
    assertTrue(plain > 2_000, "only " + plain + " were plain");
  }
}
