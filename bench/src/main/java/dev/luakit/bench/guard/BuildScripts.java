package dev.luakit.bench.guard;

/** Build scripts of any length that look like those that people write. */
public final class BuildScripts {
  /** Ten lines that make a service. */
  private static final String SERVICE =
      """
      local deps%1$d = base
          :copy(bk.local_("context", { include = { "services/%1$d/go.*" } }), ".", "/src/%1$d")
          :run("go mod download", { cwd = "/src/%1$d", mounts = { modules } })
      local built%1$d = deps%1$d:run({ "go", "build", "-o", "/out/service-%1$d", "." }, {
          cwd = "/src/%1$d",
          env = { CGO_ENABLED = "0", GOFLAGS = "-trimpath" },
          mounts = { modules, bk.cache("/root/.cache/go-build", { id = "build" }) },
      }):with_metadata({ description = "service " .. tostring(%1$d) })
      layers[#layers + 1] = bk.scratch():copy(built%1$d, "/out/service-%1$d", "/bin/service-%1$d")
      """;

  private static final String FIRST =
      """
      -- Builds the services, each in a layer of its own.
      local base = bk.image("golang:1.22"):run("mkdir -p /src /out")
      local modules = bk.cache("/go/pkg/mod", { id = "modules" })
      local layers = {}
      """;

  private static final String LAST =
      """
      local all = bk.scratch():mkdir("/etc"):mkfile("/etc/services", tostring(#layers))
      for i = 1, #layers do
          all = bk.merge(all, layers[i])
      end
      bk.export(all, { entrypoint = { "/bin/service-1" }, env = { MODE = "production" } })
      """;

  private BuildScripts() {}

  /** A script of about as many lines, which exports an image. */
  public static String ofLines(int lines) {
    StringBuilder script = new StringBuilder(FIRST);
    // No more local variables than a function may have: each twenty services are one block.
    int services = Math.max(0, (lines - 9) / 10);
    for (int i = 0; i < services; i++) {
      if (i % 20 == 0) {
        script.append("do ");
      }
      script.append(SERVICE.formatted(i));
      if (i % 20 == 19 || i == services - 1) {
        script.append("end ");
      }
    }
    return script.append(LAST).toString();
  }
}
