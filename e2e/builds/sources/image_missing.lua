-- An image that does not exist is an error in the line that names it.
--! fails: no-such-image
--! fails: image_missing.lua:4
bk.export(bk.image("luakit.invalid/no-such-image:1"):run("true"))
