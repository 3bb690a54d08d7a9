-- prelude.apt adds to an image what apt-get adds, and nothing of its own, also where the image has no
-- setting of Debian's.
--! files: installed
local prelude = require("prelude")
local base = require("programs")({ ["apt-get"] = 'echo "$@" >/installed; touch /var/cache/apt/archive' })
local s = prelude.apt(base, { "curl" }, { update = false, recommends = true, cache = false })
s = s:run('test "$(cat /installed)" = "install -y curl"')
bk.export(prelude.flatten(bk.diff(base, s)))
