-- A merge of states that began empty can be exported.
--! files: a b
bk.export(bk.merge(bk.scratch():mkfile("/a", ""), bk.scratch():mkfile("/b", "")))
