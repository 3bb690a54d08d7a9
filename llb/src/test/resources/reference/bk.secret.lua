-- buildctl build --secret id=npmrc,src=.npmrc
local installed = bk.image("node:20"):run("npm ci", {
    mounts = { bk.secret("/root/.npmrc", { id = "npmrc" }) },
})
