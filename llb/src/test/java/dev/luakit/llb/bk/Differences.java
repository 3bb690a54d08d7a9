package dev.luakit.llb.bk;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import dev.luakit.llb.Build;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.Op;
import dev.luakit.proto.ops.OpMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields in which two builds differ: every part of the way to each, such as {@code
 * Mount.cacheOpt.sharing}, {@code CacheOpt.sharing} and {@code Mount.cacheOpt}, and for the image's
 * configuration the names of its members.
 */
final class Differences {
  private static final Pattern MEMBER =
      Pattern.compile("\"(\\w+)\":(\\[[^]]*]|\\{[^{}]*(?:\\{}[^{}]*)*}|\"[^\"]*\")");

  private final Set<String> fields = new HashSet<>();

  private Differences() {}

  static Set<String> between(Build one, Build other) {
    Differences differences = new Differences();
    differences.addOperations(parse(one), parse(other));
    differences.addMembers(one.definition().imageConfig(), other.definition().imageConfig());
    return differences.fields;
  }

  private static Definition parse(Build build) {
    try {
      return Definition.parseFrom(build.definition().toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addOperations(Definition one, Definition other) {
    for (ByteString a : one.getDefList()) {
      if (other.getDefList().contains(a)) {
        addMessages(List.of(), metadata(one, a), metadata(other, a));
        continue;
      }
      for (ByteString b : other.getDefList()) {
        if (!one.getDefList().contains(b) && op(a).getOpCase() == op(b).getOpCase()) {
          addMessages(List.of(), op(a), op(b));
          addMessages(List.of(), metadata(one, a), metadata(other, b));
        }
      }
    }
  }

  private static Op op(ByteString bytes) {
    try {
      return Op.parseFrom(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of an operation; the configuration in it is compared for itself. */
  private static OpMetadata metadata(Definition definition, ByteString op) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(op.toByteArray());
      return definition.getMetadataOrThrow("sha256:" + HexFormat.of().formatHex(hash)).toBuilder()
          .removeDescription("containerimage.config")
          .build();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** A field on the way from the outermost message. */
  private record Step(String message, String field) {}

  private void addMessages(List<Step> way, Message a, Message b) {
    for (FieldDescriptor field : a.getDescriptorForType().getFields()) {
      Step step = new Step(a.getDescriptorForType().getName(), field.getName());
      if (field.isMapField()) {
        addEntries(way, step, entries(a, field), entries(b, field));
      } else if (field.isRepeated()) {
        int most = Math.max(a.getRepeatedFieldCount(field), b.getRepeatedFieldCount(field));
        for (int i = 0; i < most; i++) {
          addValues(way, step, element(a, field, i), element(b, field, i));
        }
      } else if (a.hasField(field) || b.hasField(field)) {
        addValues(way, step, a.getField(field), b.getField(field));
      }
    }
  }

  private static Object element(Message message, FieldDescriptor field, int i) {
    return i < message.getRepeatedFieldCount(field) ? message.getRepeatedField(field, i) : null;
  }

  private static Map<Object, Object> entries(Message message, FieldDescriptor field) {
    Map<Object, Object> entries = new HashMap<>();
    for (Object entry : (List<?>) message.getField(field)) {
      entries.put(((MapEntry<?, ?>) entry).getKey(), ((MapEntry<?, ?>) entry).getValue());
    }
    return entries;
  }

  private void addEntries(List<Step> way, Step step, Map<Object, Object> a, Map<Object, Object> b) {
    Set<Object> keys = new HashSet<>(a.keySet());
    keys.addAll(b.keySet());
    for (Object key : keys) {
      Step entry = new Step(step.message(), step.field() + "[\"" + key + "\"]");
      addValues(way, entry, a.get(key), b.get(key));
    }
  }

  private void addValues(List<Step> before, Step step, Object a, Object b) {
    if (Objects.equals(a, b)) {
      return;
    }
    List<Step> way = new ArrayList<>(before);
    way.add(step);
    if (a instanceof Message one && b instanceof Message other) {
      addMessages(way, one, other);
    } else if (a instanceof Message one) {
      addMessages(way, one, one.getDefaultInstanceForType());
    } else if (b instanceof Message other) {
      addMessages(way, other.getDefaultInstanceForType(), other);
    }
    for (int from = 0; from < way.size(); from++) {
      StringBuilder part = new StringBuilder(way.get(from).message());
      for (Step next : way.subList(from, way.size())) {
        fields.add(part.append('.').append(next.field()).toString());
      }
    }
  }

  private void addMembers(String one, String other) {
    Map<String, String> a = members(one);
    Map<String, String> b = members(other);
    Set<String> names = new HashSet<>(a.keySet());
    names.addAll(b.keySet());
    for (String name : names) {
      if (!Objects.equals(a.get(name), b.get(name))) {
        fields.add(name);
        fields.add("config." + name);
      }
    }
  }

  private static Map<String, String> members(String json) {
    Map<String, String> members = new HashMap<>();
    Matcher matcher = MEMBER.matcher(json.replace("\"config\":{", ""));
    while (matcher.find()) {
      members.put(matcher.group(1), matcher.group(2));
    }
    return members;
  }
}
