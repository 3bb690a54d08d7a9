local M = {}

function M.build()
    return bk.image("golang:1.22"):run("go build")
end

return M
