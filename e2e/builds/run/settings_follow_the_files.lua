-- The configuration follows the files that are changed: a merge has its first state's, a difference
-- its lower one's, a copy that of the state it is called on.
--! only: docker
local configured = bk.image("luakit-e2e/configured")
local plain = bk.image("alpine:3.19")
local part = bk.diff(plain, plain:mkfile("/part", ""))

local merged = bk.merge(configured, part):run('test "$MARK" = "from the image" && test -e /part')
local copied = plain:copy(configured, "/opt/bin/only-here", "/f"):run('test -z "$MARK"')
local other = bk.merge(plain, bk.diff(plain, configured)):run('test -z "$MARK" && test -e /opt/bin/only-here')

bk.export(bk.merge(merged, copied, other))
