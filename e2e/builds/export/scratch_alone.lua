-- Nothing at all can be exported.
--! only: docker
--! files:
bk.export(bk.scratch())
