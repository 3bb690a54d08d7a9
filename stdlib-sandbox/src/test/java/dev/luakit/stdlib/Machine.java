package dev.luakit.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/**
 * A virtual machine of its own, with classes of its own: when it translates functions is settled as
 * they are loaded, so that machines of several kinds can run in one process.
 */
public final class Machine {
  private final String name;
  private final UnaryOperator<String> outcome;

  private Machine(String name, String property, String value) {
    this.name = name;
    String before = System.getProperty(property);
    System.setProperty(property, value);
    try {
      Classes classes = new Classes();
      Class.forName("dev.luakit.vm.Template", true, classes);
      outcome = operator(classes.loadClass(Outcome.class.getName()));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    } finally {
      if (before == null) {
        System.clearProperty(property);
      } else {
        System.setProperty(property, before);
      }
    }
  }

  @SuppressWarnings("unchecked") // Outcome says so
  private static UnaryOperator<String> operator(Class<?> type) throws ReflectiveOperationException {
    return (UnaryOperator<String>) type.getDeclaredConstructor().newInstance();
  }

  /** One that translates nothing. */
  public static Machine interpreting() {
    return new Machine("interpreting", "luakit.interpret", "true");
  }

  /**
   * One that translates functions and loops.
   *
   * @param rounds how often they run before
   */
  public static Machine translatingAfter(int rounds) {
    return new Machine("translating after " + rounds, "luakit.hot", Integer.toString(rounds));
  }

  /** How a script ends, what it prints, and what it uses; see {@link Outcome}. */
  public String run(String source) {
    return outcome.apply(source);
  }

  @Override
  public String toString() {
    return name;
  }

  /** Loads all that is luakit's anew. */
  private static final class Classes extends ClassLoader {
    private Classes() {
      super(Machine.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.luakit.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
