-- What with_env, with_workdir and with_user say is the image's as well.
--! config: "MODE=production"
--! config: "WorkingDir":"/srv/app"
--! config: "User":"1000:1000"
local s = bk.image("alpine:3.19")
    :with_env({ MODE = "production" })
    :with_workdir("/srv")
    :with_workdir("app")
    :with_user("1000:1000")
bk.export(s)
