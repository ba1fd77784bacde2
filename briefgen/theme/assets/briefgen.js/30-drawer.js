/*
 * The navigation of a narrow screen, by keyboard and for screen readers. The theme opens it with a hidden
 * checkbox and labels, which no key reaches; here the labels become buttons that say what they have opened.
 */
(() => {
  "use strict";
  const words = JSON.parse(document.getElementById("briefgen-words").textContent);
  const toggle = document.getElementById("__drawer");
  const drawer = document.querySelector(".md-sidebar--primary");
  const label = document.querySelector(".md-header label[for=__drawer]");
  if (!toggle || !drawer || !label) return;

  /* A browser keeps a menu open that was open when its page was left or loaded anew, some before this script runs and
     some behind it. What a reader opens in between stays. */
  const shut = () => {
    if (toggle.checked) toggle.click();
  };
  let isAsked = false;
  shut();
  toggle.addEventListener("change", () => { isAsked = true; });
  addEventListener("pageshow", (event) => {
    if (event.persisted || !isAsked) shut();
  });

  const narrow = matchMedia("(max-width: 76.234375em)");

  /* A button in the place of a label. It keeps the attribute `for`: the theme's style sheet goes by it. */
  const buttonFor = (label, toggle) => {
    const button = document.createElement("button");
    button.type = "button";
    for (const { name, value } of label.attributes) {
      if (name !== "tabindex") button.setAttribute(name, value);
    }
    button.addEventListener("click", () => toggle.click());
    const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
    toggle.addEventListener("change", tell);
    tell();
    return button;
  };

  const put = (element, place) => {
    element.append(...place.childNodes);
    place.replaceWith(element);
  };

  const menu = buttonFor(label, toggle);
  menu.setAttribute("aria-label", words.menu);
  menu.setAttribute("aria-controls", (drawer.id ||= "__drawer_content"));
  put(menu, label);

  for (const link of drawer.querySelectorAll("label.md-nav__link[for]")) {
    const panelToggle = document.getElementById(link.htmlFor);
    const title = link.closest("li").querySelector(`label.md-nav__title[for="${link.htmlFor}"]`);
    if (!panelToggle || !title) continue;
    const open = buttonFor(link, panelToggle);
    const back = buttonFor(title, panelToggle);
    panelToggle.addEventListener("change", () => {
      if (narrow.matches) (panelToggle.checked ? back : open).focus({ preventScroll: true });
    });
    /* On a wide screen the title of the section one is in opens nothing. */
    const isSection = !link.hasAttribute("tabindex") || link.getAttribute("tabindex") === "";
    const swap = () => {
      if (narrow.matches || !isSection) put(open, link);
      else if (open.isConnected) put(link, open);
    };
    put(back, title);
    swap();
    if (isSection) narrow.addEventListener("change", swap);
  }

  const close = document.createElement("button");
  close.type = "button";
  close.className = "brief-close";
  close.setAttribute("aria-label", words.close);
  drawer.prepend(close);

  /* While it is open, it is all there is. The shade beside it stays: a click on it closes. */
  const update = () => {
    const open = toggle.checked && narrow.matches;
    for (let inside = drawer; inside !== document.body; inside = inside.parentElement) {
      for (const other of inside.parentElement.children) {
        if (other !== inside && !other.matches(".md-overlay, .md-toggle, script")) other.inert = open;
      }
    }
    return open;
  };
  const leave = () => {
    shut();
    menu.focus();
  };

  toggle.addEventListener("change", () => {
    if (update()) close.focus({ preventScroll: true });
  });
  narrow.addEventListener("change", update);
  close.addEventListener("click", leave);
  document.querySelector(".md-overlay")?.addEventListener("click", () => setTimeout(() => menu.focus()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked && narrow.matches) leave();
  });
})();
