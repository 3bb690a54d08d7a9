-- A repository that asks for a token, which is a secret.
--! server
--! secret: GIT_AUTH_TOKEN=letmein
--! secret: other=letmein
--! secret: header=Basic eC1hY2Nlc3MtdG9rZW46bGV0bWVpbg==
local base = bk.image("alpine:3.19")
local url = bk.arg("SERVER") .. "/private/project.git"
bk.export(base:run("cat /default/version /named/version /header/version", {
    mounts = {
        bk.bind(bk.git(url), "/default"),
        bk.bind(bk.git(url, { auth_token_secret = "other", ref = "v1" }), "/named"),
        bk.bind(bk.git(url, { auth_header_secret = "header", ref = "side" }), "/header"),
    },
}))
