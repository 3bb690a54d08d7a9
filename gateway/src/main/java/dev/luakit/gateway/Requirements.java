package dev.luakit.gateway;

import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.Location;
import dev.luakit.proto.ops.OpMetadata;
import dev.luakit.proto.ops.SourceInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a definition needs of the daemon that is to carry it out. */
final class Requirements {
  /** What a script says to need a capability; of the others only the name tells. */
  private static final Map<String, String> IN_SCRIPTS =
      Map.ofEntries(
          Map.entry("diffop", "bk.diff"),
          Map.entry("mergeop", "bk.merge"),
          Map.entry("file.base", "an operation on files"),
          Map.entry("exec.meta.cdi", "the option 'devices'"),
          Map.entry("exec.meta.linux.resources", "the option 'resources'"),
          Map.entry("exec.meta.network", "the option 'network'"),
          Map.entry("exec.meta.proxyenv", "the option 'proxy'"),
          Map.entry("exec.meta.security", "the option 'security'"),
          Map.entry("exec.meta.ulimit", "the option 'ulimit'"),
          Map.entry("exec.mount.cache.sharing", "the option 'sharing' of bk.cache"),
          Map.entry("exec.mount.secret", "bk.secret"),
          Map.entry("exec.mount.selector", "the option 'selector' of bk.bind"),
          Map.entry("exec.mount.ssh", "bk.ssh"),
          Map.entry("exec.mount.tmpfs", "bk.tmpfs"),
          Map.entry("exec.mount.tmpfs.size", "the option 'size' of bk.tmpfs"),
          Map.entry("exec.secretenv", "the option 'secret_env'"),
          Map.entry("exec.validexitcode", "the option 'valid_exit_codes'"),
          Map.entry("meta.exportcache", "the option 'export_cache'"),
          Map.entry("meta.ignorecache", "the option 'ignore_cache'"),
          Map.entry("soruce.http.uidgid", "the option 'uid' or 'gid' of bk.http"),
          Map.entry("source.git", "bk.git"),
          Map.entry("source.git.checksum", "the option 'checksum' of bk.git"),
          Map.entry("source.git.httpauth", "a secret for bk.git"),
          Map.entry("source.git.skipsubmodules", "the option 'skip_submodules'"),
          Map.entry("source.http", "bk.http"),
          Map.entry("source.http.auth", "the option 'auth_header_secret' of bk.http"),
          Map.entry("source.http.header", "the option 'headers' of bk.http"),
          Map.entry("source.image.checksum", "the option 'checksum' of bk.image"),
          Map.entry("source.ocilayout", "bk.oci_layout"));

  private Requirements() {}

  /**
   * Fails if the daemon can't carry the definition out, at the line of the first operation that it
   * can't.
   *
   * @throws FrontendException if it can't
   */
  static void check(Definition definition, Daemon daemon) {
    Map<String, OpMetadata> metadata = definition.getMetadataMap();
    for (com.google.protobuf.ByteString operation : definition.getDefList()) {
      String digest = Definitions.digest(operation);
      OpMetadata known = metadata.get(digest);
      if (known == null) {
        continue;
      }
      for (String capability : new TreeSet<>(known.getCapsMap().keySet())) {
        if (!daemon.operations().contains(capability)) {
          throw lacks(definition, digest, capability);
        }
      }
    }
  }

  private static FrontendException lacks(Definition definition, String digest, String capability) {
    String use = IN_SCRIPTS.getOrDefault(capability, "this operation");
    String message =
        use
            + " needs a newer BuildKit: this one lacks the capability \""
            + capability
            + "\"; update it, or Docker if it is a part of that";
    List<Location> locations =
        definition
            .getSource()
            .getLocationsMap()
            .getOrDefault(digest, dev.luakit.proto.ops.Locations.getDefaultInstance())
            .getLocationsList();
    if (locations.isEmpty() || locations.getFirst().getRangesCount() == 0) {
      return new FrontendException(message);
    }
    Location location = locations.getFirst();
    SourceInfo source = definition.getSource().getInfos(location.getSourceIndex());
    int line = location.getRanges(0).getStart().getLine();
    return new FrontendException(
        source.getFilename() + ":" + line + ": " + message, source, location.getRanges(0));
  }
}
