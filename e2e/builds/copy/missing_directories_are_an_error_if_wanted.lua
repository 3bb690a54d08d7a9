-- With create_dest_path = false the directories above the target must be there.
--! fails: missing_directories_are_an_error_if_wanted.lua:5
local base = bk.image("alpine:3.19")
local ctx = bk.local_("context")
bk.export(base:copy(ctx, "hello.txt", "/a/b/hello.txt", { create_dest_path = false }))
