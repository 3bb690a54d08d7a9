package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the functions of the library {@code prelude} make, as {@code luakit dag} shows it; the
 * operations are those of the script's lines. Builds of them all are among the end-to-end tests.
 */
class PreludeTest {
  private DagShell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new DagShell(folder);
  }

  /** The graph of a script, whose second line is the first of {@code lines}. */
  private String graph(String lines) {
    shell.script("local prelude = require('prelude')\n" + lines);
    return shell.dag("--format=text");
  }

  @Test
  void apt_keeps_its_downloads_in_caches_and_runs_as_root() {
    assertEquals(
        """
        export: user app
        op3 run apt-get update && apt-get install -y --no-install-recommends curl 'git=1:2.*'  build.lua:3
        │    mount cache /var/cache/apt
        │    mount cache /var/lib/apt/lists
        │    mount secret /etc/apt/auth.conf id=auth
        ├─ /etc/apt/apt.conf.d…ker-clean: op2 mkfile /docker-clean                             build.lua:3
        op1 image debian:12                                                                    build.lua:2
        """,
        graph(
            """
            local base = bk.image("debian:12"):with_user("app")
            bk.export(prelude.apt(base, { "curl", "git=1:2.*" }, {
                mounts = { bk.secret("/etc/apt/auth.conf", { id = "auth" }) },
            }))
            """));
  }

  @Test
  void apt_without_update_and_caches() {
    assertEquals(
        """
        export
        op3 run apt-get install -y curl                             build.lua:2
        │    mount tmpfs /var/cache/apt
        │    mount tmpfs /var/lib/apt/lists
        ├─ /etc/apt/apt.conf.d…ker-clean: op2 mkfile /docker-clean  build.lua:2
        op1 image debian:12                                         build.lua:2
        """,
        graph(
            """
            bk.export(prelude.apt(bk.image("debian:12"), { "curl" }, {
                cache = false, recommends = true, update = false,
            }))
            """));
  }

  @Test
  void apk_keeps_its_downloads_in_a_cache() {
    assertEquals(
        """
        export
        op2 run apk add --cache-dir /var/cache/apk --update-cache curl git~2.43  build.lua:2
        │    mount cache /var/cache/apk id…/var/cache/apk
        op1 image alpine:3.19                                                    build.lua:2
        """,
        graph(
            """
            bk.export(prelude.apk(bk.image("alpine:3.19"), { "curl", "git~2.43" }, { cache = "mine" }))
            """));
  }

  @Test
  void pip_reads_requirements_where_they_are() {
    assertEquals(
        """
        export
        op3 run python3 -m pip install --disable-pip-version-check…ents.txt -c /run/pip/pins.txt  build.lua:2
        │    mount cache /root/.cache/pip
        ├─ /run/pip/requiremen…/pins.txt: op2 local context                                       build.lua:2
        op1 image python:3.12                                                                     build.lua:2
        """,
        graph(
            """
            bk.export(prelude.pip(bk.image("python:3.12"), bk.local_("context"), { constraints = "pins.txt" }))
            """));
  }

  @Test
  void pip_installs_packages_for_a_python_of_ones_own() {
    assertEquals(
        """
        export
        op2 run /venv/bin/python -m pip install --disable-pip-vers…heck --target /packages flask  build.lua:2
        │    mount cache /root/.cache/pip
        op1 image python:3.12                                                                     build.lua:2
        """,
        graph(
            """
            bk.export(prelude.pip(bk.image("python:3.12"), { "flask" }, {
                python = "/venv/bin/python", target = "/packages", user = 1000,
            }))
            """));
  }

  @Test
  void npm_gets_the_lists_of_packages_before_the_sources() {
    assertEquals(
        """
        export
        op4 run npm ci --no-audit --no-fund --omit=dev --omit=optional --ignore-scripts  build.lua:2
        │    mount cache /root/.npm
        op3 copy . /srv                                                                  build.lua:2
        ├─ from: op2 local context                                                       build.lua:2
        op1 image node:22                                                                build.lua:2
        """,
        graph(
            """
            bk.export(prelude.npm(bk.image("node:22"), bk.local_("context"), {
                also = { "packages/*/package.json" }, dir = "/srv", omit = { "dev", "optional" }, scripts = false,
            }))
            """));
  }

  @Test
  void go_downloads_modules_before_it_has_the_sources() {
    assertEquals(
        """
        export
        op6 run go build -buildvcs=false -trimpath -o /out/app . (linux/amd64)  build.lua:3
        │    mount cache /go/pkg/mod
        │    mount cache /root/.cache/go-build
        op5 copy . /src                                                         build.lua:3
        ├─ from: op2 local context                                              build.lua:3
        op4 run go mod download (linux/amd64)                                   build.lua:3
        │    mount cache /go/pkg/mod
        op3 copy . /src                                                         build.lua:3
        ├─ from: op2 local (above)
        op1 image golang:1.22 (linux/amd64)                                     build.lua:2
        """,
        graph(
            """
            local golang = bk.image("golang:1.22", { platform = "linux/amd64" })
            bk.export(prelude.go(golang, bk.local_("context"), { platform = "linux/arm/v7" }))
            """));
  }

  @Test
  void go_downloads_nothing_where_the_modules_are_vendored() {
    assertEquals(
        """
        export
        op4 run go build -buildvcs=false -mod=vendor -tags a,b -ldflags -s -o /bin/ ./cmd/...  build.lua:2
        │    mount cache /go/pkg/mod
        │    mount cache /root/.cache/go-build
        op3 copy . /go/src/app                                                                 build.lua:2
        ├─ from: op2 local context                                                             build.lua:2
        op1 image golang:1.22                                                                  build.lua:2
        """,
        graph(
            """
            bk.export(prelude.go(bk.image("golang:1.22"), bk.local_("context"), {
                cgo = true, dir = "/go/src/app", ldflags = "-s", output = "/bin/", package = "./cmd/...",
                tags = { "a", "b" }, trimpath = false, vendor = true,
            }))
            """));
  }

  @Test
  void maven_keeps_its_repository() {
    assertEquals(
        """
        export
        op4 run ./mvnw --batch-mode --no-transfer-progress -Dmaven…--activate-profiles ci verify  build.lua:2
        │    mount cache /root/.m2/repository
        op3 copy . /src                                                                           build.lua:2
        ├─ from: op2 local context                                                                build.lua:2
        op1 image maven:3.9                                                                       build.lua:2
        """,
        graph(
            """
            bk.export(prelude.maven(bk.image("maven:3.9"), bk.local_("context"), {
                goals = { "verify" }, mvn = "./mvnw", profiles = { "ci" }, tests = false,
            }))
            """));
  }

  @Test
  void cargo_copies_programs_out_of_its_cache() {
    assertEquals(
        """
        export
        op4 run cargo build --profile release --locked --target x8…musl/release/my client' /out/  build.lua:2
        │    mount cache /usr/local/cargo/registry
        │    mount cache /usr/local/cargo/git
        │    mount cache /src/target id=ca…nt:linux/amd64
        op3 copy . /src                                                                           build.lua:2
        ├─ from: op2 local context                                                                build.lua:2
        op1 image rust:1.79                                                                       build.lua:2
        """,
        graph(
            """
            bk.export(prelude.cargo(bk.image("rust:1.79"), bk.local_("context"), {
                bins = { "server", "my client" }, features = { "tls" }, target = "x86_64-unknown-linux-musl",
            }))
            """));
  }

  @Test
  void user_is_who_later_commands_and_the_image_run_as() {
    assertEquals(
        """
        export: user 10001:10001
        op3 run whoami                                                                            build.lua:2
        op2 add user web (10001:10001) · run set -eu\\nfail() { ech…\\nchown 10001:10001 /home/web  build.lua:2
        op1 image alpine:3.19                                                                     build.lua:2
        """,
        graph(
            """
            bk.export(prelude.user(bk.image("alpine:3.19"), { name = "web" }):run("whoami"))
            """));
  }

  @Test
  void user_that_the_state_does_not_switch_to() {
    assertEquals(
        """
        export
        op2 add user job (20000:100) · run set -eu\\nfail() { echo …ob\\nchown 20000:100 /home/job  build.lua:2
        op1 image alpine:3.19                                                                     build.lua:2
        """,
        graph(
            """
            bk.export(prelude.user(bk.image("alpine:3.19"), { name = "job", uid = 20000, gid = 100, switch = false }))
            """));
  }

  @Test
  void minimal_runs_no_command() {
    assertEquals(
        """
        export
        op10 copy /usr/share/zoneinfo /usr/share/zoneinfo                               build.lua:2
        ├─ from: op9 image debian:12                                                    build.lua:5
        op8 copy /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt  build.lua:2
        ├─ from: op7 image alpine:3.19                                                  build.lua:4
        op6 copy /tmp /tmp                                                              build.lua:2
        ├─ from: op5 mkdir /tmp                                                         build.lua:2
        op4 mkdir /home/web                                                             build.lua:2
        op3 mkfile /etc/group                                                           build.lua:2
        op2 mkfile /etc/passwd                                                          build.lua:2
        op1 mkdir /etc                                                                  build.lua:2
        """,
        graph(
            """
            bk.export(prelude.minimal({
                users = { { name = "web" } },
                certificates = bk.image("alpine:3.19"),
                timezones = bk.image("debian:12"),
            }))
            """));
  }

  @Test
  void stages_are_made_once_and_only_where_they_are_needed() {
    assertEquals(
        """
        export
        op4 merge of 2         build.lua:7
        ├─ 1: op1 image (below)
        2: op3 diff            build.lua:7
        ├─ lower: op1 image (below)
        upper: op2 run make    build.lua:4
        op1 image alpine:3.19  build.lua:3
        """,
        graph(
            """
            local stage = prelude.stages({
                base = function() return bk.image("alpine:3.19") end,
                built = function(stage) return stage("base"):run("make") end,
                other = function() error("nobody needs it") end,
                all = function(stage)
                    return bk.merge(stage("base"), bk.diff(stage("base"), stage("built")))
                end,
            })
            bk.export(stage("all"))
            """));
  }

  @Test
  void copy_from_keeps_paths_or_changes_them() {
    assertEquals(
        """
        export
        op5 copy /e /f               build.lua:4
        ├─ from: op1 image (below)
        op4 copy /c /d               build.lua:4
        ├─ from: op1 image (below)
        op3 copy /b /b               build.lua:3
        ├─ from: op1 image (below)
        op2 copy /a /a               build.lua:3
        from: op1 image golang:1.22  build.lua:2
        """,
        graph(
            """
            local built = bk.image("golang:1.22")
            local s = prelude.copy_from(bk.scratch(), built, { "/a", "/b" }, { owner = "1:1" })
            bk.export(prelude.copy_from(s, built, { ["/c"] = "/d", ["/e"] = "/f" }))
            """));
  }

  @Test
  void link_does_not_depend_on_what_is_below() {
    assertEquals(
        """
        export
        op4 merge of 2               build.lua:2
        ├─ 1: op1 image alpine:3.19  build.lua:2
        2: op3 copy a /a             build.lua:2
        from: op2 local context      build.lua:2
        """,
        graph(
            """
            bk.export(prelude.link(bk.image("alpine:3.19"), bk.local_("context"), "a", "/a", { owner = { user = 1 } }))
            """));
  }

  @Test
  void parallel_steps_are_put_together() {
    assertEquals(
        """
        export
        op6 merge of 3         build.lua:2
        ├─ 1: op1 image (below)
        ├─ 3: op5 diff         build.lua:2
        │  ├─ lower: op1 image (below)
        │  upper: op4 run two  build.lua:5
        │  op1 image (below)
        2: op3 diff            build.lua:2
        ├─ lower: op1 image (below)
        upper: op2 run one     build.lua:3
        op1 image alpine:3.19  build.lua:2
        """,
        graph(
            """
            bk.export(prelude.parallel(bk.image("alpine:3.19"), {
                function(s) return s:run("one") end,
                function(s) return s end,
                function(s) return s:run("two") end,
            }))
            """));
  }

  @Test
  void checks_run_side_by_side_and_what_is_after_them_has_none_of_their_files() {
    assertEquals(
        """
        export
        op7 merge of 2                    build.lua:6
        ├─ 1: op2 copy /a /a              build.lua:6
        │  from: op1 image (below)
        2: op6 copy / /                   build.lua:6
        ├─ from: op5 test · run go test   build.lua:3
        │  │    mount cache /c
        │  op1 image (below)
        op4 copy / /                      build.lua:6
        from: op3 vet · run go vet ./...  build.lua:3
        │    mount cache /c
        op1 image golang:1.22             build.lua:2
        """,
        graph(
            """
            local source = bk.image("golang:1.22")
            local checks = prelude.checks(source, {
                vet = "go vet ./...", test = { "go", "test" },
            }, { cwd = "/src", mounts = { bk.cache("/c") } })
            bk.export(prelude.after(bk.scratch():copy(source, "/a", "/a"), checks))
            """));
  }

  @Test
  void after_nothing_is_the_state_itself() {
    assertEquals(
        """
        export
        op1 image alpine:3.19  build.lua:2
        """,
        graph(
            """
            bk.export(prelude.after(bk.image("alpine:3.19"), {}))
            """));
  }

  @Test
  void layer_removes_and_forgets_in_the_same_step() {
    assertEquals(
        """
        export
        op2 run set -e\\none\\ntwo\\nrm -rf -- /var/log/*.log /a\\ b/\\$c  build.lua:2
        │    mount tmpfs /tmp
        │    mount tmpfs /run
        op1 image debian:12                                           build.lua:2
        """,
        graph(
            """
            bk.export(prelude.layer(bk.image("debian:12"), { "one", "two" }, {
                remove = { "/var/log/*.log", "/a b/$c" }, tmpfs = { "/tmp", "/run" }, cwd = "/srv",
            }))
            """));
  }

  @Test
  void squash_copies_what_has_changed() {
    assertEquals(
        """
        export
        op5 copy / /         build.lua:3
        ├─ op1 image (below)
        from: op4 diff       build.lua:3
        ├─ lower: op1 image (below)
        upper: op3 run two   build.lua:3
        op2 run one          build.lua:3
        op1 image debian:12  build.lua:2
        """,
        graph(
            """
            local base = bk.image("debian:12")
            bk.export(prelude.squash(base, base:run("one"):run("two")))
            """));
  }

  @Test
  void flatten_copies_all_there_is() {
    assertEquals(
        """
        export
        op3 copy / /         build.lua:2
        from: op2 run one    build.lua:2
        op1 image debian:12  build.lua:2
        """,
        graph(
            """
            bk.export(prelude.flatten(bk.image("debian:12"):run("one")))
            """));
  }

  @Test
  void a_stage_is_made_once() {
    shell.script(
        """
        local stage = require("prelude").stages({
            base = function() print("made") return bk.image("alpine:3.19") end,
        })
        bk.export(bk.merge(stage("base"), stage("base"):run("make")))
        """);
    assertEquals("made\n", shell.shell().run("validate", "./build.lua").err());
  }

  @Test
  void a_stage_is_chosen_on_the_command_line() {
    shell.script(
        """
        local stage = require("prelude").stages({
            one = function() return bk.image("one") end,
            two = function() return bk.image("two") end,
        })
        bk.export(stage())
        """);
    assertEquals(
        """
        export
        op1 image two:latest  build.lua:3
        """,
        shell.dag("--format=text", "--target=two"));
  }
}
