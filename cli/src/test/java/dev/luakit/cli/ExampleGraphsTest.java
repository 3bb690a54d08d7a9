package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The graphs of the examples, as {@code luakit dag} shows them. */
class ExampleGraphsTest {
  private static String graph(String example, String... options) {
    List<String> args = new ArrayList<>(List.of("dag", "--format=text"));
    args.addAll(List.of(options));
    args.add("./build.lua");
    Shell shell = new Shell(Guide.ROOT.resolve("examples").resolve(example));
    Shell.Result result = shell.run(args.toArray(new String[0]));
    assertEquals("", result.err());
    return result.out();
  }

  @Test
  void hello() {
    assertEquals(
        """
        export: workdir /
        op3 mkfile /greeting.txt    build.lua:13
        op2 mkfile /etc/hello/name  build.lua:12
        op1 mkdir /etc/hello        build.lua:11
        """,
        graph("hello"));
  }

  @Test
  void go() {
    assertEquals(
        """
        export: entrypoint /server, user 65534:65534, expose 8080/tcp
        op8 copy /out/server /server                                                          build.lua:39
        from: op7 run go build -trimpath -ldflags -s -w -X main.version=dev -o /out/server .  build.lua:28
        │    mount cache /go/pkg/mod id=gomod
        │    mount cache /root/.cache/go-build id=gobuild
        op6 copy . /src                                                                       build.lua:27
        ├─ from: op5 local context                                                            build.lua:26
        op4 run go mod download                                                               build.lua:24
        │    mount cache /go/pkg/mod id=gomod
        op3 copy . /src                                                                       build.lua:23
        ├─ from: op2 local context                                                            build.lua:22
        op1 image golang:1.22-alpine                                                          build.lua:11
        """,
        graph("go"));
  }

  @Test
  void node() {
    assertEquals(
        """
        export: cmd node server.js, user node, workdir /app, expose 3000/tcp
        op7 copy . /app                                       build.lua:20
        ├─ from: op6 local context                            build.lua:19
        op5 copy /app/node_modules /app/node_modules          build.lua:20
        ├─ op1 image (below)
        from: op4 run npm ci --no-audit --no-fund --omit=dev  build.lua:17
        │    mount cache /root/.npm
        op3 copy . /app                                       build.lua:17
        ├─ from: op2 local context                            build.lua:16
        op1 image node:22-alpine                              build.lua:11
        """,
        graph("node"));
  }

  @Test
  void python() {
    assertEquals(
        """
        export: cmd python3 /app/server.py, user 10001:10001, workdir /app, expose 8080/tcp
        op7 copy server.py /app/server.py                                                         build.lua:20
        ├─ from: op6 local context                                                                build.lua:20
        op5 copy /packages /packages                                                              build.lua:19
        ├─ from: op4 run python3 -m pip install --disable-pip-vers… -r /run/pip/requirements.txt  build.lua:16
        │  │    mount cache /root/.cache/pip
        │  ├─ /run/pip/requirements.txt: op3 local context                                        build.lua:15
        │  op1 image (below)
        op2 add user web (10001:10001) · run set -eu\\nfail() { ech…\\nchown 10001:10001 /home/web  build.lua:18
        op1 image python:3.12-slim                                                                build.lua:11
        """,
        graph("python"));
  }

  @Test
  void java() {
    assertEquals(
        """
        export: entrypoint java -jar /app/server.jar, user 10001:10001, expose 8080/tcp
        op7 copy /src/target/server.jar /app/server.jar                                           build.lua:23
        ├─ op2 add user web (10001:10001) · run set -eu\\nfail() { …\\nchown 10001:10001 /home/web  build.lua:22
        │  op1 image eclipse-temurin:21-jre                                                       build.lua:16
        from: op6 run mvn --batch-mode --no-transfer-progress -Dma…=/root/.m2/repository package  build.lua:20
        │    mount cache /root/.m2/repository
        op5 copy . /src                                                                           build.lua:20
        ├─ from: op4 local context                                                                build.lua:19
        op3 image maven:3.9-eclipse-temurin-21                                                    build.lua:15
        """,
        graph("java"));
  }

  @Test
  void rust() {
    assertEquals(
        """
        export: entrypoint /usr/local/bin/server, user 10001:10001, expose 8080/tcp
        op7 copy /out/server /usr/local/bin/server                                                build.lua:21
        ├─ op2 add user web (10001:10001) · run set -eu\\nfail() { …\\nchown 10001:10001 /home/web  build.lua:20
        │  op1 image debian:12-slim                                                               build.lua:20
        from: op6 run cargo build --profile release --locked --bin…c/target/release/server /out/  build.lua:18
        │    mount cache /usr/local/cargo/registry
        │    mount cache /usr/local/cargo/git
        │    mount cache /src/target id=ca…er:linux/amd64
        op5 copy . /src                                                                           build.lua:18
        ├─ from: op4 local context                                                                build.lua:17
        op3 image rust:1.79-slim                                                                  build.lua:11
        """,
        graph("rust"));
  }

