package dev.luakit.gateway;

import dev.luakit.llb.bk.Context;
import dev.luakit.llb.graph.Graph;
import dev.luakit.proto.ops.Definition;
import java.util.List;

/**
 * A file system that the daemon gets as a whole, such as a commit of a git repository.
 *
 * @param files what it is
 * @param shown what messages call it
 * @param inputs what it may be made of
 */
record FilesDirectory(Context.Files files, String shown, Inputs inputs) implements Directory {
  @Override
  public Definition definition(List<String> paths, String purpose) {
    return inputs.complete(Definitions.of(files.in(new Graph(null), List.of())));
  }
}
