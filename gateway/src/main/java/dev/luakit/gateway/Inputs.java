package dev.luakit.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.luakit.llb.bk.Context;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.State;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.Input;
import dev.luakit.proto.ops.Locations;
import dev.luakit.proto.ops.Op;
import dev.luakit.proto.ops.OpMetadata;
import dev.luakit.proto.ops.Source;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The definitions that a build is given, such as what another target of a bake file makes. */
final class Inputs {
  private final Map<String, Definition> definitions;

  /** The operations of all of them, by digest. */
  private final Map<String, ByteString> operations = new LinkedHashMap<>();

  /**
   * @param definitions the definitions by name
   */
  Inputs(Map<String, Definition> definitions) {
    this.definitions = definitions;
    for (Definition definition : definitions.values()) {
      for (ByteString operation : definition.getDefList()) {
        operations.put(Definitions.digest(operation), operation);
      }
    }
  }

  /** One of them. */
  private record Made(String name, byte[] operation, int output, ImageConfig config)
      implements Context.Files {
    @Override
    public State in(Graph graph, List<Location> at) {
      return operation == null
          ? graph.scratch().withConfig(config)
          : graph.imported(ByteStrings.fromText(name), operation, output, config, at);
    }
  }

  /**
   * What an input makes.
   *
   * @param config the configuration that comes with it
   * @return null where there is no input of the name
   */
  Context.Files get(String name, ImageConfig config) {
    Definition definition = definitions.get(name);
    if (definition == null) {
      return null;
    }
    int count = definition.getDefCount();
    List<Input> last = count == 0 ? List.of() : parse(definition.getDef(count - 1)).getInputsList();
    if (last.isEmpty() || last.getFirst().getDigest().isEmpty()) {
      return new Made(name, null, 0, config);
    }
    ByteString operation = operations.get(last.getFirst().getDigest());
    if (operation == null) {
      throw new FrontendException("the input \"" + name + "\" lacks the operation that makes it");
    }
    return new Made(name, operation.toByteArray(), (int) last.getFirst().getIndex(), config);
  }

  /** The definition with all operations that those in it need. */
  Definition complete(Definition definition) {
    if (operations.isEmpty()) {
      return definition;
    }
    Set<String> present = new HashSet<>();
    ArrayDeque<ByteString> open = new ArrayDeque<>(definition.getDefList());
    for (ByteString operation : definition.getDefList()) {
      present.add(Definitions.digest(operation));
    }
    Set<String> missing = new HashSet<>();
    while (!open.isEmpty()) {
      for (Input input : parse(open.pop()).getInputsList()) {
        String digest = input.getDigest();
        ByteString operation = operations.get(digest);
        if (operation != null && !present.contains(digest) && missing.add(digest)) {
          open.push(operation);
        }
      }
    }
    Set<String> imported = new HashSet<>(missing);
    for (String digest : present) {
      if (operations.containsKey(digest)) {
        imported.add(digest);
      }
    }
    return imported.isEmpty() ? definition : join(definition, missing, imported);
  }

  /**
   * @param missing operations that are to be added
   * @param imported those, and the ones that the definition has already
   */
  private Definition join(Definition definition, Set<String> missing, Set<String> imported) {
    Definition.Builder all = Definition.newBuilder();
    // In the order of the inputs, in which each operation comes after those that it needs.
    for (Map.Entry<String, ByteString> operation : operations.entrySet()) {
      if (missing.contains(operation.getKey())) {
        all.addDef(operation.getValue());
      }
    }
    all.addAllDef(definition.getDefList());
    Map<String, OpMetadata> metadata = new HashMap<>(definition.getMetadataMap());
    Source.Builder source = definition.getSource().toBuilder();
    for (Definition input : definitions.values()) {
      for (Map.Entry<String, OpMetadata> known : input.getMetadataMap().entrySet()) {
        if (imported.contains(known.getKey())) {
          OpMetadata ours = definition.getMetadataMap().get(known.getKey());
          OpMetadata theirs = known.getValue();
          metadata.put(
              known.getKey(), ours == null ? theirs : theirs.toBuilder().mergeFrom(ours).build());
        }
      }
      addSource(source, input.getSource(), missing);
    }
    return all.putAllMetadata(metadata).setSource(source).build();
  }

  private static void addSource(Source.Builder source, Source input, Set<String> missing) {
    int first = source.getInfosCount();
    boolean any = false;
    for (Map.Entry<String, Locations> known : input.getLocationsMap().entrySet()) {
      if (missing.contains(known.getKey())) {
        Locations.Builder moved = known.getValue().toBuilder();
        for (int i = 0; i < moved.getLocationsCount(); i++) {
          dev.luakit.proto.ops.Location location = moved.getLocations(i);
          moved.setLocations(
              i, location.toBuilder().setSourceIndex(location.getSourceIndex() + first));
        }
        source.putLocations(known.getKey(), moved.build());
        any = true;
      }
    }
    if (any) {
      source.addAllInfos(input.getInfosList());
    }
  }

  private static Op parse(ByteString operation) {
    try {
      return Op.parseFrom(operation);
    } catch (InvalidProtocolBufferException e) {
      throw new FrontendException("an input's definition can't be read: " + e.getMessage());
    }
  }
}
