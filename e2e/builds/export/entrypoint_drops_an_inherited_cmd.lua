-- A new entrypoint does not get the arguments of another one.
--! only: docker
--! config: "Entrypoint":["/bin/echo"]
--! config lacks: argument
bk.export(bk.image("luakit-e2e/configured"), { entrypoint = { "/bin/echo" } })
