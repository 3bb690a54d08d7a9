local alpine = bk.image("alpine:3.19"):run("adduser -D app")
local checked = alpine:with_user("app"):run("test $(whoami) = app")
