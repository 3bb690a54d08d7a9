/**
 * Bytes: the protobuf wire format and SHA-256, written for a program that lives for milliseconds.
 *
 * <p>This package must never know what the bytes mean; there is no operation, state or definition
 * here.
 */
package dev.luakit.llb.wire;
