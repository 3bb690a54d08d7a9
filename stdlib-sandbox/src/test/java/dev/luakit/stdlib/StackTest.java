package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.luakit.vm.LimitExceeded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that go on Java's stack are bounded, however Lua, Java and coroutines call each other. */
final class StackTest {
  private static final int KIBIBYTE = 1 << 10;

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        local function down(n, levels)
          if n > 0 then return down(n - 1, levels) + 0 end
          if levels > 0 then
            table.sort({ 2, 1 }, function(a, b) down(100, levels - 1) return a < b end)
          end
          return 0
        end
        for i = 1, 500 do down(10, 0) end
        print(down(100, 150))
        """,
        """
        local function down(n, levels)
          if n > 0 then return down(n - 1, levels) + 0 end
          if levels > 0 then
            local co = coroutine.wrap(function()
              for i = 1, 26 do coroutine.yield(down(100, i < 26 and 0 or levels - 1)) end
            end)
            for i = 1, 26 do co() end
          end
          return 0
        end
        print(down(100, 100))
        """,
        """
        local function down(n)
          if n == 0 then return 0 end
          return setmetatable({}, { __index = function() return down(n - 1) end }).x + 0
        end
        for i = 1, 100 do down(10) end
        print(down(5000))
        """,
        """
        local function down(n)
          if n == 0 then return 0 end
          local ok, result = pcall(down, n - 1)
          return result + 0
        end
        for i = 1, 100 do down(10) end
        print(down(5000))
        """
      })
  void oneMebibyteIsEnough(String script) throws InterruptedException {
    assertEquals("0", onThread(script, 1024));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local s = 'x' local function f(n) return (s:gsub('x', function() return f(n + 1) end)) end"
            + " f(1)"
      })
  void aThreadWithLittleStackEndsWithALimit(String script) throws InterruptedException {
    LimitExceeded limit = assertInstanceOf(LimitExceeded.class, onThread(script, 160));
    assertEquals(LimitExceeded.Kind.STACK, limit.kind());
  }

  /** The result of a script on a thread with that many kibibytes of stack, or what it threw. */
  private static Object onThread(String script, int kibibytes) throws InterruptedException {
    Object[] result = new Object[1];
    Runnable run =
        () -> {
          try {
            result[0] = new Script().print(script);
          } catch (RuntimeException | Error e) {
            result[0] = e;
          }
        };
    Thread thread = new Thread(null, run, "small", (long) kibibytes * KIBIBYTE);
    thread.start();
    thread.join();
    return result[0];
  }
}
