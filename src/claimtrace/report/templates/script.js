"use strict";
(() => {
  const all = (query, within = document) => Array.from(within.querySelectorAll(query));
  const one = (id) => document.getElementById(id);
  const findings = all("article.finding");
  const form = one("filters");

  // Filters: by severity, check, section, reference and words. Everything is shown until somebody chooses.
  let words = null;
  function choose() {
    const severities = all("input[name=severity]:checked", form).map((box) => box.value);
    const lists = all("select", form).filter((list) => list.value);
    const wanted = one("filter-words").value.toLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length && !words) words = findings.map((item) => item.textContent.toLowerCase());
    let shown = 0;
    findings.forEach((item, at) => {
      const fits = severities.includes(item.dataset.severity) &&
        lists.every((list) => item.dataset[list.name].split(" ").includes(list.value)) &&
        wanted.every((word) => words[at].includes(word));
      if (item.hidden === fits) item.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    all("section.severity").forEach((part) => { part.hidden = !part.querySelector("article:not([hidden])"); });
    one("none").hidden = shown > 0;
    one("shown").textContent = shown === findings.length ? `${shown} ${shown === 1 ? "finding" : "findings"}`
      : `${shown} of ${findings.length} findings`;
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", choose);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(choose));
    all("a.checklink").forEach((link) => link.addEventListener("click", () => {
      form.reset();
      if (form.elements.check) form.elements.check.value = link.dataset.check;
      all("input[name=severity]", form).forEach((box) => { box.checked = box.value === link.dataset.severity; });
      choose();
    }));
  }

  // Permanent links: whatever they point to is made visible and takes the focus.
  function reveal() {
    const target = one(location.hash.slice(1));
    if (!target) return;
    if (target.hidden && form) form.reset(), choose();
    for (let at = target.parentElement; at; at = at.parentElement) if (at.localName === "details") at.open = true;
    if (target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) reveal();
  });
  if (location.hash) reveal();

  // Keys: j and k go from finding to finding, / to the search. They can be switched off.
  function step(by) {
    const shown = findings.filter((item) => !item.hidden);
    const at = shown.findIndex((item) => item.contains(document.activeElement));
    const next = at >= 0 ? shown[at + by] : by > 0 ? shown[0] : shown[shown.length - 1];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
    history.replaceState(null, "", `#${next.id}`);
  }
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|select|textarea)$/i.test(event.target.localName) && event.target.type !== "checkbox";
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !one("keys") || !one("keys").checked) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); one("filter-words").focus(); }
  });

  // References: in the order of the list, by how much rests on them, or by year.
  const sorting = one("sorting"), list = one("reference-list");
  if (sorting && list) {
    sorting.hidden = false;
    sorting.addEventListener("click", (event) => {
      const key = event.target.dataset.sort;
      if (!key) return;
      const down = key === "count" ? -1 : 1;
      const value = (item, name) => Number(item.dataset[name]);
      list.append(...all(":scope > li", list).sort((a, b) =>
        down * (value(a, key) - value(b, key)) || value(a, "order") - value(b, "order")));
      all("button", sorting).forEach((button) => button.setAttribute("aria-pressed", String(button === event.target)));
    });
  }

  // Map: whatever hangs together with the thing under the pointer stands out.
  const map = document.querySelector("svg.map");
  if (map) {
    const links = all("a", map);
    const trace = (event) => {
      const link = event.target.closest("a");
      const { tail, head } = link ? link.dataset : {};
      map.classList.toggle("tracing", Boolean(link));
      links.forEach((item) => item.classList.toggle("near", Boolean(link) && (item === link ||
        (!tail && head && item.dataset.head === head) || (!head && tail && item.dataset.tail === tail))));
    };
    for (const kind of ["pointerover", "focusin", "focusout"]) map.addEventListener(kind, trace);
    map.addEventListener("pointerleave", () => trace({ target: map }));
  }

  // Claims: folded away by section, or all of them open.
  const unfolding = one("unfolding");
  if (unfolding) {
    unfolding.hidden = false;
    unfolding.addEventListener("click", ({ target }) => {
      const open = target.getAttribute("aria-pressed") !== "true";
      all("#claims details").forEach((part) => { part.open = open; });
      target.setAttribute("aria-pressed", String(open));
    });
  }
})();
