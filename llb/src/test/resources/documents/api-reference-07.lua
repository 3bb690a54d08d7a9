owner = {
    user = "appuser",  -- or user = 1000
    group = "appgroup" -- or group = 1000
}