  @Test
  void c() {
    assertEquals(
        """
        export: entrypoint /usr/local/bin/checksum, user 10001:10001
        op8 copy /out/checksum /usr/local/bin/checksum                                            build.lua:21
        ├─ from: op7 run make CC="ccache gcc" OUT=/out                                            build.lua:15
        │  │    mount cache /root/.cache/ccache id=ccache
        │  ├─ /src: op6 local context                                                             build.lua:14
        │  op5 run apt-get update && apt-get install -y --no-insta…gcc libc6-dev make zlib1g-dev  build.lua:11
        │  │    mount cache /var/cache/apt
        │  │    mount cache /var/lib/apt/lists
        │  ├─ /etc/apt/apt.conf.d…ker-clean: op2 mkfile /docker-clean                             build.lua:20
        │  op1 image (below)
        op4 add user checksum (10001:10001) · run set -eu\\nfail() …wn 10001:10001 /home/checksum  build.lua:20
        op3 run apt-get update && apt-get install -y --no-install-recommends zlib1g               build.lua:20
        │    mount cache /var/cache/apt
        │    mount cache /var/lib/apt/lists
        ├─ /etc/apt/apt.conf.d…ker-clean: op2 mkfile (above)
        op1 image debian:12-slim                                                                  build.lua:10
        """,
        graph("c"));
  }

  @Test
  void merge_diff() {
    assertEquals(
        """
        export
        op9 merge of 3                                                                            build.lua:27
        ├─ 1: op2 mkfile /srv/site/version                                                        build.lua:23
        │  op1 mkdir /srv/site                                                                    build.lua:22
        ├─ 3: op8 diff                                                                            build.lua:27
        │  ├─ lower: op3 image (below)
        │  upper: op7 run mkdir -p /srv/site && cat /styles/*.css >/srv/site/style.css            build.lua:18
        │  ├─ /styles: op4 local context                                                          build.lua:6
        │  op3 image (below)
        2: op6 diff                                                                               build.lua:27
        ├─ lower: op3 image (below)
        upper: op5 run mkdir -p /srv/site\\nfor page in /pages/*.tx…>"/srv/site/$name.html"\\ndone  build.lua:9
        ├─ /pages: op4 local (above)
        op3 image alpine:3.19                                                                     build.lua:5
        """,
        graph("merge-diff"));
  }

  @Test
  void scratch() {
    assertEquals(
        """
        export: entrypoint /who, user 10001:10001
        op13 copy /out/who /who                                                                   build.lua:25
        ├─ from: op12 run mkdir /out && gcc -static -O2 -Wall -Wex… -Werror -s -o /out/who who.c  build.lua:14
        │  ├─ /src: op11 local context                                                            build.lua:12
        │  op10 run apk add --cache-dir /var/cache/apk --update-cache gcc musl-dev                build.lua:13
        │  │    mount cache /var/cache/apk
        │  op7 image alpine:3.19                                                                  build.lua:10
        op9 copy /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt            build.lua:20
        ├─ from: op8 run apk add --cache-dir /var/cache/apk --update-cache ca-certificates        build.lua:22
        │  │    mount cache /var/cache/apk
        │  op7 image (above)
        op6 copy /tmp /tmp                                                                        build.lua:20
        ├─ from: op5 mkdir /tmp                                                                   build.lua:20
        op4 mkdir /home/web                                                                       build.lua:20
        op3 mkfile /etc/group                                                                     build.lua:20
        op2 mkfile /etc/passwd                                                                    build.lua:20
        op1 mkdir /etc                                                                            build.lua:20
        """,
        graph("scratch"));
  }

  @Test
  void distroless() {
    assertEquals(
        """
        export: entrypoint /server, expose 8080/tcp
        op9 merge of 2                                                                    build.lua:22
        ├─ 1: op1 image gcr.io/distroless/static-debian12:nonroot                         build.lua:21
        2: op8 copy /out/server /server                                                   build.lua:22
        from: op7 run go build -buildvcs=false -trimpath -ldflags -s -w -o /out/server .  build.lua:15
        │    mount cache /go/pkg/mod
        │    mount cache /root/.cache/go-build
        op6 copy . /src                                                                   build.lua:15
        ├─ from: op3 local context                                                        build.lua:15
        op5 run go mod download                                                           build.lua:15
        │    mount cache /go/pkg/mod
        op4 copy . /src                                                                   build.lua:15
        ├─ from: op3 local (above)
        op2 image golang:1.22                                                             build.lua:11
        """,
        graph("distroless"));
  }

