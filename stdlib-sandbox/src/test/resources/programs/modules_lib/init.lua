return { from = "init of " .. ... }
