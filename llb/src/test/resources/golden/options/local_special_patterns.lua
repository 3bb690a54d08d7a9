bk.export(bk.local_("context", { include = { "<a&b>", "q\"\\", "\226\128\168\226\128\169", "é", "\t\n\r\b\f\1\127", "" } }))
