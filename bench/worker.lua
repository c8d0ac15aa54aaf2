-- pandoc in a process that is kept, told by lines as `worker.py` is: `pandoc lua worker.lua FOLDER MARKER DEPTH`.
local folder, marker, depth = arg[1], arg[2], tonumber(arg[3])
local file = assert(io.open(folder .. "/brief.json", "rb"))
local data = file:read("a")
file:close()
local options = pandoc.WriterOptions({table_of_contents = depth > 0, toc_depth = math.max(depth, 1)})
local source, made

for line in io.lines() do
  local order, word = line:match("^(%S+) ?(.*)$")
  local answer = "ok"
  if order == "ready" then
    source = data:gsub(marker, word)
  elseif order == "go" then
    local begin = os.clock()
    made = pandoc.write(pandoc.read(source, "json"), "docx", options)
    answer = string.format("%.6f", os.clock() - begin)
  else
    local out = assert(io.open(word, "wb"))
    out:write(made)
    out:close()
  end
  io.write(answer, "\n")
  io.flush()
end
