package dev.luakit.llb.testing;

import dev.luakit.vm.LuaFunction;

/**
 * A test.
 *
 * @param group the group that it is in
 * @param name the names of the groups, and its own; a byte string
 * @param body what it does
 */
record Test(Group group, String name, LuaFunction body) implements Declared {}
