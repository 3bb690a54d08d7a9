package dev.luakit.cli.nativeimage;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * gRPC can ask name servers for more than addresses, by way of Java's directories, and would bring
 * those and remote objects along for it; but the frontend talks to standard input and output, which
 * have no name.
 */
@TargetClass(className = "io.grpc.internal.DnsNameResolver")
final class NoDirectories {
  private NoDirectories() {}

  @Substitute
  static ResourceResolverFactory getResourceResolverFactory(ClassLoader loader) {
    return null;
  }

  /** What gRPC takes null of for a sign that there are no directories. */
  @TargetClass(
      className = "io.grpc.internal.DnsNameResolver",
      innerClass = "ResourceResolverFactory")
  interface ResourceResolverFactory {}
}
