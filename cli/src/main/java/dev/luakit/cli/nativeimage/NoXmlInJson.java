package dev.luakit.cli.nativeimage;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/**
 * Jackson can write trees of XML and rows of databases as JSON, and would bring all of Java's XML
 * along for it.
 */
@TargetClass(className = "tools.jackson.databind.ext.OptionalHandlerFactory")
final class NoXmlInJson {
  private NoXmlInJson() {}

  @Substitute
  public ValueSerializer<?> findSerializer(SerializationConfig config, JavaType type) {
    return null;
  }

  @Substitute
  public ValueDeserializer<?> findDeserializer(DeserializationConfig config, JavaType type) {
    return null;
  }

  @Substitute
  public boolean hasDeserializerFor(Class<?> type) {
    return false;
  }
}
