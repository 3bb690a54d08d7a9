package dev.luakit.llb.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Environment variables in order. A variable that is set again moves to the end, which is the order
 * in which BuildKit's Go client hands it to a command. Immutable.
 */
public final class Environment {
  /** No variables. */
  public static final Environment EMPTY = new Environment(new LinkedHashMap<>());

  /** Bytes that a variable costs besides its text. */
  private static final int VARIABLE_BYTES = 160;

  private final Map<String, String> values;

  private Environment(Map<String, String> values) {
    this.values = values;
  }

  /** Starts with no variables. */
  public static Builder builder() {
    return new Builder(new LinkedHashMap<>());
  }

  /** These variables, and then each of the others. */
  Environment withAll(Environment others) {
    if (values.isEmpty()) {
      return others;
    }
    if (others.values.isEmpty()) {
      return this;
    }
    Builder all = toBuilder();
    for (Map.Entry<String, String> variable : others.values.entrySet()) {
      all.put(variable.getKey(), variable.getValue());
    }
    return all.build();
  }

  /** These variables and one more; fails as {@link Builder#set} does. */
  Environment with(String name, String value) {
    return toBuilder().set(name, value).build();
  }

  /** Starts with these variables. */
  Builder toBuilder() {
    return new Builder(new LinkedHashMap<>(values));
  }

  /** The value of a variable, or null if there is none of this name. */
  String get(String name) {
    return values.get(name);
  }

  /** How many variables there are. */
  public int size() {
    return values.size();
  }

  /** Bytes of memory that the variables take, roughly. */
  public long bytes() {
    long bytes = 0;
    for (Map.Entry<String, String> variable : values.entrySet()) {
      bytes += VARIABLE_BYTES + variable.getKey().length() + variable.getValue().length();
    }
    return bytes;
  }

  /** Whether there is no variable. */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /** All variables as {@code NAME=value}. */
  public List<String> entries() {
    List<String> entries = new ArrayList<>(values.size());
    for (Map.Entry<String, String> variable : values.entrySet()) {
      entries.add(variable.getKey() + "=" + variable.getValue());
    }
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Environment that && entries().equals(that.entries());
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return entries().toString();
  }

  /** Collects variables. */
  public static final class Builder {
    private Map<String, String> values;

    private Builder(Map<String, String> values) {
      this.values = values;
    }

    /**
     * Sets a variable.
     *
     * @throws InvalidGraphException if the name is empty or has {@code =} or NUL in it, or the
     *     value has NUL in it
     */
    public Builder set(String name, String value) {
      if (name.isEmpty()) {
        throw new InvalidGraphException("the name of an environment variable must not be empty");
      }
      if (name.indexOf('=') >= 0) {
        throw new InvalidGraphException(
            "the name of an environment variable must not have a \"=\" in it: \"" + name + "\"");
      }
      if (name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
        throw new InvalidGraphException(
            "an environment variable must not have a NUL character in it");
      }
      put(name, value);
      return this;
    }

    /**
     * Sets a variable, given as {@code NAME=value}.
     *
     * @throws InvalidGraphException if there is no {@code =}, and as {@link #set} does
     */
    Builder entry(String entry) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw new InvalidGraphException(
            "environment variable \"" + entry + "\" is not of the form NAME=value");
      }
      return set(entry.substring(0, equals), entry.substring(equals + 1));
    }

    private void put(String name, String value) {
      values.remove(name);
      values.put(name, value);
    }

    /** The variables; the builder must not be used any more. */
    public Environment build() {
      Environment built = new Environment(values);
      values = null;
      return built;
    }
  }
}
