package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The document of the command line is true. */
class CommandReferenceTest {
  @Test
  void the_document_is_what_the_commands_declare() throws IOException {
    assertEquals(CommandReference.document(), Files.readString(CommandReference.DOCUMENT));
  }

  @Test
  void every_command_and_option_is_in_it() throws IOException {
    String document = Files.readString(CommandReference.DOCUMENT);
    for (CommandLine command : Arguments.commandLine().getSubcommands().values()) {
      assertTrue(document.contains("\n## luakit " + command.getCommandName() + "\n"));
      for (OptionSpec option : command.getCommandSpec().options()) {
        for (String name : option.names()) {
          assertTrue(document.contains("`" + name), name);
        }
      }
    }
  }

  /** What the examples call buildctl, docker and jq is other programs. */
  @Test
  void its_examples_are_commands_that_luakit_understands() {
    int tried = 0;
    for (CommandLine command : Arguments.commandLine().getSubcommands().values()) {
      for (String line : command.getCommandSpec().usageMessage().footer()) {
        if (line.startsWith("  luakit ")) {
          String own = line.strip().split(" +[|>] +|   +")[0].substring("luakit ".length());
          Arguments.parse(own.replace("'", "").split(" "));
          tried++;
        }
      }
    }
    assertTrue(tried >= 20, "only " + tried);
  }
}
