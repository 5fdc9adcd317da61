/* What a person sees, hears or reaches on a page, beyond what axe finds; each function gives the faults as words. */
(() => {
  "use strict";

  const words = (element) => element.innerText.replace(/\s+/g, " ").trim();
  const box = (element) => element.getBoundingClientRect();
  const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && box(element).width > 0;
  const inSight = (element) => shown(element) && box(element).width > 1 && box(element).right > 0;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)].filter(shown);
  const name = (element) =>
    `<${element.tagName.toLowerCase()}${element.id && ` id=${element.id}`}${element.name ? ` name=${element.name}` : ""}` +
    `${element.className ? ` class=${element.className}` : ""}> ${words(element).slice(0, 50)}`;
  const named = (element, attribute) =>
    (element.getAttribute(attribute) || "").split(/\s+/).filter(Boolean).map((id) => document.getElementById(id));

  const headings = () => {
    const faults = [];
    const firsts = all("h1");
    if (firsts.length !== 1) faults.push(`${firsts.length} headings of the first level`);
    let before = 0;
    for (const heading of all("h1, h2, h3, h4, h5, h6")) {
      const level = Number(heading.tagName[1]);
      if (level > before + 1) faults.push(`a level is skipped: ${name(heading)} after h${before}`);
      before = level;
    }
    return faults;
  };

  const landmarks = () => {
    const faults = [];
    const outer = (element) => !element.parentElement.closest("main, article, section, aside, nav");
    const expected = { header: "banner", main: "main", footer: "contentinfo" };
    for (const [tag, role] of Object.entries(expected)) {
      const found = all(tag).filter((element) => tag === "main" || outer(element));
      if (found.length !== 1) faults.push(`${found.length} landmarks ${role}`);
    }
    const labels = all("nav").map((nav) =>
      (nav.getAttribute("aria-label") || named(nav, "aria-labelledby").map(words).join(" ")).trim());
    if (labels.some((label) => !label)) faults.push("a nav without a name");
    if (new Set(labels).size < labels.length) faults.push(`two navs of one name: ${labels}`);
    return faults;
  };

  const title = () => {
    const firsts = all("h1");
    const [said, product] = document.title.split(" – ").slice(-2).map((part) => part.trim());
    if (product !== "Wegweiser" || !said) return [`the title is „${document.title}“`];
    const heading = firsts.length ? words(firsts[0]).toLowerCase() : "";
    const stems = said.toLowerCase().split(/[\s,:–()„“]+/).filter((word) => word.length > 2).map((word) => word.slice(0, 5));
    return stems.some((stem) => heading.includes(stem)) ? [] : [`title „${said}“, heading „${heading}“`];
  };

  const labels = () => {
    const faults = [];
    for (const field of all("input:not([type=hidden], [type=submit]), select, textarea")) {
      const legend = field.closest("fieldset") && field.closest("fieldset").querySelector("legend");
      const spoken = [...(field.labels || []), ...named(field, "aria-labelledby"), legend].filter(Boolean);
      if (!spoken.some((label) => inSight(label) && words(label))) faults.push(`no label to be seen: ${name(field)}`);
    }
    return faults;
  };

  const ties = () => {
    const faults = [];
    for (const attribute of ["aria-describedby", "aria-labelledby", "aria-controls", "for"]) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        if (attribute === "for" && element.tagName === "OUTPUT") continue;
        if (named(element, attribute).some((other) => !other)) {
          faults.push(`${attribute}="${element.getAttribute(attribute)}" leads nowhere: ${name(element)}`);
        }
      }
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) faults.push(`two of id ${id}`);
    for (const field of all("[aria-invalid=true]")) {
      const fieldset = field.closest("fieldset[aria-describedby]"); // of a group of circles
      const tellers = [...named(field, "aria-describedby"), ...(fieldset ? named(fieldset, "aria-describedby") : [])];
      const told = tellers.filter((other) => other && inSight(other) && words(other));
      if (!told.length) faults.push(`an error that no field is told of: ${name(field)}`);
    }
    for (const link of all('main a[href^="#"]')) {
      const id = decodeURIComponent(link.getAttribute("href").slice(1));
      if (!id || !document.getElementById(id)) faults.push(`a link to nothing on the page: ${name(link)}`);
    }
    if (document.querySelector("[tabindex]:not([tabindex='0'], [tabindex='-1'])")) faults.push("an order of its own");
    return faults;
  };

  /* Where a colour says how something stands, a word says it, too; a verdict has a sign before its word. */
  const colours = () => {
    const faults = [];
    for (const toned of all("[data-tone], [data-urgency=high], [data-urgency=medium]")) {
      if (!/\p{L}{3}/u.test(words(toned))) faults.push(`said by colour alone: ${name(toned)}`);
    }
    for (const sign of all(".verdict-symbol")) {
      const place = sign.closest("[data-tone]") || sign.parentElement;
      if (!words(sign) || !/\p{L}{3}/u.test(words(place).replace(words(sign), ""))) {
        faults.push(`a sign without its word: ${name(place)}`);
      }
    }
    for (const verdict of all(".verdict[data-tone]")) {
      if (!verdict.querySelector(".verdict-symbol")) faults.push(`a verdict without its sign: ${name(verdict)}`);
    }
    return faults;
  };

  /* Each stop is to be seen when it has the focus, shows it, and comes after the one before it on the screen. */
  const stops = () => {
    const faults = [];
    const focusable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const groups = new Set();
    let before = null;
    for (const element of document.querySelectorAll(focusable)) {
      if (element.disabled || element.closest("dialog:not([open]), [inert]") || !shown(element)) continue;
      if (element.tabIndex < 0) continue;
      if (element.type === "radio") {
        const group = `${element.form && [...document.forms].indexOf(element.form)} ${element.name}`;
        if (groups.has(group)) continue;
        groups.add(group);
      }
      element.focus();
      if (document.activeElement !== element) {
        faults.push(`takes no focus: ${name(element)}`);
        continue;
      }
      const look = getComputedStyle(element);
      const outlined = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
      if (element.matches(":focus-visible") && !outlined) faults.push(`its focus is not seen: ${name(element)}`);
      const at = box(element);
      if (at.right <= 0 || at.bottom <= 0 || at.left >= innerWidth || at.top >= innerHeight) {
        faults.push(`has the focus outside the window: ${name(element)}`);
      }
      const line = element.getClientRects()[0]; // a link may go on in the next line
      const middle = document.elementFromPoint((Math.max(line.left, 0) + Math.min(line.right, innerWidth)) / 2,
        (Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2);
      if (middle && !element.contains(middle) && !middle.contains(element) && !middle.closest("label")) {
        faults.push(`is covered when it has the focus: ${name(element)} by ${name(middle)}`);
      }
      let [across, down, pinned] = [scrollX, scrollY, false];
      for (let outer = element; outer !== document.body; outer = outer.parentElement) {
        if (outer !== element) [across, down] = [across + outer.scrollLeft, down + outer.scrollTop];
        pinned ||= getComputedStyle(outer).position === "fixed";
      }
      if (pinned) continue; // stands where the window ends, not where it comes
      const place = { left: at.left + across, right: at.right + across, top: at.top + down, bottom: at.bottom + down };
      if (before && element.closest("main") && before.element.closest("main")) {
        const above = place.bottom <= before.place.top && place.left < before.place.right;
        const sameRow = place.top < before.place.bottom - 4 && place.bottom > before.place.top + 4;
        const sideways = sameRow && place.right <= before.place.left;
        if (above || sideways) faults.push(`jumps back: ${name(element)} after ${name(before.element)}`);
      }
      before = { element, place };
    }
    return faults;
  };

  return { headings, landmarks, title, labels, ties, colours, stops };
})()
