---@meta

-- What a build script has of the library `os`.

---@class oslib
os = {}

---The value of a build argument, as `bk.arg` gives it; not of a variable of the machine.
---@param name string
---@return string|nil
function os.getenv(name) end

---The time of the build in seconds since 1970: `SOURCE_DATE_EPOCH`, or 0 where that is not given. With a table, the
---time that it describes.
---@param date? { year: integer, month: integer, day: integer, hour?: integer, min?: integer, sec?: integer }
---@return integer
function os.time(date) end

---The time of the build, or another one, as text in the form of C's `strftime`, or with `"*t"` as a table; in UTC.
---@param format? string
---@param time? integer
---@return string|table
function os.date(format, time) end

---The processor time that the script has used: always 0, so that the same script does the same every time.
---@return number
function os.clock() end

---The seconds from one time to another.
---@param later integer
---@param earlier? integer
---@return number
function os.difftime(later, earlier) end
