/**
 * The bytecode: what the compiler hands to the interpreter. It must never know how either works.
 */
package dev.luakit.vm.code;
