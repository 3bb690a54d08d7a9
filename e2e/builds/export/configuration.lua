-- The image's configuration: each option of bk.export.
--! config: "Entrypoint":["/bin/tool","--flag"]
--! config: "Cmd":["serve","a b"]
--! config: "WorkingDir":"/srv"
--! config: "User":"nobody:nobody"
--! config: "EMPTY="
--! config: "MODE=production"
--! config: "PORT=8080"
--! config: "ExposedPorts":{"53/udp":{},"8080/tcp":{},"9000/tcp":{}}
--! config: "org.example.title":"My \"application\""
--! config: "version":"1.5"
--! config: "Volumes":{"/data":{}}
--! config: "StopSignal":"SIGUSR1"
--! config: "architecture":"amd64"
--! config: "os":"linux"
local s = bk.scratch():copy(bk.local_("context"), "bin/tool.sh", "/bin/tool")
bk.export(s, {
    entrypoint = { "/bin/tool", "--flag" },
    cmd = { "serve", "a b" },
    env = { MODE = "production", PORT = 8080, EMPTY = "" },
    workdir = "/srv",
    user = "nobody:nobody",
    expose = { "8080/tcp", "53/udp", 9000 },
    labels = { ["org.example.title"] = 'My "application"', version = 1.5 },
    volumes = { "/data" },
    stop_signal = "SIGUSR1",
})
