package dev.luakit.llb.bk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.luakit.llb.Build;
import dev.luakit.llb.ScriptException;
import dev.luakit.llb.graph.Recording;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.Op;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the declarations say of every option is true of the function that has it. */
class DeclarationsTest {
  private static final Pattern LUA_VALUE = Pattern.compile("true|false|\\d+|\".*\"");

  @TempDir Path folder;

  static Stream<Arguments> options() {
    List<Arguments> options = new ArrayList<>();
    for (Signature function : Declarations.functions()) {
      for (Option<?> option : function.options()) {
        options.add(Arguments.of(function, option));
      }
    }
    return options.stream();
  }

  static Stream<Arguments> fields() {
    return options()
        .flatMap(
            arguments -> {
              Option<?> option = (Option<?>) arguments.get()[1];
              TableType<?> table = option.type().table();
              return table == null
                  ? Stream.empty()
                  : Stream.of(table.fields())
                      .map(field -> Arguments.of(arguments.get()[0], option, field));
            });
  }

  static Stream<Arguments> defaults() {
    return options()
        .filter(arguments -> LUA_VALUE.matcher(option(arguments).byDefault()).matches());
  }

  private static Option<?> option(Arguments arguments) {
    return (Option<?>) arguments.get()[1];
  }

  @Test
  void thereIsACallOfEachFunctionThatTakesOptions() {
    Set<String> functions = new TreeSet<>();
    Set<String> tables = new TreeSet<>();
    options()
        .forEach(
            arguments -> {
              functions.add(((Signature) arguments.get()[0]).qualifiedName());
              TableType<?> table = option(arguments).type().table();
              if (table != null) {
                tables.add(table.className());
              }
            });
    assertEquals(functions, new TreeSet<>(CallTemplates.BY_FUNCTION.keySet()));
    assertEquals(tables, new TreeSet<>(CallTemplates.BY_TABLE.keySet()));
  }

  @ParameterizedTest
  @MethodSource("options")
  void aValueOfAWrongTypeIsRefused(Signature function, Option<?> option) throws IOException {
    assertEquals(
        function.qualifiedName()
            + ": option '"
            + option.name()
            + "' must be "
            + option.type().description()
            + ", got a function",
        error(function, "{ " + option.name() + " = print }"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void aNameThatIsNearlyRightIsCorrected(Signature function, Option<?> option) throws IOException {
    assertEquals(
        function.qualifiedName()
            + ": unknown option '"
            + option.name()
            + "x' (did you mean '"
            + option.name()
            + "'?)",
        error(function, "{ " + option.name() + "x = 1 }"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aFieldOfAWrongTypeIsRefused(Signature function, Option<?> option, Option<?> field)
      throws IOException {
    String message = error(function, table(option, field.name() + " = print"));
    String end = ", field '" + field.name() + "', must be " + field.type().description();
    assertTrue(message.endsWith(end + ", got a function"), message);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aFieldThatIsNearlyRightIsCorrected(Signature function, Option<?> option, Option<?> field)
      throws IOException {
    String message = error(function, table(option, field.name() + "x = 1"));
    String end = "has no field \"" + field.name() + "x\" (did you mean '" + field.name() + "'?)";
    assertTrue(message.endsWith(end), message);
  }

  private static String table(Option<?> option, String field) {
    String table = CallTemplates.BY_TABLE.get(option.type().table().className());
    return "{ " + option.name() + " = " + table.formatted(field) + " }";
  }

  /** Where the default is told as a value, to give that value changes nothing. */
  @ParameterizedTest
  @MethodSource("defaults")
  void theDefaultIsWhatHoldsAnyway(Signature function, Option<?> option) throws IOException {
    String given = "{ " + option.name() + " = " + option.byDefault() + " }";
    assertEquals(operations(function, "{}"), operations(function, given));
  }

  /** The operations; what BuildKit must know to do them may differ. */
  private String operations(Signature function, String options) throws IOException {
    Build build = Recording.luakit().build().evaluate(script(function, options));
    StringBuilder operations = new StringBuilder();
    for (ByteString op : Definition.parseFrom(build.definition().toByteArray()).getDefList()) {
      operations.append(Op.parseFrom(op)).append('\n');
    }
    return operations.toString();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aCallWithoutWhatMustBeGivenIsRefused(Signature function) throws IOException {
    String call = (function.isMethod() ? "s:" : "bk.") + function.name() + "()";
    String script = "local s = bk.image('alpine')\n" + call + "\nbk.export(s)\n";
    Path file = Files.writeString(folder.resolve("build.lua"), script);
    boolean needed = function.parameters().stream().anyMatch(p -> !p.isOptional());
    if (needed) {
      ScriptException e =
          assertThrows(ScriptException.class, () -> Recording.luakit().build().evaluate(file));
      assertTrue(e.message().startsWith(function.qualifiedName() + ": "), e.message());
    } else {
      Recording.luakit().build().evaluate(file);
    }
  }

  static List<Signature> functions() {
    return Declarations.functions();
  }

  @Test
  void propertiesAreThere() throws IOException {
    StringBuilder script = new StringBuilder("local platform = bk.platform('linux/arm/v7')\n");
    for (Declarations.Property property : Declarations.PROPERTIES) {
      // One that may be nil is read: a name that is not known is an error.
      String check = property.type().endsWith("|nil") ? "local _ = (%s.%s)\n" : "assert(%s.%s)\n";
      script.append(check.formatted(property.owner(), property.name()));
    }
    script.append("bk.export(bk.scratch())\n");
    Path file = Files.writeString(folder.resolve("build.lua"), script);
    Recording.luakit().build().evaluate(file);
  }

  @Test
  void noNameIsDeclaredTwice() {
    for (Signature function : Declarations.functions()) {
      Set<String> names = new HashSet<>();
      for (Option<?> option : function.options()) {
        assertTrue(names.add(option.name()), option.name());
        assertTrue(option.alias() == null || names.add(option.alias()), option.name());
      }
    }
  }

  private String error(Signature function, String options) throws IOException {
    Path file = script(function, options);
    return assertThrows(ScriptException.class, () -> Recording.luakit().build().evaluate(file))
        .message();
  }

  private Path script(Signature function, String options) throws IOException {
    String call = CallTemplates.BY_FUNCTION.get(function.qualifiedName()).formatted(options);
    return Files.writeString(
        folder.resolve("build.lua"), "local s = bk.image('alpine')\n" + call + "\nbk.export(s)\n");
  }
}
