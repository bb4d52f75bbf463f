// Puts the page together: what is selected, what is shown, links, and what changes when the analyst asks for something.
"use strict";

(() => {
  const { h, by, number, plural } = Dom;
  const model = Model.read(JSON.parse(by("data").textContent));
  by("data").remove();
  const form = by("filters");
  const state = { view: "read", scope: "cable", cable: null, directive: null, wanted: Filter.read(form), marked: null };
  let listed = Filter.apply(model, state.wanted);

  const table = new DirectiveTable(model, (one) => choose(one), (one) => point(one));
  const cableRow = (cable, index) => h("li", { "aria-setsize": listed.cables.length, "aria-posinset": index + 1 },
    h("a", { href: `#${encodeURIComponent(cable.id)}`, "aria-current": cable === state.cable ? "true" : null, title: cable.source },
      h("span", { class: "name" }, cable.name), h("span", { class: "date" }, cable.date),
      h("span", { class: "parties" }, cable.parties), h("span", { class: "count", title: "directives" }, cable.directives.length)));
  const cableList = new Rows(by("cables-scroll"), by("cables"), () => h("li", { class: "spacer", "aria-hidden": "true" }), 3.25, cableRow);

  // ---- what is shown ----

  function notice(words) {
    by("notice").textContent = words;
    by("notice").hidden = !words;
    clearTimeout(notice.timer);
    if (words) notice.timer = setTimeout(() => notice(""), 8000);
  }

  function showTable() {
    const several = state.scope === "all";
    const cable = state.cable;
    const rows = several ? listed.directives : cable ? cable.directives.filter((one) => listed.shown.has(one)) : [];
    table.show(rows, several);
    const hidden = several || !cable ? 0 : cable.directives.length - rows.length;
    by("none").hidden = rows.length > 0 && !hidden;
    by("none").replaceChildren(...(hidden
      ? [`${plural(hidden, "directive")} of this cable ${hidden === 1 ? "does" : "do"} not fit the search. `, h("button", { type: "button", onclick: clear }, "Show all")]
      : rows.length ? [] : [several ? "No directive fits." : "No directives in this cable."]));
    by("left-out-here").replaceChildren(...(several || !cable ? [] : LeftOut.ofCable(cable)));
    for (const button of document.querySelectorAll("[data-scope]")) {
      button.setAttribute("aria-pressed", String(button.dataset.scope === state.scope));
    }
    by("facts").hidden = several;
    by("cable-title").textContent = several ? "All listed directives" : cable ? Dom.visible(cable.label) : "No cable";
    table.select(state.directive);
  }

  function showText() {
    const { cable } = state;
    by("facts").replaceChildren(...(cable ? [DirectiveTable.facts(cable)] : []));
    if (!cable) {
      by("text").replaceChildren();
      by("strip").replaceChildren();
      state.marked = null;
      return;
    }
    state.marked = MarkedText.draw(by("text"), cable, model, { misses: by("show-misses").checked, pattern: Filter.pattern(state.wanted.words) });
    by("strip").replaceChildren(...Pictures.strip(cable, model, listed.shown));
    by("text-scroll").scrollTop = 0;
    by("source-title").textContent = Dom.visible(`Source text · ${cable.name}`);
  }

  function showDetail() {
    const one = state.directive;
    by("detail").hidden = !one;
    by("detail").replaceChildren(...(one ? DirectiveTable.detail(one, model, copy) : []));
    for (const mark of by("strip").querySelectorAll("a")) mark.classList.toggle("selected", Boolean(one) && mark.dataset.id === one.id);
  }

  function point(one) {
    table.point(one);
    state.marked?.point(one && one.cable === state.cable ? one : null);
  }

  function show(view) {
    state.view = view;
    for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    by("panes").hidden = view !== "read";
    by("pictures").hidden = view !== "pictures";
    by("left-out").hidden = view !== "left-out";
    document.body.dataset.shown = view;
    if (view === "pictures") {
      by("pictures-of").textContent = `of ${plural(listed.directives.length, "listed directive")}`;
      by("figures").replaceChildren(...Pictures.all(listed.directives, model));
    } else if (view === "left-out") {
      by("left-out-body").replaceChildren(...LeftOut.all(model, listed.cables));
    } else {
      cableList.update();
      table.rows.update();
    }
  }

  // ---- what is selected ----

  function select(cable, one = null) {
    const changed = cable !== state.cable;
    state.cable = cable;
    state.directive = one;
    if (changed) {
      cableList.reveal(cable);
      for (const link of by("cables").querySelectorAll("a")) {
        const current = cable && link.hash === `#${encodeURIComponent(cable.id)}`;
        if (current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      showText();
      if (state.scope === "cable") showTable();
    }
    table.select(one);
    showDetail();
    state.marked?.select(one);
    if (changed && !one) state.marked?.firstHit();
  }

  // Select, and let the address say so: it can be copied as it stands.
  function choose(one, cable = one ? one.cable : state.cable) {
    select(cable, one);
    const target = one || cable;
    try {
      history.replaceState(null, "", target ? `#${encodeURIComponent(target.id)}` : location.pathname);
    } catch {
      // A browser may refuse when asked too often; what is selected does not depend on it.
    }
  }

  // Go where the address says: a directive, a cable, or a place in a cable's text ("#cable@1200").
  function follow() {
    let wanted;
    try {
      wanted = decodeURIComponent(location.hash.slice(1));
    } catch {
      wanted = location.hash.slice(1);
    }
    if (!wanted) return false;
    const [, id, at] = model.byId.has(wanted) ? [null, wanted, null] : /^(.*?)(?:@(\d+))?$/s.exec(wanted);
    const found = model.byId.get(id);
    if (!found) {
      notice(`This page has nothing with the name “${Dom.visible(wanted)}”.`);
      return false;
    }
    if (state.view !== "read") show("read");
    if (found.directive ? !listed.shown.has(found.directive) : !listed.cables.includes(found.cable)) {
      clear();
      notice("Search and filters were cleared: the link leads to something that they left out.");
    }
    if (at !== null && at !== undefined && !by("show-misses").checked) {
      by("show-misses").checked = true;
      state.cable = null;
    }
    select(found.cable, found.directive || null);
    if (at !== null && at !== undefined) state.marked.show([Number(at)]);
    return true;
  }

  function step(by_) {
    const rows = state.scope === "all" ? listed.directives : (state.cable?.directives || []).filter((one) => listed.shown.has(one));
    const at = rows.indexOf(state.directive);
    const next = at < 0 ? (by_ > 0 ? rows[0] : rows[rows.length - 1]) : rows[at + by_];
    if (next) return choose(next);
    if (state.scope === "all") return undefined;
    // On to the nearest cable of the list that has a directive to show.
    for (let n = listed.cables.indexOf(state.cable) + by_; n >= 0 && n < listed.cables.length; n += by_) {
      const its = listed.cables[n].directives.filter((one) => listed.shown.has(one));
      if (its.length) return choose(by_ > 0 ? its[0] : its[its.length - 1]);
    }
    return undefined;
  }

  function stepCable(by_) {
    const next = listed.cables[listed.cables.indexOf(state.cable) + by_];
    if (next) choose(null, next);
  }

  async function copy() {
    const one = state.directive;
    if (!one) return;
    const address = `${location.href.split("#")[0]}#${encodeURIComponent(one.id)}`;
    const words = `${model.modalities[one.modality]} of ${one.who}: “${Model.quote(one, one.action)}” (${one.cable.label}) ${address}`;
    try {
      await navigator.clipboard.writeText(words);
      notice("Copied the link and the words.");
    } catch {
      notice(`Copy this: ${words}`);
    }
  }

  // ---- what is asked for ----

  function refine() {
    const words = state.wanted.words;
    state.wanted = Filter.read(form);
    listed = Filter.apply(model, state.wanted);
    for (const name of ["since", "until"]) {
      const value = by(name).value.trim();
      by(name).setAttribute("aria-invalid", String(Boolean(value) && !Model.DATE.test(value)));
    }
    const active = Filter.active(state.wanted);
    by("active-filters").textContent = active ? `(${active} set)` : "";
    by("clear").hidden = !active && !state.wanted.words;
    by("cable-count").textContent = listed.cables.length === model.cables.length
      ? number(model.cables.length) : `${number(listed.cables.length)} of ${number(model.cables.length)}`;
    by("all-count").textContent = number(listed.directives.length);
    by("cables-scroll").scrollTop = 0;
    cableList.show(listed.cables);
    const cable = listed.cables.includes(state.cable) ? state.cable : listed.cables[0] || null;
    const one = listed.shown.has(state.directive) ? state.directive : null;
    if (cable !== state.cable || words !== state.wanted.words) state.cable = undefined;
    const tableFollows = state.scope === "cable" && cable !== state.cable;
    select(cable, one);
    if (!tableFollows) showTable();
    if (state.view !== "read") show(state.view);
  }

  function clear() {
    form.reset();
    refine();
  }

  function scope(name) {
    state.scope = name;
    showTable();
  }

  function focusSearch() {
    show("read");
    by("search").focus();
    by("search").select();
  }

  function escape(event) {
    if (by("help").open) return false;
    if (event.target === by("search") && by("search").value) clear();
    else if (form.contains(event.target)) by("main").focus();
    else choose(null);
    return true;
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(refine);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(refine));
  by("show-misses").addEventListener("change", () => {
    showText();
    state.marked?.select(state.directive);
    showDetail();
  });
  by("text").addEventListener("click", (event) => {
    const here = state.marked && getSelection().isCollapsed ? state.marked.at(event.target) : [];
    if (here.length) choose(here[(here.indexOf(state.directive) + 1) % here.length]);
  });
  by("text").addEventListener("mouseover", (event) => point(state.marked?.at(event.target)[0] || null));
  by("text").addEventListener("mouseleave", () => point(null));
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => show(button.dataset.view));
  for (const button of document.querySelectorAll("[data-scope]")) button.addEventListener("click", () => scope(button.dataset.scope));
  by("help-button").addEventListener("click", () => by("help").showModal());
  by("skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector("main:not([hidden])").focus();
  });
  addEventListener("hashchange", follow);

  Keys.listen({
    j: () => step(1), k: () => step(-1), n: () => stepCable(1), p: () => stepCable(-1), y: copy,
    a: () => scope(state.scope === "all" ? "cable" : "all"), "/": focusSearch,
    f: () => { show("read"); by("more-filters").open = !by("more-filters").open; if (by("more-filters").open) form.querySelector("[name=modality]").focus(); },
    1: () => show("read"), 2: () => show("pictures"), 3: () => show("left-out"), "?": () => by("help").showModal(), Escape: escape,
  }, by("single-keys"));

  // Paper shows every row of the table, up to what a person would print.
  const MOST_PRINTED = 3000;
  let opened = [];
  addEventListener("beforeprint", () => {
    if (table.even && table.items.length <= MOST_PRINTED) table.rows.drawWhole(true);
    opened = [...document.querySelectorAll("main:not([hidden]) figure details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    table.rows.drawWhole(false);
    for (const details of opened) details.open = false;
  });

  // ---- the start ----

  function counts() {
    by("counts").textContent = [plural(model.cables.length, "cable"), plural(model.directives.length, "directive"),
      model.messages.length ? `${plural(model.messages.length, "reading problem")}` : ""].filter(Boolean).join(" · ");
    const total = LeftOut.total(model);
    by("left-out-count").textContent = total ? `(${number(total)})` : "";
    const tally = {};
    const add = (key) => { tally[key] = (tally[key] || 0) + 1; };
    const actors = new Map();
    for (const one of model.directives) {
      add(`modality-${one.modality}`);
      add(`status-${one.status}`);
      for (const type of new Set(one.constraints.map((limit) => limit.type))) add(`constraint-${type}`);
      actors.set(one.who, (actors.get(one.who) || 0) + 1);
    }
    for (const place of document.querySelectorAll("[data-count]")) place.textContent = number(tally[place.dataset.count] || 0);
    const most = [...actors].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 200);
    by("actors").replaceChildren(...most.map(([who]) => h("option", { value: who })));
  }

  counts();
  document.title = Dom.visible(`Directives · ${plural(model.cables.length, "cable")}`);
  refine();
  show("read");
  if (!follow() && !location.hash && model.directives.length) {
    const first = model.cables.find((cable) => cable.directives.length);
    select(first);
  }
  document.body.dataset.ready = "true";
  Filter.prepare(model);
})();
