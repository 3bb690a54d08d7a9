package dev.luakit.cli.nativeimage;

import java.security.Security;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Java can look certificates up in directories (LDAP), and would bring those and remote objects
 * along for it. Nothing asks for that: certificates come from servers, Java and {@code
 * buildkitd.toml}.
 */
final class NoCertificatesFromDirectories implements Feature {
  @Override
  public void afterRegistration(AfterRegistrationAccess access) {
    Security.removeProvider("JdkLDAP");
  }
}
