// Put into pages by `briefgen serve` alone: keeps the page up to date, and shows what is wrong with its source.
(() => {
  const self = document.currentScript
  const page = JSON.parse(self.dataset.page)
  let version = Number(self.dataset.version)
  const place = `briefgen-scroll ${location.pathname}`

  const kept = sessionStorage.getItem(place)
  if (kept !== null) {
    sessionStorage.removeItem(place)
    const [x, y] = JSON.parse(kept)
    const restore = () => scrollTo({ left: x, top: y, behavior: "instant" })
    restore()
    addEventListener("load", restore, { once: true })
  }

  const reload = () => {
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]))
    location.reload()
  }

  // Where only words changed, they are put in place: nothing that a script does to a page is done to such elements,
  // so it is as if the page had been loaded anew. With a script of the author's own it is loaded anew.
  const ARTICLE = "article.md-content__inner"
  const WORDS = "p, ul, ol, li, blockquote, em, strong, b, i, q, cite, sup, sub, span, mark, del, s, code, br, a"
  const TOUCHED = "[title], [data-md-component], .entry, .periods, .arithmatex"
  const KNOWN = 'script:not([src]), script[src*="assets/javascripts/"], script[src$="assets/briefgen.js"]'
  let before = null

  const fetched = async () => {
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" })
    const whole = new DOMParser().parseFromString(await answer.text(), "text/html")
    const script = whole.querySelector("script[data-page][data-version]")
    script.remove()
    const article = whole.querySelector(ARTICLE)
    const isKnown = [...whole.scripts].every((one) => one.matches(KNOWN))
    if (!article || !isKnown) throw new Error("no page of which it is known what its scripts do")
    article.replaceWith(whole.createElement("article"))
    return { whole, article, version: Number(script.dataset.version) }
  }

  const isWords = (node) =>
    [node, ...node.querySelectorAll("*")].every((one) => one.matches(WORDS) && !one.matches(TOUCHED))

  const inPlace = (old, now) => {
    const live = document.querySelector(ARTICLE)
    if (!old.whole.documentElement.isEqualNode(now.whole.documentElement)) return false
    const [was, is, there] = [old.article, now.article, live].map((one) => [...one.children])
    if (there.length !== was.length) return false
    if (old.article.isEqualNode(now.article)) return true
    const most = Math.min(was.length, is.length)
    let from = 0
    while (from < most && was[from].isEqualNode(is[from])) from++
    let end = 0
    while (end < most - from && was.at(-1 - end).isEqualNode(is.at(-1 - end))) end++
    const changed = [...was.slice(from, was.length - end), ...is.slice(from, is.length - end)]
    if (!from || !end || !changed.every(isWords)) return false
    while (there[from - 1].nextSibling !== there.at(-end)) there[from - 1].nextSibling.remove()
    for (let next = is[from - 1].nextSibling; next !== is.at(-end); next = next.nextSibling) {
      there.at(-end).before(document.importNode(next, true))
    }
    return true
  }

  const renew = async () => {
    try {
      const now = await fetched()
      if (!before || !inPlace(before, now)) return reload()
      before = now
      version = now.version
    } catch {
      reload()
    }
  }

  const remember = async () => {
    try {
      const now = await fetched()
      if (now.version === version) before = now
    } catch {
      before = null
    }
  }
  addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(remember), { once: true })

  const element = (name, options = {}, ...inside) => {
    const made = Object.assign(document.createElement(name), options)
    made.append(...inside.filter(Boolean))
    return made
  }

  const finding = (one) =>
    element(
      "li",
      { className: one.is_error && !one.of_draft ? "error" : "warning" },
      element("p", { className: "place" }, element("code", {}, one.place), ` ${one.severity} ${one.rule}`),
      element("p", {}, element("bdi", {}, one.message)),
      one.line && element("pre", {}, element("bdi", {}, one.line)),
      ...one.notes.map((note) => element("pre", { className: "note" }, element("bdi", {}, note))),
      one.hint && element("p", { className: "hint" }, element("bdi", {}, one.hint)),
    )

  const STYLE = `
    :host { all: initial; color-scheme: light dark; }
    details, p.lost {
      position: fixed; inset-block-end: 1rem; inset-inline-start: 1rem; z-index: 1000; box-sizing: border-box;
      max-inline-size: min(46rem, calc(100vw - 2rem)); max-block-size: 60vh; overflow: auto; margin: 0;
      font: 14px/1.45 system-ui, sans-serif; color: #1c1c1c; background: #fff; border: 1px solid #767676;
      border-inline-start: .4rem solid #8a5a00; border-radius: .3rem; box-shadow: 0 .2rem 1rem #0005; padding: .5rem .8rem;
    }
    details.error { border-inline-start-color: #b3261e; }
    summary { cursor: pointer; font-weight: 600; }
    ul { margin: .4rem 0 0; padding: 0; list-style: none; }
    li { border-block-start: 1px solid #bbb; padding: .5rem 0; }
    p { margin: 0 0 .25rem; }
    code, pre { font: 12.5px/1.45 ui-monospace, monospace; }
    pre { margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; background: #f2f2f2; color: #1c1c1c; padding: .25rem .5rem; }
    .place { overflow-wrap: anywhere; }
    .error > .place { color: #9a1b14; }
    .warning > .place { color: #6b4600; }
    h2 { font-size: 1em; margin: .6rem 0 0; }
    @media (prefers-color-scheme: dark) {
      details, p.lost { color: #ececec; background: #23252b; border-color: #8d8d8d; border-inline-start-color: #e0a63a; }
      details.error { border-inline-start-color: #ff8a80; }
      pre { background: #15161a; color: #ececec; }
      li { border-color: #555; }
      .error > .place { color: #ffb4ab; }
      .warning > .place { color: #f3c56b; }
    }
    @media print { details, p.lost { display: none; } }
  `
  const host = element("div", { id: "briefgen-live" })
  const root = host.attachShadow({ mode: "open" })
  root.append(element("style", { textContent: STYLE }))
  document.documentElement.append(host)

  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`
  const say = (...parts) => {
    root.querySelectorAll("details, p.lost").forEach((old) => old.remove())
    root.append(...parts)
  }

  const show = (told) => {
    const { here, elsewhere, why, kept: isKept } = told
    if (!here.length && !elsewhere.length && !why) return say()
    const errors = here.filter((one) => one.is_error)
    const isOpen = Boolean(here.length || why)
    const told_here = here.length ? `${count(here.length, "finding")} on this page` : "nothing found on this page"
    const box = element(
      "details",
      { className: errors.length || why ? "error" : "warning", open: isOpen },
      element("summary", {}, why ? "the site could not be made anew" : `${told_here}, ${elsewhere.length} elsewhere`),
      why && element("pre", {}, element("bdi", {}, why)),
      isKept && element("p", {}, "Its source has an error, so this page is as it was before."),
      here.length && element("ul", {}, ...here.map(finding)),
      elsewhere.length && element("h2", {}, "Elsewhere"),
      elsewhere.length && element("ul", {}, ...elsewhere.slice(0, 50).map(finding)),
    )
    say(box)
  }

  let source = null
  const listen = () => {
    const events = new URL("events", self.src)
    events.searchParams.set("page", page)
    source = new EventSource(events)
    let last = Promise.resolve()
    source.onmessage = (event) => {
      const told = JSON.parse(event.data)
      last = last.then(() => told.changed > version && renew()).then(() => show(told))
    }
    source.onerror = () => say(element("p", { className: "lost" }, "briefgen serve has ended: what you see may be out of date."))
  }
  const stop = () => {
    source?.close()
    source = null
  }
  // A browser has few connections to one host: a tab that nobody sees gives its own back.
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : source || listen()))
  addEventListener("pagehide", stop)
  addEventListener("pageshow", (event) => event.persisted && reload())
  if (!document.hidden) listen()
})()
