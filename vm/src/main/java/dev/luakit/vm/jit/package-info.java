/**
 * Translates the bytecode of hot functions to JVM classes. It knows instructions, and the names of
 * the methods that {@code Operations} offers; it must never know what those do, nor touch a value.
 *
 * <p>A translation works on a {@link dev.luakit.vm.jit.Region} of a function: {@link
 * dev.luakit.vm.jit.Liveness} says which registers matter where, {@link dev.luakit.vm.jit.Kinds}
 * which of them hold numbers and can live unboxed, and {@link dev.luakit.vm.jit.BodyEmitter} writes
 * the code.
 */
package dev.luakit.vm.jit;
