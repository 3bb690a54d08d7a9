package dev.luakit.llb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.Location;
import dev.luakit.vm.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a script to what it builds. */
class LuakitTest {
  @TempDir Path folder;
  private Scripts scripts;

  @BeforeEach
  void useFolder() {
    scripts = new Scripts(folder);
  }

  @Test
  void aScriptThatExportsNothingIsAnError() throws IOException {
    assertEquals(
        "build.lua:0:0: the script never calls bk.export, so there is nothing to build;"
            + " end it with bk.export(state)",
        scripts.failure("local s = bk.scratch()"));
  }

  @Test
  void aScriptExportsOnce() throws IOException {
    assertEquals(
        "build.lua:2:4: bk.export: was called before, at build.lua:1; a script exports one state",
        scripts.failure("bk.export(bk.scratch())\nbk.export(bk.scratch())"));
  }

  @Test
  void errorsTellTheirPlaceAndTheLine() throws IOException {
    ScriptException e = scripts.exception("local t = {}\n  t.a.b = 1\n");
    assertEquals("attempt to index field 'a' (a nil value)", e.message());
    assertEquals(2, e.line());
    assertEquals("  t.a.b = 1", e.excerpt());
    assertEquals(folder.resolve("build.lua").toString(), e.file());
  }

  /** What a script can get from any state is alive, though no Lua value refers to it. */
  @Test
  void weakTablesKeepWhatBelongsToTheLibrary() throws IOException {
    scripts.evaluate(
        """
        local weak = setmetatable({}, { __mode = "k" })
        weak[bk.scratch().run] = "run"
        weak[bk.image] = "image"
        weak[bk.image("a")] = "state"
        local library = bk
        bk = nil
        collectgarbage()
        assert(weak[library.scratch().run] == "run" and weak[library.image] == "image")
        local n = 0
        for _ in pairs(weak) do n = n + 1 end
        assert(n == 2)
        library.export(library.scratch())
        """);
  }

  @Test
  void theGraphIsNoGarbage() throws IOException {
    Path script = scripts.write("build.lua", "for i = 1, 1e9 do bk.image('image' .. i) end");
    Luakit luakit = Luakit.builder().limits(Limits.DEFAULT.withMemoryBytes(4 << 20)).build();
    ScriptException e = assertThrows(ScriptException.class, () -> luakit.evaluate(script));
    assertEquals("the script used more than 4194304 bytes of memory", e.message());
  }

  @Test
  void syntaxErrorsToo() throws IOException {
    assertEquals("build.lua:3:8: '=' expected near 'x'", scripts.failure("\n\nlocal_ x\n"));
  }

  @Test
  void errorsInAModuleTellTheModule() throws IOException {
    scripts.write("libs/go.lua", "local M = {}\nfunction M.build() error('no') end\nreturn M\n");
    ScriptException e = scripts.exception("require('libs.go').build()");
    assertEquals("no", e.message());
    assertEquals(folder.resolve("libs/go.lua").toString(), e.file());
    assertEquals(2, e.line());
    assertEquals(2, e.calls().size());
  }

  @Test
  void syntaxErrorsInAModuleToo() throws IOException {
    scripts.write("bad.lua", "local M = {}\nM.x = = 1\nreturn M\n");
    ScriptException e = scripts.exception("require('bad')");
    assertEquals(folder.resolve("bad.lua").toString(), e.file());
    assertEquals(2, e.line());
    assertEquals("M.x = = 1", e.excerpt());
  }

  @Test
  void modulesAreFoundWithDotsAndSlashes() throws IOException {
    scripts.write("libs/go.lua", "return { image = 'golang:1.22' }");
    scripts.evaluate(
        "assert(require('libs.go') == require('libs/go'))"
            + " bk.export(bk.image(require('libs.go').image))");
  }

  @Test
  void limitsEndAScript() throws IOException {
    Path script = scripts.write("build.lua", "while true do end");
    Luakit luakit = Luakit.builder().limits(Limits.DEFAULT.withInstructions(10_000)).build();
    ScriptException e = assertThrows(ScriptException.class, () -> luakit.evaluate(script));
    assertEquals(ScriptException.Kind.LIMIT, e.kind());
    assertEquals(1, e.line());
  }

