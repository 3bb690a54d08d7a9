local go = require("libs.go")
