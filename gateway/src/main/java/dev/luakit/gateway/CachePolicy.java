package dev.luakit.gateway;

import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.OpMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which operations are done again though their results are known: those that the option {@code
 * no-cache} names by their progress group, or all.
 *
 * @param groups the groups in lower case, empty for all; null for none
 */
record CachePolicy(List<String> groups) {
  static CachePolicy parse(FrontendOptions options) {
    String value = options.get("no-cache");
    if (value == null) {
      return new CachePolicy(null);
    }
    List<String> groups = new ArrayList<>();
    for (String group : value.split(",")) {
      if (!group.isBlank()) {
        groups.add(group.strip().toLowerCase(Locale.ROOT));
      }
    }
    return new CachePolicy(groups);
  }

  Definition apply(Definition definition) {
    if (groups == null) {
      return definition;
    }
    Definition.Builder changed = definition.toBuilder();
    for (Map.Entry<String, OpMetadata> known : definition.getMetadataMap().entrySet()) {
      if (names(known.getValue())) {
        changed.putMetadata(
            known.getKey(), known.getValue().toBuilder().setIgnoreCache(true).build());
      }
    }
    return changed.build();
  }

  /** The groups of which the definition has no operation. */
  List<String> unknown(Definition definition) {
    List<String> unknown = new ArrayList<>(groups == null ? List.of() : groups);
    for (OpMetadata known : definition.getMetadataMap().values()) {
      unknown.remove(known.getProgressGroup().getName().toLowerCase(Locale.ROOT));
      unknown.remove(known.getProgressGroup().getId().toLowerCase(Locale.ROOT));
    }
    return unknown;
  }

  private boolean names(OpMetadata metadata) {
    if (groups.isEmpty()) {
      return true;
    }
    String name = metadata.getProgressGroup().getName().toLowerCase(Locale.ROOT);
    String id = metadata.getProgressGroup().getId().toLowerCase(Locale.ROOT);
    return groups.contains(name) || groups.contains(id);
  }
}
