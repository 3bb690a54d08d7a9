local with_user = base:run({
    "sh", "-c",
    "addgroup -g 1000 app && " ..
    "adduser -D -u 1000 -G app app"
})
