package dev.luakit.gateway;

import dev.luakit.llb.graph.Differ;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.LocalSource;
import dev.luakit.llb.graph.Metadata;
import dev.luakit.proto.ops.Definition;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.List;

/**
 * A directory that the client gives along; only the files that are wanted are transferred.
 *
 * @param name what it is called, as in {@code --local NAME=…}
 * @param session the session that has it
 */
record LocalDirectory(String name, String session) implements Directory {
  @Override
  public Definition definition(List<String> paths, String purpose) {
    List<String> wanted = new ArrayList<>();
    for (String path : paths) {
      wanted.add(ByteStrings.fromText(path));
    }
    String key = ByteStrings.fromText(name);
    LocalSource source =
        LocalSource.of(key)
            .session(ByteStrings.fromText(session))
            .followPaths(wanted)
            .sharedKeyHint(key)
            .differ(Differ.NONE)
            .build();
    Metadata shown =
        new Metadata(ByteStrings.fromText("[internal] " + purpose), null, false, null, null);
    return Definitions.of(new Graph(null).source(source, List.of()).withMetadata(shown));
  }

  @Override
  public String shown() {
    return "the local directory \"" + name + "\"";
  }
}
