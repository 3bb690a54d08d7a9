package dev.luakit.llb.graph;

import java.util.List;

/**
 * One thing that an operation says, for people to read.
 *
 * @param name what it is, in the words of the script's options
 * @param value what it says; a byte string, which may hold anything
 */
public record Detail(String name, String value) {

  /** Adds a detail unless it says nothing. */
  static void add(List<Detail> details, String name, String value) {
    if (value != null && !value.isEmpty()) {
      details.add(new Detail(name, value));
    }
  }

  /** Adds a detail for something that is either so or not mentioned. */
  static void add(List<Detail> details, String name, boolean value) {
    if (value) {
      details.add(new Detail(name, "true"));
    }
  }
}
