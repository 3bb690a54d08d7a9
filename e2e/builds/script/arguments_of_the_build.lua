-- Build arguments: given ones, defaults, and none.
local base = bk.image("alpine:3.19")
assert(bk.arg("NOT_GIVEN") == nil)
assert(bk.arg("NOT_GIVEN", "default") == "default")
assert(os.getenv("ROUND") == "1")
assert(os.getenv("HOME") == nil)
bk.export(base:run('test "$ROUND" = 1 && test "$RUN" != ""', {
    env = { ROUND = bk.arg("ROUND", "0"), RUN = bk.arg("RUN") },
}))
