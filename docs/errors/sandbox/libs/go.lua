local images = require("libs.images")
