package dev.luakit.cli.nativeimage;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializerFactory;

/**
 * Jackson makes objects of any class of JSON, but a native binary only of those whose members it
 * knows by name: luakit names none, and reads trees. So all else fails as it would without this, as
 * JSON that can't be read.
 */
@TargetClass(className = "tools.jackson.databind.deser.DeserializerCache")
final class OnlyTreesOfJson {
  private OnlyTreesOfJson() {}

  @Substitute
  public ValueDeserializer<?> _createDeserializer2(
      DeserializationContext context,
      DeserializerFactory factory,
      JavaType type,
      BeanDescription.Supplier description) {
    if (JsonNode.class.isAssignableFrom(type.getRawClass())) {
      return factory.createTreeDeserializer(context.getConfig(), type, description);
    }
    return context.reportBadDefinition(type, "a native binary reads trees of JSON only");
  }
}
