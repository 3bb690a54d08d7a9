package dev.luakit.llb.testing;

import dev.luakit.vm.LuaFunction;
import java.util.ArrayList;
import java.util.List;

/** Tests that belong together, and what is done before and after each of them. */
final class Group implements Declared {
  private final Group group;
  private final String name;
  private final LuaFunction body;
  private final List<Declared> members = new ArrayList<>();
  private final List<LuaFunction> before = new ArrayList<>();
  private final List<LuaFunction> after = new ArrayList<>();

  /** Why the body failed, null where it did not; then its members don't count. */
  private TestResult broken;

  /**
   * @param group the group that it is in, null for the file
   * @param name the names of the groups, and its own; a byte string
   * @param body what declares its members, null for the file
   */
  Group(Group group, String name, LuaFunction body) {
    this.group = group;
    this.name = name;
    this.body = body;
  }

  @Override
  public Group group() {
    return group;
  }

  @Override
  public String name() {
    return name;
  }

  LuaFunction body() {
    return body;
  }

  /** Its groups and tests, in the order in which they are declared. */
  List<Declared> members() {
    return members;
  }

  /** What is done before each test, in order. */
  List<LuaFunction> before() {
    return before;
  }

  /** What is done after each test, in order. */
  List<LuaFunction> after() {
    return after;
  }

  TestResult broken() {
    return broken;
  }

  void setBroken(TestResult result) {
    broken = result;
  }

  /** The name of a member. */
  String nameOf(String member) {
    return group == null ? member : name + SEPARATOR + member;
  }
}
