package dev.luakit.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of the document about migration make what the Dockerfiles beside them make. */
class MigrationTest {
  private static final Path DOCUMENT =
      Path.of("..", "docs", "migration.md").toAbsolutePath().normalize();

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(lua|dockerfile|sh)\n(.*?)^```$");
  private static final Pattern NAMED = Pattern.compile("(?:--|#) (\\w+/[\\w.]+)\n");

  /** What {@code tar -tv} says of a file: all but its time. */
  private static final Pattern ENTRY =
      Pattern.compile("(\\S+ \\S+) +(\\d+(?:,\\d+)?) \\S+ \\S+ (.*)");

  /** The path that Dockerfiles say of every image, and the folder where nothing says another. */
  private static final Pattern GIVEN =
      Pattern.compile("\"PATH=[^\"]*\",?|\"WorkingDir\":\"/\",?|\"ArgsEscaped\":true,?");

  private static final Pattern VARIABLE = Pattern.compile("\"\\w+=[^\"]*\"");

  @TempDir private static Path folder;
  private static BuildKit buildkit;

  /** What the base image says of itself, which luakit does not ask for in tests. */
  private static List<String> inherited;

  @BeforeAll
  static void write_what_the_document_shows() throws IOException, InterruptedException {
    buildkit = BuildKit.find();
    // What it means that there is none is told by the other tests.
    assumeTrue(buildkit != null, "no daemon is named");
    Path base = Files.createDirectory(folder.resolve("base"));
    Files.writeString(base.resolve("Dockerfile"), "FROM alpine:3.19\n");
    Path image = folder.resolve("base.tar");
    dockerfile("base", new BuildRequest.Output.Image(image));
    inherited =
        VARIABLE.matcher(ImageArchive.config(image)).results().map(MatchResult::group).toList();
    Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
    while (block.find()) {
      String text = block.group(2);
      Matcher named = NAMED.matcher(text);
      if (named.lookingAt()) {
        Path file = folder.resolve(named.group(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      } else if (block.group(1).equals("sh")) {
        String commands = text.replace("luakit ", "'" + Luakit.command() + "' ");
        Program.run(
                folder,
                Map.of(),
                "sh",
                "-ec",
                commands.replace("validate ", "validate --resolve never "))
            .expectSuccess(text);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"service", "site"})
  void script_and_Dockerfile_make_the_same_files(String name, @TempDir Path work)
      throws IOException, InterruptedException {
    Path old = work.resolve("old.tar");
    Path anew = work.resolve("new.tar");
    dockerfile(name, new BuildRequest.Output.Tree(old));
    script(name, new BuildRequest.Output.Tree(anew));
    Map<String, String> wanted = entries(old);
    assertTrue(wanted.size() > 3, wanted::toString);
    assertEquals(lines(wanted), lines(entries(anew)));
    Program.run(List.of("diff", "-r", "--no-dereference", unpacked(old), unpacked(anew)))
        .expectSuccess("the comparison of contents");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"service", "site"})
  void script_and_Dockerfile_make_the_same_settings(String name, @TempDir Path work)
      throws IOException, InterruptedException {
    Path old = work.resolve("old.tar");
    Path anew = work.resolve("new.tar");
    dockerfile(name, new BuildRequest.Output.Image(old));
    script(name, new BuildRequest.Output.Image(anew));
    List<String> wanted = settings(old);
    assertTrue(wanted.size() >= 3, wanted::toString);
    assertEquals(wanted, settings(anew));
  }

  private static void dockerfile(String name, BuildRequest.Output output)
      throws IOException, InterruptedException {
    buildkit.buildDockerfile(folder.resolve(name), output).expectSuccess("the Dockerfile");
  }

  private static void script(String name, BuildRequest.Output output)
      throws IOException, InterruptedException {
    Path context = folder.resolve(name);
    Path script = context.resolve("build.lua");
    buildkit
        .build(new BuildRequest(script, context, Map.of(), Map.of(), Map.of(), List.of(), output))
        .expectSuccess("the script");
  }

  /** Mode, owner and size of each file, by its name and what it links to. */
  private static Map<String, String> entries(Path archive)
      throws IOException, InterruptedException {
    Map<String, String> entries = new TreeMap<>();
    String listed =
        Program.run(List.of("tar", "--numeric-owner", "--full-time", "-tvf", archive.toString()))
            .expectSuccess("tar");
    for (String line : listed.lines().toList()) {
      Matcher entry = ENTRY.matcher(line);
      assertTrue(entry.matches(), line);
      entries.put(entry.group(3), entry.group(1) + " " + entry.group(2));
    }
    return entries;
  }

  private static String lines(Map<String, String> entries) {
    List<String> lines = new ArrayList<>();
    entries.forEach((name, rest) -> lines.add(rest + " " + name));
    return String.join("\n", lines);
  }

  private static String unpacked(Path archive) throws IOException, InterruptedException {
    Path files = Files.createDirectory(Path.of(archive + ".files"));
    Program.run(List.of("tar", "-xf", archive.toString(), "-C", files.toString()))
        .expectSuccess("tar");
    return files.toString();
  }

  /** The members of the configuration's {@code config}, sorted; none of them holds objects. */
  private static List<String> settings(Path archive) throws IOException, InterruptedException {
    String config = ImageArchive.config(archive);
    for (String variable : inherited) {
      config = config.replace(variable + ",", "").replace(variable, "");
    }
    config = GIVEN.matcher(config).replaceAll("");
    Matcher members =
        Pattern.compile("\"config\":(\\{(?:[^{}]|\\{[^{}]*(?:\\{\\}[^{}]*)*\\})*\\})")
            .matcher(config);
    assertTrue(members.find());
    List<String> settings = new ArrayList<>();
    Matcher member =
        Pattern.compile("\"(\\w+)\":(\\[[^]]*\\]|\"[^\"]*\"|\\{(?:[^{}]|\\{\\})*\\})")
            .matcher(members.group(1).substring(1));
    while (member.find()) {
      if (!member.group(2).equals("[]")) {
        settings.add(member.group());
      }
    }
    settings.sort(null);
    return settings;
  }
}
