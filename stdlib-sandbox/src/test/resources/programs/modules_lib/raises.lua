#!/usr/bin/lua

error("raised by " .. ...)
