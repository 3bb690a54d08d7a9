package dev.luakit.gateway;

import java.util.List;

/** What a current BuildKit's operations can do, as far as luakit needs it. */
final class Capabilities {
  static final List<String> ALL =
      List.of(
          "constraints",
          "diffop",
          "exec.meta.base",
          "exec.meta.cdi",
          "exec.meta.linux.resources",
          "exec.meta.network",
          "exec.meta.proxyenv",
          "exec.meta.security",
          "exec.meta.ulimit",
          "exec.mount.bind",
          "exec.mount.cache",
          "exec.mount.cache.sharing",
          "exec.mount.secret",
          "exec.mount.selector",
          "exec.mount.ssh",
          "exec.mount.tmpfs",
          "exec.mount.tmpfs.size",
          "exec.secretenv",
          "exec.validexitcode",
          "file.base",
          "mergeop",
          "meta.description",
          "meta.exportcache",
          "meta.ignorecache",
          "platform",
          "soruce.http.uidgid",
          "source.git",
          "source.git.checksum",
          "source.git.fullurl",
          "source.git.httpauth",
          "source.git.keepgitdir",
          "source.git.knownsshhosts",
          "source.git.mountsshsock",
          "source.git.skipsubmodules",
          "source.http",
          "source.http.auth",
          "source.http.checksum",
          "source.http.header",
          "source.http.perm",
          "source.image",
          "source.image.checksum",
          "source.image.resolvemode",
          "source.local",
          "source.local.excludepatterns",
          "source.local.followpaths",
          "source.local.includepatterns",
          "source.local.sessionid",
          "source.local.sharedkeyhint",
          "source.ocilayout");

  private Capabilities() {}
}
