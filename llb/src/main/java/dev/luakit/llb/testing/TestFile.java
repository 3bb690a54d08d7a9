package dev.luakit.llb.testing;

import dev.luakit.llb.Script;
import dev.luakit.llb.ScriptException;
import dev.luakit.stdlib.Failure;
import dev.luakit.stdlib.ScriptFile;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of tests: it is evaluated in a sandbox of its own, then the tests that it has declared are
 * run, in their order.
 *
 * <p>The limits are those of the whole file. A test that reaches one ends the file. A build script
 * that a test evaluates has the same limits for itself, but for the time: that is what the file has
 * left. No test can catch that a build script reaches a limit.
 */
public final class TestFile {
  private final Path path;
  private final TestSettings settings;
  private final Consumer<TestResult> listener;
  private final Script script;
  private final DeclaringLibrary declaring = new DeclaringLibrary();
  private final Group top = new Group(null, "", null);
  private final List<TestResult> results = new ArrayList<>();

  /** The world of the file; null before its source was read. */
  private TestSandbox sandbox;

  private TestFile(Path path, TestSettings settings, Consumer<TestResult> listener) {
    this.path = path;
    this.settings = settings;
    this.listener = listener;
    script = new Script(path.toString(), path.getFileName().toString());
  }

  /**
   * Runs the tests of a file.
   *
   * @param listener is told of each test as soon as it has run, and of what else failed
   * @throws IOException if the file can't be read
   * @throws ScriptException if the thread was interrupted
   */
  public static FileResult run(Path path, TestSettings settings, Consumer<TestResult> listener)
      throws IOException {
    return new TestFile(path, settings, listener).run();
  }

  private FileResult run() throws IOException {
    long start = System.nanoTime();
    try {
      byte[] text = ScriptFile.read(path, settings.limits().sourceBytes());
      script.setText(text);
      sandbox = new TestSandbox(path, script, settings, declaring, start);
      declare(text);
    } catch (LuaError e) {
      return broken(failed(e, start));
    } catch (LimitExceeded e) {
      return broken(failed(e, start));
    } catch (ScriptException e) {
      return broken(failed(e, start));
    }
    return runTests();
  }

  private FileResult broken(TestResult result) {
    listener.accept(result);
    return new FileResult(results, result, 0);
  }

  // ---- declaring

  private void declare(byte[] text) {
    declaring.setCurrent(top);
    sandbox.run(text);
    Deque<Group> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      Group group = open.pop();
      if (group.body() != null) {
        declare(group);
      }
      if (group.broken() != null) {
        continue;
      }
      for (int i = group.members().size() - 1; i >= 0; i--) {
        if (group.members().get(i) instanceof Group inner) {
          open.push(inner);
        }
      }
    }
    declaring.setCurrent(null);
  }

  private void declare(Group group) {
    long start = System.nanoTime();
    declaring.setCurrent(group);
    try {
      sandbox.call(group.body());
    } catch (LuaError e) {
      group.setBroken(failed(group.name(), e, start));
    }
  }

  /** The tests and the groups that failed, in the order of the file. */
  private List<Declared> ordered() {
    List<Declared> ordered = new ArrayList<>();
    Deque<Declared> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      Declared next = open.pop();
      if (!(next instanceof Group group)) {
        ordered.add(next);
      } else if (group.broken() != null) {
        ordered.add(group);
      } else {
        for (int i = group.members().size() - 1; i >= 0; i--) {
          open.push(group.members().get(i));
        }
      }
    }
    return ordered;
  }

  // ---- running

  private FileResult runTests() {
    List<Declared> all = ordered();
    if (all.isEmpty()) {
      return broken(
          result(
              "",
              System.nanoTime(),
              Failure.of(
                  "the file has no test; one is it(\"...\", function() ... end)", path.toString()),
              null));
    }
    List<Declared> chosen = new ArrayList<>();
    for (Declared each : all) {
      if (each instanceof Group || isChosen(each)) {
        chosen.add(each);
      }
    }
    for (int i = 0; i < chosen.size(); i++) {
      TestResult result =
          switch (chosen.get(i)) {
            case Group group -> group.broken();
            case Test test -> run(test);
          };
      results.add(result);
      listener.accept(result);
      if (!result.passed() && result.failure().limit() != null) {
        return new FileResult(results, null, chosen.size() - i - 1);
      }
    }
    return new FileResult(results, null, 0);
  }

  private boolean isChosen(Declared test) {
    return settings.filter() == null || ByteStrings.toText(test.name()).contains(settings.filter());
  }

  private TestResult run(Test test) {
    long start = System.nanoTime();
    List<Group> groups = new ArrayList<>();
    for (Group group = test.group(); group != null; group = group.group()) {
      groups.add(group);
    }
    LuaError error = null;
    try {
      error = firstError(null, before(groups, test));
      for (Group group : groups) {
        error = firstError(error, group.after());
      }
      return error == null
          ? result(test.name(), start, null, null)
          : failed(test.name(), error, start);
    } catch (LimitExceeded e) {
      return result(test.name(), start, limit(e), null);
    } catch (ScriptException e) {
      return result(test.name(), start, limit(e), null);
    }
  }

  /** What runs before a test, from the outermost group inwards, and then the test. */
  private static List<LuaFunction> before(List<Group> groups, Test test) {
    List<LuaFunction> functions = new ArrayList<>();
    for (int i = groups.size() - 1; i >= 0; i--) {
      functions.addAll(groups.get(i).before());
    }
    functions.add(test.body());
    return functions;
  }

  /**
   * Calls functions up to the first that fails; returns the error that there was before, or its.
   */
  private LuaError firstError(LuaError before, List<LuaFunction> functions) {
    try {
      for (LuaFunction function : functions) {
        sandbox.call(function);
      }
      return before;
    } catch (LuaError e) {
      return before == null ? e : before;
    }
  }

  // ---- results

  private static TestResult result(String name, long start, Failure failure, Failure cause) {
    return new TestResult(ByteStrings.toText(name), failure, cause, System.nanoTime() - start);
  }

  /** What goes on after this failure must leave room for what is kept of it. */
  private TestResult failed(String name, LuaError error, long start) {
    Failure failure = failure(error);
    sandbox.retain(failure);
    return result(name, start, failure, sandbox.cause(error));
  }

  private TestResult failed(LuaError error, long start) {
    return result("", start, failure(error), sandbox == null ? null : sandbox.cause(error));
  }

  private TestResult failed(LimitExceeded error, long start) {
    return result("", start, limit(error), null);
  }

  private TestResult failed(ScriptException error, long start) {
    return result("", start, limit(error), null);
  }

  private Failure failure(LuaError error) {
    return script.failed(TestSandbox.withoutLibrary(error)).failure();
  }

  private Failure limit(LimitExceeded limit) {
    return limit(script.failed(limit));
  }

  private static Failure limit(ScriptException error) {
    if (error.kind() == ScriptException.Kind.INTERRUPTED) {
      throw error;
    }
    return error.failure();
  }
}
