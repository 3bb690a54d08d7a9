#!x

x = "a\
" .. nil