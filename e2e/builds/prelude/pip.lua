-- prelude.pip reads requirements where they are: no copy of them gets into the image.
local prelude = require("prelude")
local files = bk.scratch():mkfile("/requirements.txt", "flask\n"):mkfile("/pins.txt", "flask==3.0.3\n")
local base = require("programs")({
    python3 = [[
        test "$PIP_CACHE_DIR" = /root/.cache/pip
        touch "$PIP_CACHE_DIR/wheel"
        echo "$@" >>/installed
        for word; do
            case $word in *.txt) cat "$word" >>/installed ;; esac
        done
    ]],
})
local s = prelude.pip(base, files, { constraints = "pins.txt" })
bk.export(prelude.pip(s, { "gunicorn>=22" }):run([[
    set -eux
    install="-m pip install --disable-pip-version-check"
    test "$(cat /installed)" = "$install -r /run/pip/requirements.txt -c /run/pip/pins.txt
flask
flask==3.0.3
$install gunicorn>=22"
    test ! -e /run/pip
    test ! -e /root/.cache/pip/wheel
]]))
