/**
 * The Lua 5.1 virtual machine: values, the interpreter of the compiler's bytecode, and the limits
 * that hold a script; it must never know of files, the network, or BuildKit.
 *
 * <p>A Lua value is a plain Java object:
 *
 * <table>
 * <caption>Lua values in Java</caption>
 * <tr><th>Lua</th><th>Java</th></tr>
 * <tr><td>nil</td><td>{@code null}</td></tr>
 * <tr><td>boolean</td><td>{@link java.lang.Boolean#TRUE} or {@code FALSE}, no other instance</td></tr>
 * <tr><td>number</td><td>{@link java.lang.Double}</td></tr>
 * <tr><td>string</td><td>{@link java.lang.String}, each char a byte (0 to 255), see {@link
 * dev.luakit.vm.ByteStrings}</td></tr>
 * <tr><td>table</td><td>{@link dev.luakit.vm.LuaTable}</td></tr>
 * <tr><td>function</td><td>{@link dev.luakit.vm.LuaFunction}</td></tr>
 * <tr><td>thread</td><td>{@link dev.luakit.vm.Coroutine}</td></tr>
 * <tr><td>userdata</td><td>{@link dev.luakit.vm.Userdata}</td></tr>
 * </table>
 *
 * <p>Several values at once (the results of a function) are an {@code Object[]}, which is never a
 * value itself; exactly one value may stand for itself without an array.
 */
package dev.luakit.vm;
