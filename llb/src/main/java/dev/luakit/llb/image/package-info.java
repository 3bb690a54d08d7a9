/**
 * What is known of the images that a script names: their digests and configurations, and who is
 * asked for them.
 *
 * <p>This package must never know Lua, nor how a registry is reached.
 */
package dev.luakit.llb.image;
