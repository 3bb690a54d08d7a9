local tools = {}

function tools.base()
    return bk.image("alpine:3.19")
end
