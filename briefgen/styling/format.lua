-- Formats the citations of several documents in a style of CSL: one JSON object in, one out. Each document is
-- formatted by itself, so that what its works are told apart by is its own affair.

local input = pandoc.json.decode(io.read("a"), false)

local function as_data(style)
  return "data:application/xml;base64," .. input.styles[style]
end

-- The words for places in a work (“chapter”), by language: pandoc reads them back from the suffix of a citation.
-- Those of an earlier run are in what was asked, and all are in the answer.
local known = input.words

local function words_of(lang)
  if not known[lang] then
    local refs = pandoc.read('[{"id":"w","type":"book","title":"w"}]', "csljson").meta.references
    local cite = pandoc.Cite({pandoc.Str "?"}, {pandoc.Citation("w", "NormalCitation")})
    local meta = {references = refs, csl = as_data("words"), lang = lang}
    local done = pandoc.utils.citeproc(pandoc.Pandoc({pandoc.Para {cite}}, meta))
    local said, number = {}, 0
    for word in (pandoc.utils.stringify(done.blocks[1]) .. "|"):gmatch("([^|]*)|") do
      if number > 0 then said[input.terms[number]] = word end
      number = number + 1
    end
    known[lang] = said
  end
  return known[lang]
end

local function citation(item, lang, number)
  local suffix = "{}"
  if item.value ~= "" then
    local word = words_of(lang)[item.term]
    if word then
      suffix = "{" .. word .. (word ~= "" and " " or "") .. item.value .. "}"
    else
      suffix = "{}, " .. item.shown
    end
  end
  suffix = suffix .. item.suffix
  if suffix == "{}" then suffix = "" end
  return pandoc.Citation(item.id, item.mode, pandoc.Inlines(item.prefix), pandoc.Inlines(suffix), number)
end

local MARKS = {Emph = "e", Strong = "b", SmallCaps = "c", Superscript = "up", Subscript = "down"}

-- Adds a text to a list of runs; what is shown in one way is one run.
local function add(out, text, marks)
  local last = out[#out]
  if last and last[2] == marks.flags and last[3] == marks.url then
    last[1] = last[1] .. text
  else
    table.insert(out, {text, marks.flags, marks.url})
  end
end

-- The inlines as runs of text, each with the marks it stands in; what `Note`s hold is left out.
local function runs_of(inlines, marks, out)
  for _, node in ipairs(inlines) do
    local tag = node.t
    if tag == "Str" or tag == "Code" then
      add(out, node.text, marks)
    elseif tag == "Space" or tag == "SoftBreak" or tag == "LineBreak" then
      add(out, " ", marks)
    elseif tag == "Quoted" then
      local double = node.quotetype == "DoubleQuote"
      add(out, double and "“" or "‘", marks)
      runs_of(node.content, marks, out)
      add(out, double and "”" or "’", marks)
    elseif tag == "Link" then
      runs_of(node.content, {flags = marks.flags, url = node.target}, out)
    elseif MARKS[tag] then
      runs_of(node.content, {flags = marks.flags .. " " .. MARKS[tag], url = marks.url}, out)
    elseif tag == "Span" and node.classes:includes("csl-left-margin") then
      -- The number of an entry: ours have other numbers.
    elseif tag ~= "Note" and node.content then
      runs_of(node.content, marks, out)
    end
  end
  return out
end

local function plain(inlines) return runs_of(inlines, {flags = "", url = ""}, {}) end

local function inlines_in(blocks)
  local all = pandoc.List()
  for number, block in ipairs(blocks) do
    if number > 1 then all:insert(pandoc.Space()) end
    if block.t == "Div" then all:extend(inlines_in(block.content)) else all:extend(block.content) end
  end
  return all
end

local function cited(node)
  local note = nil
  for _, inline in ipairs(node.content) do
    if inline.t == "Note" then note = inlines_in(inline.content) end
  end
  if note then return {plain(note), plain(node.content)} end
  return {plain(node.content), {}}
end

local function format(document)
  local blocks = pandoc.List()
  for _, note in ipairs(document.notes) do
    local inlines = pandoc.List()
    for _, cluster in ipairs(note.clusters) do
      local citations = pandoc.List()
      for _, item in ipairs(cluster) do citations:insert(citation(item, document.lang, note.number)) end
      inlines:insert(pandoc.Cite({pandoc.Str "?"}, citations))
    end
    if note.inside then -- a citation behind other words is put into brackets, and has no full stop
      inlines:insert(1, pandoc.Str "?")
      inlines = {pandoc.Note {pandoc.Para(inlines)}}
    end
    blocks:insert(pandoc.Para(inlines))
  end
  local meta = {
    references = pandoc.read(document.references, "csljson").meta.references,
    csl = as_data(document.style),
    lang = document.lang,
  }
  if document.all then
    meta.nocite = pandoc.MetaInlines {pandoc.Cite({pandoc.Str "?"}, {pandoc.Citation("*", "NormalCitation")})}
  end
  local done = pandoc.utils.citeproc(pandoc.Pandoc(blocks, meta))
  local cites, entries = pandoc.List(), pandoc.List()
  for _, block in ipairs(done.blocks) do
    if block.t == "Para" then
      local inlines = block.content
      if #inlines == 1 and inlines[1].t == "Note" then inlines = inlines_in(inlines[1].content) end
      for _, node in ipairs(inlines) do
        if node.t == "Cite" then cites:insert(cited(node)) end
      end
    elseif block.t == "Div" then
      for _, entry in ipairs(block.content) do
        entries:insert({entry.identifier:sub(#"ref-" + 1), plain(inlines_in(entry.content))})
      end
    end
  end
  return {cites = cites, entries = entries}
end

local results = pandoc.List()
for _, document in ipairs(input.documents) do results:insert(format(document)) end
io.write(pandoc.json.encode({documents = results, words = known}))
