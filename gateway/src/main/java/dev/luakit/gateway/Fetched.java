package dev.luakit.gateway;

import dev.luakit.llb.bk.Context;
import dev.luakit.llb.graph.CopyAction;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.Metadata;
import dev.luakit.llb.graph.Source;
import dev.luakit.llb.graph.State;
import dev.luakit.vm.ByteStrings;
import java.util.List;

/** File systems that a build is told to take in the place of those that its script names. */
final class Fetched {
  private Fetched() {}

  /**
   * What a source gives.
   *
   * @param config the configuration that comes with it
   * @param progress what the build's progress calls it
   */
  record FromSource(Source source, ImageConfig config, String progress) implements Context.Files {
    @Override
    public State in(Graph graph, List<Location> at) {
      Metadata shown = new Metadata(ByteStrings.fromText(progress), null, false, null, null);
      return graph.source(source, config, at).withMetadata(shown);
    }
  }

  /** The empty file system. */
  record Empty() implements Context.Files {
    @Override
    public State in(Graph graph, List<Location> at) {
      return graph.scratch();
    }
  }

  /**
   * What an archive holds.
   *
   * @param archive a file system with the archive in it
   * @param path where it is
   */
  record Unpacked(Context.Files archive, String path) implements Context.Files {
    @Override
    public State in(Graph graph, List<Location> at) {
      CopyAction.Builder copy = CopyAction.of(archive.in(graph, at), path, "/");
      return graph.scratch().file(copy.attemptUnpack(true).build(), at);
    }
  }

  /**
   * A directory of another file system.
   *
   * @param path where it is; a byte string
   */
  record Part(Context.Files whole, String path) implements Context.Files {
    @Override
    public State in(Graph graph, List<Location> at) {
      CopyAction.Builder copy = CopyAction.of(whole.in(graph, at), path, "/");
      return graph.scratch().file(copy.dirContentsOnly(true).build(), at);
    }
  }
}
