local co = coroutine.wrap(function(...)
  for _, v in ipairs({ ... }) do
    print(pcall(coroutine.yield, v))
  end
  error({ code = 1 })
end)
print(co(1, "b", {}), co(), co(), pcall(co))
