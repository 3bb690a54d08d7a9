package dev.luakit.llb.image;

import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.ResolveMode;

/**
 * An image that a script names, and of which the digest and the configuration are wanted.
 *
 * @param reference the image's name
 * @param platform the platform for which it is wanted
 * @param mode where BuildKit will look it up
 */
public record ImageRequest(ImageReference reference, Platform platform, ResolveMode mode) {}
