package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile script does with the library ends at a limit or in an error of the script. */
class SandboxTest {
  private static final Limits SMALL =
      Limits.DEFAULT.withInstructions(20_000_000).withMemoryBytes(1 << 26).withTimeMillis(60_000);

  private static LimitExceeded.Kind limitOf(String source) {
    return assertThrows(LimitExceeded.class, () -> new Script().withLimits(SMALL).print(source))
        .kind();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "('x'):rep(1e10)",
        "('x'):rep(math.huge)",
        "('xy'):rep(2^62)",
        "local s = 'x' while true do s = s .. s end",
        "local s = ('x'):rep(1e6) s:gsub('', s)",
        "local s = ('x'):rep(1e6) s:gsub('x', {x = s})",
        "local s = ('x'):rep(1e6) s:gsub('x', function() return s end)",
        "local s = ('x'):rep(1e6) s:gsub('x+', ('%0'):rep(100))",
        "local s = ('x'):rep(1e6) string.format(('%s'):rep(100), unpack({s,s,s,s}, 1, 100))",
        "local t = {} for i = 1, 1e5 do t[i] = ('x'):rep(50) end table.concat(t, ('-'):rep(1000))",
        "local t = {} while true do table.insert(t, 1) end",
        "local t = {} while true do t[#t + 1] = coroutine.create(function() end) end",
        "local s = ('x'):rep(1e6) local t = {} while true do t[#t + 1] = s:upper() end",
        "local t = {} while true do t[#t + 1] = (('x'):rep(1e6) .. #t):gmatch('y') end",
        "table.sort({ 1, 2, 3 }, function() while true do local garbage = {} end end)"
      })
  void growthEndsAtTheLimitOfMemory(String source) {
    // The format above runs out of arguments, if it is not out of memory before.
    String guarded = source.replace("unpack({s,s,s,s}, 1, 100)", "unpack(many(s))");
    String many =
        "local function many(s) local t = {} for i = 1, 100 do t[i] = s end return t end ";
    assertEquals(LimitExceeded.Kind.MEMORY, limitOf(many + guarded));
  }

  /** Loading is work, too, so that little memory is reached before the instructions are. */
  @Test
  void codeThatIsLoadedCountsAsMemory() {
    Limits limits = SMALL.withMemoryBytes(1 << 22);
    String source = "local t = {} while true do t[#t + 1] = loadstring(('f() '):rep(1e4)) end";
    LimitExceeded limit =
        assertThrows(LimitExceeded.class, () -> new Script().withLimits(limits).print(source));
    assertEquals(LimitExceeded.Kind.MEMORY, limit.kind());
  }

  /** As garbage does not count, what limits it is the work of making it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i = 1, 1e9 do ('x'):rep(1e6) end",
        "local s = ('x'):rep(1e6) while true do s:upper() end",
        "local s = ('x'):rep(1e6) while true do s:sub(2) end",
        "while true do coroutine.create(function() end) end",
        "while true do (('x'):rep(1e6)):gmatch('y') end",
        "for i = 1, 1e9 do tostring(i) end",
        "while true do local t = {} for i = 1, 1e4 do t[i] = i end end"
      })
  void garbageEndsAtTheLimitOfInstructions(String source) {
    assertEquals(LimitExceeded.Kind.INSTRUCTIONS, limitOf(source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string.find(('a'):rep(50), ('a?'):rep(50) .. ('a'):rep(50))",
        "string.find(('a'):rep(50), ('a*'):rep(50) .. 'b')",
        "string.find(('a'):rep(50), ('a-'):rep(50) .. 'b')",
        "string.find(('a'):rep(1e5), '.-b')",
        "string.find(('a'):rep(1e5), '(.-)%1b')",
        "string.match(('('):rep(1e5), '%b()')",
        "string.gsub(('a'):rep(1e5), 'a-b', '')",
        "local set = '[' .. ('b'):rep(1e4) .. ']' while true do string.find('a', set) end",
        "string.find(('a'):rep(1e6), ('a'):rep(5e5) .. 'b', 1, true)",
        "for _ in (('a'):rep(1e5)):gmatch('.-b') do end",
        "local s = ('a'):rep(1e6) while true do s:find('b', 1, true) end",
        "local t = {} for i = 1, 1e9 do table.insert(t, 1, i) end",
        "table.insert({}, -1e18, 1)",
        "local t = {} for i = 1, 1e5 do t[i] = i end while true do table.maxn(t) end",
        "local t = {} for i = 1, 1e5 do t[i] = i end while true do table.sort(t) end",
        "table.sort({1, 2, 3}, function() while true do end end)",
        "string.gsub('x', 'x', function() while true do end end)",
        "tostring(setmetatable({}, {__tostring = function() while true do end end}))",
        "load(function() while true do end end)",
        "load(function() return 'x = 1 ' end)",
        "while true do pcall(error, 'x') end",
        "while true do pcall(unpack, {}, 1, 7000) end",
        "local s = '1' .. ('0'):rep(1e6) while true do tonumber(s) end",
        "package.loaders[1] = function() while true do end end require('x')"
      })
  void loopsEndAtTheLimitOfInstructions(String source) {
    Limits limits =
        Limits.DEFAULT.withInstructions(20_000_000).withMemoryBytes(1 << 30).withTimeMillis(60_000);
    LimitExceeded e =
        assertThrows(LimitExceeded.class, () -> new Script().withLimits(limits).print(source));
    assertEquals(LimitExceeded.Kind.INSTRUCTIONS, e.kind());
  }

  /** The reader has used up so much that a recount is due, which has to wait for load to return. */
  @Test
  void instructionsCountWhileARecountWaits() {
    assertEquals(
        LimitExceeded.Kind.INSTRUCTIONS,
        limitOf(
            "local big load(function() big = big or ('x'):rep(4e7) return ' ' end) print(#big)"));
  }

  @Test
  void aLimitPassesEveryPcall() {
    assertEquals(
        LimitExceeded.Kind.MEMORY, limitOf("while true do pcall(string.rep, 'x', 1e10) end"));
    assertEquals(
        LimitExceeded.Kind.INSTRUCTIONS,
        limitOf("pcall(string.find, ('a'):rep(50), ('a*'):rep(50) .. 'b') print('went on')"));
  }

  @Test
  void aLongSetIsReadOnceForTheWholeSubject() {
    Limits few = SMALL.withInstructions(1_000_000);
    String script = "print(string.find(('a'):rep(1e6), '[' .. ('b'):rep(1e4) .. ']'))";
    assertEquals("nil", new Script().withLimits(few).print(script));
  }

  @Test
  void deepPatternsDoNotOverflowTheStack() {
    assertEquals("100000", Script.run("print(#('a'):rep(1e5):match(('a?'):rep(1e5)))"));
  }

  @Test
  void oddNumbersAsArgumentsDoNotBreakAnything() {
    String script =
        """
        local odd = { 0/0, 1/0, -1/0, 2^53 + 2, 2^63, -2^63, 2^31, -2^31, 1e300, "nan", "inf" }
        local function call(f, ...) pcall(f, ...) end
        local skipped = { rep = true, yield = true, foreach = true, foreachi = true }
        for _, e in ipairs(odd) do
          for _, name in ipairs { "string", "table", "math", "os", "coroutine" } do
            for key, f in pairs(_G[name]) do
              if type(f) == "function" and not skipped[key] then
                for _, list in ipairs {
                  { e }, { e, e }, { e, e, e }, { "abc", e }, { "abc", e, e }, { "abc", "b", e },
                  { "abc", "b", "c", e }, { "%d%g%e%f%s%c%x%q%o%i", e, e, e, e, e, e, e, e, e, e },
                  { { 1, 2, 3 }, e }, { { 1, 2, 3 }, "", e }, { { 1, 2, 3 }, "", 1, e },
                  { "*t", e }, { { year = e, month = e, day = e } }, { 1, e }, { e, 1 },
                } do
                  call(f, unpack(list))
                end
              end
            end
          end
          for _, f in ipairs {
            select, unpack, tonumber, error, setfenv, getfenv, rawget, rawset, next, ipairs,
            pairs, tostring, loadstring, load, collectgarbage,
          } do
            for _, list in ipairs {
              { e }, { e, e }, { e, e, e }, { { 1, 2 }, e }, { {}, e, e }, { {}, 1, e },
              { "x", e }, { "x", 1, e }, { "10", e },
            } do
              call(f, unpack(list))
            end
          end
        end
        print("done")
        """;
    assertEquals("done", Script.run(script));
  }

  @Test
  void whatOneScriptChangesAnotherDoesNotSee() {
    Script.run("getmetatable('').__index = nil string.len = nil _G.print = print x = 1");
    assertEquals("1\tnil", Script.run("print(('x'):len(), x)"));
  }

  @Test
  void binaryChunksAreRefused() {
    assertEquals(
        "nil\t=x: a binary chunk can't be loaded, only text".replace("=x", "x"),
        Script.run("print(loadstring('\\27Lua', '=x'))"));
    assertEquals(
        "nil\t(load): a binary chunk can't be loaded, only text",
        Script.run("print(load(function() return '\\27Lua' end))"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "os.execute",
        "os.exit",
        "os.remove",
        "os.rename",
        "os.setlocale",
        "os.tmpname",
        "io.open",
        "io.popen",
        "io.write",
        "io.lines",
        "debug.getinfo",
        "debug.getregistry",
        "debug.sethook",
        "debug.traceback",
        "package.loadlib",
        "string.dump",
        "dofile",
        "loadfile",
        "newproxy"
      })
  void whatIsNotShippedSaysSoByItsFullName(String name) {
    assertEquals(
        "build.lua:1: " + name + " is not available in build scripts (sandboxed)",
        Script.errorOf(name + "('x')"));
  }

  @Test
  void theStandardFilesAreNotShippedEither() {
    assertEquals(
        "build.lua:1: file:write is not available in build scripts (sandboxed)",
        Script.errorOf("io.stdout:write('x')"));
  }
}
