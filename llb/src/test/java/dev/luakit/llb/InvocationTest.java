package dev.luakit.llb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.luakit.llb.bk.BuildArgument;
import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.ExecOp;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.graph.Vertex;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.vm.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What whoever starts a build says about it, beside the script. */
class InvocationTest {
  private static Build evaluate(Luakit.Builder luakit, String script) {
    return evaluate(luakit, script, ModuleLoader.EMPTY);
  }

  private static Build evaluate(Luakit.Builder luakit, String script, ModuleLoader modules) {
    byte[] text = script.getBytes(StandardCharsets.UTF_8);
    return luakit.build().evaluate("ci/build.lua", text, modules);
  }

  /** The lines that a script prints. */
  private static List<String> printed(Luakit.Builder luakit, String script) {
    List<String> lines = new ArrayList<>();
    luakit.print(line -> lines.add(new String(line, StandardCharsets.UTF_8).strip()));
    evaluate(luakit, script + "\nbk.export(bk.scratch())");
    return lines;
  }

  @Test
  void theTargetIsNilUnlessItIsGiven() {
    assertEquals(List.of("nil"), printed(Luakit.builder(), "print(bk.target)"));
    assertEquals(List.of("test"), printed(Luakit.builder().target("test"), "print(bk.target)"));
  }

  @Test
  void aMisspeltTargetIsAnErrorAllTheSame() {
    ScriptException error =
        assertThrows(ScriptException.class, () -> evaluate(Luakit.builder(), "print(bk.traget)"));
    assertEquals("bk has no function \"traget\"", error.message().substring(0, 27));
  }

  @Test
  void theBuildersPlatformIsThatWhichIsBuiltForUnlessItIsGiven() {
    String script = "print(tostring(bk.build_platform) .. ' ' .. tostring(bk.target_platform))";
    Platform arm = Platform.parse("linux/arm64");
    assertEquals(
        List.of("linux/arm64 linux/arm64"), printed(Luakit.builder().platform(arm), script));
    Luakit.Builder cross =
        Luakit.builder().platform(arm).buildPlatform(Platform.parse("linux/amd64"));
    assertEquals(List.of("linux/amd64 linux/arm64"), printed(cross, script));
  }

  @Test
  void argumentsAboutPlatformsNeedNotBeGiven() {
    String script =
        """
        for _, name in ipairs({ "TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT",
            "BUILDPLATFORM", "BUILDARCH", "BUILD_DATE", "TARGET" }) do
            print(name, bk.arg(name, "?"))
        end
        """;
    Luakit.Builder cross =
        Luakit.builder()
            .platform(Platform.parse("linux/arm/v7"))
            .buildPlatform(Platform.parse("linux/amd64"))
            .buildArguments(Map.of("BUILDARCH", "given"));
    assertEquals(
        List.of(
            "TARGETPLATFORM\tlinux/arm/v7",
            "TARGETOS\tlinux",
            "TARGETARCH\tarm",
            "TARGETVARIANT\tv7",
            "BUILDPLATFORM\tlinux/amd64",
            "BUILDARCH\tgiven",
            "BUILD_DATE\t?",
            "TARGET\t?"),
        printed(cross, script));
  }

  @Test
  void theArgumentsThatAScriptAsksForAreKnownAfterwards() {
    Build build =
        evaluate(
            Luakit.builder().buildArguments(Map.of("A", "given")),
            """
            bk.arg("A", "default")
            bk.arg("B", "default")
            bk.arg("C")
            bk.arg("A")
            bk.export(bk.scratch())
            """);
    List<String> arguments = new ArrayList<>();
    for (BuildArgument argument : build.arguments()) {
      int line = argument.at().getFirst().startLine();
      arguments.add(argument.name() + "=" + argument.value() + " at " + line);
    }
    assertEquals(List.of("A=given at 1", "B=default at 2", "C=null at 3"), arguments);
  }

  @Test
  void aScriptFromAnywhereIsCalledByItsPathInErrorsOnly() {
    ScriptException error =
        assertThrows(ScriptException.class, () -> evaluate(Luakit.builder(), "error('no')"));
    assertEquals("ci/build.lua", error.file());
    Build build = evaluate(Luakit.builder(), "bk.export(bk.image('a'))");
    Vertex image = build.definition().vertices().getFirst();
    assertEquals("build.lua", image.locations().getFirst().file().name());
  }

  @Test
  void theTimeThatModulesTakeToArriveIsNotTheScripts() {
    ModuleLoader slow =
        path -> {
          try {
            Thread.sleep(400);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return path.equals("m.lua") ? "return 1".getBytes(StandardCharsets.UTF_8) : null;
        };
    Luakit.Builder luakit = Luakit.builder().limits(Limits.DEFAULT.withTimeMillis(300));
    evaluate(luakit, "require('m') bk.export(bk.scratch())", slow);
  }

  @Test
  void anOperationOfAnotherDefinitionKeepsItsDigest() {
    Build made = evaluate(Luakit.builder(), "bk.export(bk.image('gcc'):run('make'))");
    Vertex vertex = made.definition().exported();
    Graph graph = new Graph(null);
    State imported =
        graph.imported("lib", bytes(made.definition()), 0, ImageConfig.EMPTY, List.of());
    Definition definition = Definition.of(imported);
    assertEquals(vertex.digest(), definition.exported().digest());
    assertEquals("input", definition.exported().op().kind());
    assertEquals("lib", definition.exported().op().label());
  }

  /** The marshaled operation that a definition exports: the second of its three. */
  private static byte[] bytes(Definition definition) {
    try {
      return dev.luakit.proto.ops.Definition.parseFrom(definition.toByteArray())
          .getDef(1)
          .toByteArray();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatCommandsAreGivenByDefaultIsWhatTheyDoNotSay() {
    Luakit.Builder luakit =
        Luakit.builder()
            .runs(
                new dev.luakit.llb.graph.RunDefaults(
                    dev.luakit.llb.graph.NetworkMode.NONE,
                    "box",
                    List.of(),
                    List.of(),
                    "",
                    null,
                    null,
                    64));
    Build build =
        evaluate(
            luakit, "bk.export(bk.image('a'):run('x', { mounts = { bk.tmpfs('/dev/shm/') } }))");
    ExecOp command = (ExecOp) build.definition().exported().op();
    assertEquals("box", command.command().hostname());
    assertEquals(1, command.command().mounts().size());
  }
}
