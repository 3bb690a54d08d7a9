-- BuildKit takes no definition of nothing at all. (Through a frontend nothing can be exported.)
--! only: buildctl
--! fails: invalid LLB with 1 vertexes
bk.export(bk.scratch())
