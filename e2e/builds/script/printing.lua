-- What a script prints is shown.
--! prints: the answer is	42
print("the answer is", 42)
bk.export(bk.image("alpine:3.19"))
