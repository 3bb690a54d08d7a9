package dev.luakit.bench;

import dev.luakit.stdlib.LuaSandbox;
import dev.luakit.stdlib.LuaValue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Functions of the string library that match patterns, in a text of 1,000 words. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PatternBenchmark {
  /** What is called. */
  public enum Call {
    FIND_PLAIN("return text:find('word999', 1, true)"),
    FIND("return text:find('w%a+999')"),
    GMATCH("local n = 0 for w in text:gmatch('%a+') do n = n + 1 end return n"),
    GSUB("return (text:gsub('(%a+)(%d+)', '%2%1'))"),
    BACKTRACKING("return text:sub(1, 300):find('.-.-z')");

    private final String body;

    Call(String body) {
      this.body = body;
    }
  }

  /** Which one. */
  @Param public Call call;

  private LuaSandbox lua;
  private LuaValue function;

  /** Makes the text and the function. */
  @Setup
  public void make() {
    lua = LuaSandbox.builder().build();
    function =
        lua.run(
                "local words = {}\n"
                    + "for i = 1, 1000 do words[i] = 'word' .. i end\n"
                    + "local text = table.concat(words, ' ')\n"
                    + "return function() "
                    + call.body
                    + " end",
                "pattern.lua")
            .getFirst();
  }

  /** Calls it; each call has the limits to itself. */
  @Benchmark
  public List<LuaValue> match() {
    lua.renewLimits();
    return lua.call(function);
  }
}
