// What the program left out in, shown with its reasons: nothing that was not read is hidden.
"use strict";

const LeftOut = (() => {
  const { h, plural, number } = Dom;
  const STEP = 100; // rows drawn at a time

  const link = (cable) => h("a", { href: `#${encodeURIComponent(cable.id)}` }, cable.name);

  // A table that grows by a button, so that 100,000 near misses do not all have to be drawn.
  function growing(head, items, row) {
    const body = h("tbody");
    const more = h("button", { type: "button" });
    let drawn = 0;
    function grow() {
      body.append(...items.slice(drawn, drawn + STEP).map((item) => h("tr", {}, row(item).map((cell) => h("td", {}, cell)))));
      drawn = Math.min(items.length, drawn + STEP);
      more.textContent = `Show ${number(Math.min(STEP, items.length - drawn))} more of ${number(items.length - drawn)}`;
      more.hidden = drawn >= items.length;
    }
    more.addEventListener("click", grow);
    grow();
    return h("div", { class: "wide" }, h("table", { class: "plain" }, h("thead", {}, h("tr", {}, head.map((name) => h("th", { scope: "col" }, name)))), body), more);
  }

  function section(title, note, content) {
    return h("section", {}, h("h3", {}, title), note ? h("p", { class: "hint" }, note) : null, content);
  }

  // The sentence of a near miss, with the words in question marked.
  function inSentence(miss) {
    const text = (start, end) => miss.cable.text.slice(start, end).replace(/\s+/g, " ");
    const [start, end] = miss.sentence;
    return h("a", { class: "quote", href: `#${encodeURIComponent(miss.cable.id)}@${miss.span[0]}` },
      text(start, miss.span[0]), h("mark", {}, text(miss.span[0], miss.span[1])), text(miss.span[1], end));
  }

  const unreadPages = (model) => model.cables.flatMap((cable) => cable.pages.filter((page) => page.unread).map((page) => ({ cable, page })));
  const pageReason = ({ page }) => (page.copyOf ? `repeats page ${page.copyOf}, which is read in its place` : "not legible");

  function total(model) {
    return model.messages.length + unreadPages(model).length;
  }

  function missesByReason(misses) {
    const plain = (reason) => reason.split(":")[0];
    const counts = new Map();
    for (const miss of misses) counts.set(plain(miss.reason), (counts.get(plain(miss.reason)) || 0) + 1);
    const reasons = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const holder = h("div");
    const select = h("select", { id: "reason" }, h("option", { value: "" }, `all reasons (${number(misses.length)})`),
      reasons.map(([reason, count]) => h("option", { value: reason }, `${reason} (${number(count)})`)));
    const draw = () => {
      const chosen = select.value ? misses.filter((miss) => plain(miss.reason) === select.value) : misses;
      holder.replaceChildren(growing(["cable", "sentence", "form", "why it is no row"], chosen,
        (miss) => [link(miss.cable), inSentence(miss), h("code", {}, miss.form), miss.reason]));
    };
    select.addEventListener("change", draw);
    draw();
    return h("div", {}, h("p", {}, h("label", { for: "reason" }, "Reason "), select), holder);
  }

  function all(model, cables) {
    const pages = unreadPages(model);
    const misses = cables.flatMap((cable) => cable.nearMisses);
    const undertakings = cables.flatMap((cable) => cable.undertakings);
    return [
      section(`Sources that could not be read, or not whole (${number(model.messages.length)})`, null, model.messages.length
        ? h("ul", { class: "messages" }, model.messages.map((line) => h("li", {}, line))) : h("p", {}, "Every source was read.")),
      section(`Pages that were not read (${number(pages.length)})`, null, pages.length
        ? growing(["cable", "page", "why", "legible words"], pages, (row) => [link(row.cable), row.page.number, pageReason(row), `${Math.round(row.page.legibility * 100)} %`])
        : h("p", {}, "Every page was read.")),
      section(`Near misses (${number(misses.length)})`, "Words that look like a directive in the listed cables, and why they make no row.",
        misses.length ? missesByReason(misses) : h("p", {}, "None.")),
      section(`Undertakings of the sender (${number(undertakings.length)})`, "What the sender says it will do itself.", undertakings.length
        ? growing(["cable", "page", "sentence"], undertakings, (one) => [link(one.cable), one.page, inSentence(one)]) : h("p", {}, "None.")),
    ];
  }

  function ofCable(cable) {
    const pages = cable.pages.filter((page) => page.unread);
    const parts = [[pages, "page", "pages"], [cable.nearMisses, "near miss", "near misses"], [cable.undertakings, "undertaking", "undertakings"]]
      .filter(([items]) => items.length).map(([items, one, many]) => plural(items.length, one, many));
    if (!parts.length) return [];
    const item = (miss, what) => h("li", {}, inSentence(miss), " ", h("span", { class: "soft" }, what));
    return [h("details", {}, h("summary", {}, `Left out of this cable: ${parts.join(", ")}`), h("ul", { class: "left-out" },
      pages.map((page) => h("li", {}, `page ${page.number} ${pageReason({ page })}`)),
      cable.nearMisses.map((miss) => item(miss, miss.reason)),
      cable.undertakings.map((one) => item(one, "an undertaking of the sender"))))];
  }

  return { all, ofCable, total };
})();
