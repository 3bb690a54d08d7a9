package dev.luakit.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An image whose configuration says more than that of a base image does. */
final class ConfiguredImage {
  static final String NAME = "luakit-e2e/configured";

  private static final String DOCKERFILE =
      """
      FROM alpine:3.19
      RUN mkdir -p /opt/bin && printf '#!/bin/sh\\necho from its PATH\\n' > /opt/bin/only-here \\
          && chmod +x /opt/bin/only-here
      ENV PATH=/opt/bin:$PATH MARK="from the image"
      WORKDIR /srv/app
      USER nobody
      ENTRYPOINT ["/opt/bin/only-here"]
      CMD ["argument"]
      EXPOSE 80
      LABEL inherited=yes
      VOLUME /data
      STOPSIGNAL SIGQUIT
      """;

  private ConfiguredImage() {}

  static void make() throws IOException, InterruptedException {
    Path dockerfile = Files.createTempFile("configured", ".Dockerfile");
    try {
      Files.writeString(dockerfile, DOCKERFILE);
      Program.run(List.of("docker", "buildx", "build", "--load", "-t", NAME, "-"), dockerfile)
          .expectSuccess("docker buildx build of " + NAME);
    } finally {
      Files.delete(dockerfile);
    }
  }
}
