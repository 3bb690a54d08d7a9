package dev.luakit.cli.nativeimage;

import com.google.protobuf.GeneratedMessageLite;
import java.nio.Buffer;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * The messages between BuildKit and the frontend are read and written by way of their fields, which
 * the library looks for by name: a native binary has to know those of all messages in it.
 */
final class FieldsOfMessages implements Feature {
  @Override
  public void beforeAnalysis(BeforeAnalysisAccess access) {
    access.registerSubtypeReachabilityHandler(
        (during, message) -> {
          RuntimeReflection.register(message);
          RuntimeReflection.register(message.getDeclaredFields());
        },
        GeneratedMessageLite.class);
    // It reads and writes them by the class that Java has for that, which it asks for all it can
    // do.
    Class<?> unsafe = access.findClassByName("sun.misc.Unsafe");
    RuntimeReflection.register(unsafe);
    RuntimeReflection.register(unsafe.getDeclaredFields());
    RuntimeReflection.register(unsafe.getDeclaredMethods());
    try {
      RuntimeReflection.register(Buffer.class.getDeclaredField("address"));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e); // It is in every Java so far.
    }
  }
}
