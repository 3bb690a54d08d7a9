-- An image has the files that it was given and no others, as they were given.
--! files: bin/ bin/tool.sh etc/ etc/motd etc/motd2
--! docker: 28
local ctx = bk.local_("context")
bk.export(
    bk.scratch()
        :copy(ctx, "bin/tool.sh", "/bin/tool.sh")
        :mkdir("/etc")
        :mkfile("/etc/motd", "hello")
        :symlink("motd", "/etc/motd2")
)