  @Test
  void buildArgumentsReachTheScript() throws IOException {
    Path script =
        scripts.write(
            "build.lua",
            "assert(bk.arg('VERSION', '0') == '1.2' and os.getenv('VERSION') == '1.2')"
                + " assert(bk.arg('X') == nil and bk.arg('X', 'd') == 'd' and os.getenv('PATH') =="
                + " nil) bk.export(bk.scratch())");
    Luakit.builder().buildArguments(Map.of("VERSION", "1.2")).build().evaluate(script);
  }

  @Test
  void buildArgumentsMayBeTextOfAnyLanguage() throws IOException {
    Path script =
        scripts.write(
            "build.lua",
            "assert(bk.arg('Größe') == 'grün' and os.getenv('Größe') == 'grün')"
                + " bk.export(bk.scratch())");
    Luakit.builder().buildArguments(Map.of("Größe", "grün")).build().evaluate(script);
  }

  @Test
  void whatTheScriptPrintsIsHandedOver() throws IOException {
    List<String> lines = new ArrayList<>();
    Path script =
        scripts.write("build.lua", "print('h\u00e9', 1, bk.scratch()) bk.export(bk.scratch())");
    Luakit.builder()
        .print(line -> lines.add(new String(line, StandardCharsets.UTF_8)))
        .build()
        .evaluate(script);
    assertEquals(List.of("h\u00e9\t1\tstate(scratch)\n"), lines);
  }

  @Test
  void theSameScriptGivesTheSameBytes() throws IOException {
    String code =
        "local t = {} for i = 1, 50 do t['k' .. i] = i end local s = bk.scratch() for k in pairs(t)"
            + " do s = s:mkfile('/' .. k, tostring(t) .. math.random() .. os.time()) end"
            + " bk.export(s, { labels = { a = 1, b = 2 } })";
    assertArrayEquals(
        scripts.evaluate(code).definition().toByteArray(),
        scripts.evaluate(code).definition().toByteArray());
  }

  @Test
  void eachOperationKnowsTheLinesThatMadeIt() throws IOException {
    Build build =
        scripts.evaluate(
            """
            local function step(s, n)
              return s:run("echo " .. n)
            end
            bk.export(step(bk.image("alpine"),
              1))
            """);
    Definition definition = Definition.parseFrom(build.definition().toByteArray());
    assertEquals("build.lua", definition.getSource().getInfos(0).getFilename());
    assertEquals("Lua", definition.getSource().getInfos(0).getLanguage());
    assertTrue(definition.getSource().getInfos(0).getData().toStringUtf8().contains("echo"));
    List<Location> run =
        definition
            .getSource()
            .getLocationsOrThrow(build.definition().exported().digest())
            .getLocationsList();
    assertEquals("2:9-2:28", range(run.get(0)));
    assertEquals("4:10-5:4", range(run.get(1)));
  }

  private static String range(Location location) {
    var start = location.getRanges(0).getStart();
    var end = location.getRanges(0).getEnd();
    return start.getLine()
        + ":"
        + start.getCharacter()
        + "-"
        + end.getLine()
        + ":"
        + end.getCharacter();
  }

  @Test
  void theExportedImageInheritsAndAdds() throws IOException {
    Build build =
        scripts.evaluate(
            """
            local s = bk.scratch():with_env({ A = "1" }):with_workdir("/app"):with_user("me")
            bk.export(s, { env = { B = 2 }, entrypoint = { "/x" }, expose = { 80, "90/udp" } })
            """);
    assertEquals(
        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"User\":\"me\","
            + "\"ExposedPorts\":{\"80/tcp\":{},\"90/udp\":{}},\"Env\":[\"A=1\",\"B=2\"],"
            + "\"Entrypoint\":[\"/x\"],\"WorkingDir\":\"/app\"},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}",
        build.definition().imageConfig());
  }

  @Test
  void statesOfOneEvaluationAreNoUseInAnother() throws IOException {
    assertEquals(
        "state(image docker-image://docker.io/library/alpine:3.19, linux/amd64)",
        scripts.exception("error(tostring(bk.image('alpine:3.19')), 0)").message());
  }

  @Test
  void valuesKeepTheirMetatablesToThemselves() throws IOException {
    scripts.evaluate(
        """
        assert(getmetatable(bk.scratch()) == "state" and type(bk.ssh()) == "userdata")
        assert(not pcall(setmetatable, bk.scratch(), {}))
        assert(bk.platform("linux/arm64/v8") == bk.platform("linux", "arm64"))
        bk.export(bk.scratch())
        """);
  }
}