  @Test
  void monorepo_builds_all_services_after_their_tests() {
    assertEquals(
        """
        export
        op18 copy /app /worker                                                                    build.lua:33
        ├─ from: op17 merge of 2                                                                  build.lua:33
        │  ├─ 2: op16 copy / /                                                                    build.lua:33
        │  │  from: op15 worker · run python3 -m unittest discover… services/worker -p *_test.py  lib/service.lua:23
        │  │  ├─ /src: op14 local context                                                         lib/service.lua:14
        │  │  op1 image (below)
        │  1: op13 copy services/worker /app/worker                                               lib/service.lua:47
        │  ├─ from: op11 local context                                                            lib/service.lua:14
        │  op12 copy shared /app/shared                                                           lib/service.lua:46
        │  ├─ from: op11 local (above)
        │  op2 run (below)
        op10 copy /app /api                                                                       build.lua:33
        from: op9 merge of 2                                                                      build.lua:33
        ├─ 2: op8 copy / /                                                                        build.lua:33
        │  from: op7 api · run python3 -m unittest discover -s services/api -p *_test.py          lib/service.lua:23
        │  ├─ /src: op6 local context                                                             lib/service.lua:14
        │  op1 image (below)
        1: op5 copy services/api /app/api                                                         lib/service.lua:47
        ├─ from: op3 local context                                                                lib/service.lua:14
        op4 copy shared /app/shared                                                               lib/service.lua:46
        ├─ from: op3 local (above)
        op2 add user service (10001:10001) · run set -eu\\nfail() {…own 10001:10001 /home/service  lib/service.lua:45
        op1 image python:3.12-slim                                                                lib/service.lua:8
        """,
        graph("monorepo"));
  }

  @Test
  void monorepo_tests_side_by_side() {
    assertEquals(
        """
        export
        op7 copy / /                                                                            build.lua:46
        ├─ from: op6 worker · run python3 -m unittest discover -s services/worker -p *_test.py  lib/service.lua:23
        │  ├─ /src: op5 local context                                                           lib/service.lua:14
        │  op1 image (below)
        op4 copy / /                                                                            build.lua:46
        from: op3 api · run python3 -m unittest discover -s services/api -p *_test.py           lib/service.lua:23
        ├─ /src: op2 local context                                                              lib/service.lua:14
        op1 image python:3.12-slim                                                              lib/service.lua:8
        """,
        graph("monorepo", "--target=test"));
  }

  @Test
  void monorepo_builds_one_service_alone() {
    assertEquals(
        """
        export: cmd python3 main.py Ada Grace, user 10001:10001, workdir /app/worker
        op9 merge of 2                                                                            build.lua:46
        ├─ 2: op8 copy / /                                                                        build.lua:46
        │  from: op7 worker · run python3 -m unittest discover -s services/worker -p *_test.py    lib/service.lua:23
        │  ├─ /src: op6 local context                                                             lib/service.lua:14
        │  op1 image (below)
        1: op5 copy services/worker /app/worker                                                   lib/service.lua:47
        ├─ from: op3 local context                                                                lib/service.lua:14
        op4 copy shared /app/shared                                                               lib/service.lua:46
        ├─ from: op3 local (above)
        op2 add user service (10001:10001) · run set -eu\\nfail() {…own 10001:10001 /home/service  lib/service.lua:45
        op1 image python:3.12-slim                                                                lib/service.lua:8
        """,
        graph("monorepo", "--target=worker"));
  }

  @Test
  void multi_platform_compiles_where_it_is_built() {
    assertEquals(
        """
        export: entrypoint /where
        op7 copy /out/where /where                                                       build.lua:28
        from: op6 run go build -buildvcs=false -trimpath -o /out/where . (linux/arm/v7)  build.lua:17
        │    mount cache /go/pkg/mod
        │    mount cache /root/.cache/go-build
        op5 copy . /src                                                                  build.lua:17
        ├─ from: op2 local context                                                       build.lua:17
        op4 run go mod download (linux/arm/v7)                                           build.lua:17
        │    mount cache /go/pkg/mod
        op3 copy . /src                                                                  build.lua:17
        ├─ from: op2 local (above)
        op1 image golang:1.22-alpine (linux/arm/v7)                                      build.lua:13
        """,
        graph("multi-platform", "--platform=linux/arm/v7"));
  }

  @Test
  void secrets_ssh_uses_a_token() {
    assertEquals(
        """
        export
        output 1: op3 run /bin/sh /src/configure.sh /out/settings.conf  build.lua:16
        │    mount secret /run/secrets/token id=token
        ├─ /src: op2 local context                                      build.lua:15
        op1 image alpine:3.19                                           build.lua:10
        """,
        graph("secrets-ssh"));
  }

  @Test
  void secrets_ssh_uses_an_agent() {
    assertEquals(
        """
        export
        op5 copy /src /src                                                            build.lua:39
        from: op4 run git clone --depth 1 git@github.com:example/private.git /src     build.lua:31
        │    mount ssh /run/ssh id=default
        ├─ /run/known_hosts: op3 local context                                        build.lua:29
        op2 run apk add --cache-dir /var/cache/apk --update-cache git openssh-client  build.lua:30
        │    mount cache /var/cache/apk
        op1 image alpine:3.19                                                         build.lua:10
        """,
        graph("secrets-ssh", "--target=private"));
  }
}
