-- Layers that are made at the same time, and moved: a Dockerfile has no words for this.
--
--   luakit build build.lua | buildctl build --local context=. --output type=local,dest=site

local alpine = bk.image("alpine:3.19")
local context = bk.local_("context")

-- Each part starts from the same base and knows nothing of the others, so BuildKit makes them at the same time.
local pages = alpine:run([[
    mkdir -p /srv/site
    for page in /pages/*.txt; do
        name=$(basename "$page" .txt)
        { echo '<!doctype html><link rel="stylesheet" href="style.css"><pre>'; cat "$page"; echo '</pre>'; } \
            >"/srv/site/$name.html"
    done
]], { mounts = { bk.bind(context, "/pages", { selector = "pages" }) } })

local styles = alpine:run("mkdir -p /srv/site && cat /styles/*.css >/srv/site/style.css", {
    mounts = { bk.bind(context, "/styles", { selector = "styles" }) },
})

local version = bk.scratch():mkdir("/srv/site", { make_parents = true })
    :mkfile("/srv/site/version", bk.arg("VERSION", "dev") .. "\n")

-- What each part has changed, without the base under it, is put together: without a copy, and without alpine.
-- A new style leaves the layer of the pages as it is.
bk.export(bk.merge(version, bk.diff(alpine, pages), bk.diff(alpine, styles)))
