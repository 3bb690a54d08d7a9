-- Writes a tree of tables as JSON, reads it back, and writes it again.
-- n: how many times.
local n = tonumber((...)) or 550

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\t"] = "\\t" }
local UNESCAPED = { n = "\n", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }

local encode

local function encode_string(text)
  return '"' .. text:gsub('[%c"\\]', ESCAPES) .. '"'
end

local function encode_table(value)
  local parts = {}
  if #value > 0 then
    for i, element in ipairs(value) do
      parts[i] = encode(element)
    end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  local keys = {}
  for key in pairs(value) do
    keys[#keys + 1] = key
  end
  table.sort(keys)
  for i, key in ipairs(keys) do
    parts[i] = encode_string(key) .. ":" .. encode(value[key])
  end
  return "{" .. table.concat(parts, ",") .. "}"
end

function encode(value)
  local kind = type(value)
  if kind == "table" then
    return encode_table(value)
  elseif kind == "string" then
    return encode_string(value)
  elseif kind == "number" or kind == "boolean" then
    return tostring(value)
  end
  return "null"
end

local decode

local function skip_space(text, at)
  return text:find("%S", at) or #text + 1
end

local function decode_string(text, at)
  local parts = {}
  local start = at + 1
  while true do
    local stop = text:find('["\\]', start)
    parts[#parts + 1] = text:sub(start, stop - 1)
    if text:sub(stop, stop) == '"' then
      return table.concat(parts), stop + 1
    end
    parts[#parts + 1] = UNESCAPED[text:sub(stop + 1, stop + 1)]
    start = stop + 2
  end
end

local function decode_list(text, at)
  local list = {}
  at = skip_space(text, at + 1)
  if text:sub(at, at) == "]" then
    return list, at + 1
  end
  while true do
    list[#list + 1], at = decode(text, at)
    at = skip_space(text, at)
    local mark = text:sub(at, at)
    at = at + 1
    if mark == "]" then
      return list, at
    end
    assert(mark == ",", "a comma or bracket expected")
  end
end

local function decode_object(text, at)
  local object = {}
  at = skip_space(text, at + 1)
  if text:sub(at, at) == "}" then
    return object, at + 1
  end
  while true do
    local key, value
    key, at = decode_string(text, skip_space(text, at))
    at = skip_space(text, at)
    assert(text:sub(at, at) == ":", "a colon expected")
    value, at = decode(text, at + 1)
    object[key] = value
    at = skip_space(text, at)
    local mark = text:sub(at, at)
    at = at + 1
    if mark == "}" then
      return object, at
    end
    assert(mark == ",", "a comma or brace expected")
  end
end

local NAMES = { ["true"] = true, ["false"] = false }

function decode(text, at)
  at = skip_space(text, at)
  local first = text:sub(at, at)
  if first == "{" then
    return decode_object(text, at)
  elseif first == "[" then
    return decode_list(text, at)
  elseif first == '"' then
    return decode_string(text, at)
  end
  local _, stop, name = text:find("^(%a+)", at)
  if name then
    return NAMES[name], stop + 1
  end
  local _, last, digits = text:find("^(-?%d+%.?%d*[eE]?[+-]?%d*)", at)
  return tonumber(digits), last + 1
end

local document = {}
for i = 1, 60 do
  document[i] = {
    id = i,
    name = "item " .. i .. (i % 5 == 0 and ' "quoted"\t\\' or ""),
    price = i * 0.25,
    available = i % 3 == 0,
    tags = { "red", "green", "blue", "tag" .. i % 7 },
    size = { width = i % 10, height = i % 20, unit = { name = "cm" } },
  }
end

local sum, text = 0, nil
for _ = 1, n do
  text = encode(document)
  local copy = decode(text, 1)
  assert(encode(copy) == text)
  sum = sum + #copy + copy[7].size.height
  document = copy
end
for i = 1, #text do
  sum = (sum * 31 + text:byte(i)) % 1000003
end
print("json", #text, sum)
