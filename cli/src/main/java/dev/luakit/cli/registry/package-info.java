/**
 * Asks registries what the names of images stand for. {@link
 * dev.luakit.cli.registry.RegistryImages} is the way in; it finds the {@link
 * dev.luakit.cli.registry.Server}s of each image (mirrors, then the registry), and looks all images
 * up at once.
 *
 * <p>The ORAS SDK sends the requests for tokens, manifests and configurations; only {@link
 * dev.luakit.cli.registry.Transport} knows of it.
 *
 * <p>Nothing in this package is loaded until an image is to be looked up. It must never know of the
 * command line's options, or write to the terminal: what it has to say it tells {@link
 * dev.luakit.cli.registry.RegistryNotices}.
 */
package dev.luakit.cli.registry;
