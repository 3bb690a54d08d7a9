-- Nothing at all can be exported.
--! files:
bk.export(bk.scratch())
