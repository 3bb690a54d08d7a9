/**
 * From the parse tree to bytecode. It must never know a value's behaviour beyond what a constant
 * is.
 */
package dev.luakit.vm.compiler;
