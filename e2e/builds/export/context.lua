-- What comes from the context can be exported as it is.
--! files: hello.txt to-hello
bk.export(bk.local_("context", { include = { "hello.txt", "to-hello" } }))
