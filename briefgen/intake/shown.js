// What this page shows, as a page without style sheets: run in a world of its own, in a browser that runs none
// of the page's scripts. Words that nobody sees are left out; what a style does to words is said by tags and by
// `style`, in the few properties that the reader of pages knows.
(() => {
  const LEFT_OUT = new Set(["HEAD", "SCRIPT", "STYLE", "LINK", "META", "NOSCRIPT", "TEMPLATE", "OBJECT", "EMBED"])
  const IN_LINE = new Set(["A", "ABBR", "B", "BDI", "BDO", "CITE", "CODE", "EM", "FONT", "I", "LABEL", "SMALL", "SPAN", "STRONG", "TIME", "U"])
  const NO_END = new Set(["AREA", "BASE", "BR", "COL", "HR", "IMG", "INPUT", "SOURCE", "TRACK", "WBR"])
  const STRUCK = new Set(["DEL", "S", "STRIKE"])
  const NOT_COPIED = /^(?:on|style$|hidden$|popover$|srcdoc$|open$)/
  const FAR = 1e7, LEAST_WIDTH = 1, LEAST_HEIGHT = 2

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;")
  const numbers = (colour) => (colour.match(/[\d.]+/g) || []).map(Number)
  const isClear = (colour) => numbers(colour).length > 3 && numbers(colour)[3] < 0.05

  const cut = (one, other) => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  })
  const isSeen = (box, within) => {
    const left = cut(box, within)
    return left.right - left.left >= LEAST_WIDTH && left.bottom - left.top >= LEAST_HEIGHT
  }

  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one)
      if (style.backgroundImage !== "none" || style.backdropFilter?.includes("(")) return null
      if (!isClear(style.backgroundColor)) return numbers(style.backgroundColor).length > 3 ? null : style.backgroundColor
    }
    return "rgb(255, 255, 255)"
  }

  const hasInk = (element, style) => {
    if (style.visibility !== "visible") return false
    const painted = (style.backgroundClip + style.webkitBackgroundClip).includes("text")
    if (painted || element.closest("svg")) return true
    return !isClear(style.webkitTextFillColor) && ground(element) !== style.webkitTextFillColor
  }

  const boxesOf = (node, start, end) => {
    const range = node.ownerDocument.createRange()
    range.setStart(node, start)
    range.setEnd(node, end)
    return [...range.getClientRects()]
  }

  // Of a text that is seen in part, as behind an ellipsis, the words that are.
  const words = (node, within) => {
    const text = node.data
    if (!text.trim()) return text
    const boxes = boxesOf(node, 0, text.length)
    if (boxes.length && boxes.every((box) => isSeen(box, within))) return text
    if (!boxes.some((box) => isSeen(box, within))) return " "
    return text.replace(/\S+/g, (word, at) =>
      boxesOf(node, at, at + word.length).some((box) => isSeen(box, within)) ? word : "")
  }

  const generated = (element, which) => {
    const style = getComputedStyle(element, which)
    const said = /^"((?:[^"\\]|\\.)*)"$/.exec(style.content)
    if (!said || style.display === "none" || style.visibility !== "visible") return ""
    if (Number(style.opacity) < 0.01 || parseFloat(style.fontSize) === 0 || isClear(style.color)) return ""
    const text = said[1].replace(/\\(.)/g, "$1")
    return /[\ue000-\uf8ff]/.test(text) ? "" : escaped(text)
  }

  const styleOf = (element, style) => {
    const said = []
    const say = (name, value) => said.push(`${name}:${value}`)
    const around = element.parentElement && getComputedStyle(element.parentElement)
    if (style.verticalAlign !== "baseline") say("vertical-align", style.verticalAlign)
    if (style.fontVariantPosition && style.fontVariantPosition !== "normal") say("font-variant-position", style.fontVariantPosition)
    if (!around || around.fontSize !== style.fontSize) {
      const smaller = around && parseFloat(style.fontSize) < 0.95 * parseFloat(around.fontSize)
      if (smaller) say("font-size", "smaller")
    }
    if (style.position === "relative" && style.top !== "auto") say("position", `relative;top:${style.top}`)
    if (style.textTransform !== "none" && (!around || around.textTransform !== style.textTransform)) say("text-transform", style.textTransform)
    if (style.clip !== "auto" && ["absolute", "fixed"].includes(style.position)) say("position", `${style.position};clip:${style.clip}`)
    if (style.clipPath !== "none") say("clip-path", style.clipPath)
    if (["OL", "LI"].includes(element.tagName)) say("list-style-type", style.listStyleType)
    return said.length ? ` style="${escaped(said.join(";"))}"` : ""
  }

  const isOut = (style) =>
    style.display === "none" || style.contentVisibility === "hidden" || (Number(style.opacity) < 0.01 && style.animationName === "none")

  const childrenOf = (node) => {
    if (node.shadowRoot) return node.shadowRoot.childNodes
    if (node.tagName === "SLOT") {
      const given = node.assignedNodes({ flatten: true })
      if (given.length) return given
    }
    return node.childNodes
  }

  // `bounds.flow` is where what stands in the flow is seen, `bounds.placed` where that is seen which is placed.
  const inner = (node, bounds) => [...childrenOf(node)].map((child) => written(child, bounds)).join("")

  const written = (node, bounds) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const element = node.parentElement || node.getRootNode().host
      return element && hasInk(element, getComputedStyle(element)) ? escaped(words(node, bounds.flow)) : " "
    }
    if (node.nodeType !== Node.ELEMENT_NODE || LEFT_OUT.has(node.tagName.toUpperCase())) return ""
    const style = getComputedStyle(node)
    if (isOut(style)) return ""
    const root = node === document.body || node === document.documentElement
    let { flow, placed } = bounds
    if (style.position === "fixed") flow = placed = bounds.page
    else if (style.position === "absolute") flow = placed
    if (node.localName === "math") return isSeen(node.getBoundingClientRect(), flow) ? node.outerHTML : ""
    const hides = /hidden|clip/.test(style.overflowX) && /hidden|clip/.test(style.overflowY)
    if (!root && hides && style.display !== "inline") flow = cut(flow, node.getBoundingClientRect())
    if (style.position !== "static" || style.transform !== "none") placed = flow
    const name = node.localName
    if (name === "iframe") {
      const page = node.contentDocument?.documentElement
      return page && isSeen(node.getBoundingClientRect(), flow) ? inner(page, { ...bounds, flow: bounds.page, placed: bounds.page }) : ""
    }
    const attributes = [...node.attributes].filter((one) => !NOT_COPIED.test(one.name) && /^[\w:.-]+$/.test(one.name))
    const head = `<${name}${attributes.map((one) => ` ${one.name}="${escaped(one.value)}"`).join("")}${styleOf(node, style)}${["details", "dialog"].includes(name) ? " open" : ""}>`
    if (NO_END.has(node.tagName)) return head
    let text = generated(node, "::before") + inner(node, { ...bounds, flow, placed }) + generated(node, "::after")
    if (style.textDecorationLine.includes("line-through") && !STRUCK.has(node.tagName)) text = `<s>${text}</s>`
    text = `${head}${text}</${name}>`
    return IN_LINE.has(node.tagName) && !/^inline|contents|ruby/.test(style.display) ? `<div>${text}</div>` : text
  }

  for (const details of document.querySelectorAll("details:not([open])")) details.open = true
  const direction = getComputedStyle(document.documentElement).direction
  const page = { left: direction === "rtl" ? -FAR : 0, top: 0, right: FAR, bottom: FAR }
  const lang = escaped(document.documentElement.lang)
  const body = written(document.body, { page, flow: page, placed: page })

  // Every request was refused, so what is linked is missing; what is written out as `data:` was not asked for.
  const isElsewhere = (address) => Boolean(address) && !address.trim().toLowerCase().startsWith("data:")
  const linked = [...document.querySelectorAll('link[rel~="stylesheet" i]')].filter(
    (link) => isElsewhere(link.getAttribute("href")) && (!link.media || matchMedia(link.media).matches))
  const imported = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSImportRule && isElsewhere(rule.href))
    } catch {
      return [] // one that is not here: it is linked
    }
  })
  return {
    html: `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"></head>${body}</html>`,
    missing: linked.length + imported.length,
  }
})()
