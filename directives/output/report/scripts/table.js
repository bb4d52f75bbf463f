// Directives in, the table of them out: of one cable with every word, of many in rows of one height.
"use strict";

const DirectiveTable = (() => {
  const { h, by } = Dom;
  const ROW = 3.5; // rem
  const MOST_WHOLE = 300; // rows of one cable that are drawn in full

  class DirectiveTable {
    constructor(model, onChoose, onPoint) {
      this.model = model;
      this.table = by("directives");
      this.body = this.table.tBodies[0];
      this.scroller = by("table-scroll");
      this.elements = new Map();
      const spacer = () => h("tr", { class: "spacer", "aria-hidden": "true" }, h("td", { colspan: 6 }));
      this.rows = new Rows(this.scroller, this.body, spacer, ROW, (one, index) => this.row(one, index));
      const oneAt = (event) => {
        const row = event.target.closest?.("tr[data-id]");
        return row ? model.byId.get(row.dataset.id).directive : null;
      };
      this.body.addEventListener("click", (event) => {
        if (event.target.closest("a") || !getSelection().isCollapsed) return;
        const one = oneAt(event);
        if (one) onChoose(one);
      });
      this.body.addEventListener("mouseover", (event) => onPoint(oneAt(event)));
      this.body.addEventListener("mouseleave", () => onPoint(null));
    }

    // `several`: the directives are those of many cables.
    show(directives, several) {
      this.several = several;
      this.elements.clear();
      this.scroller.scrollTop = 0;
      const even = several || directives.length > MOST_WHOLE;
      this.table.classList.toggle("several", several);
      this.table.classList.toggle("even", even);
      this.table.hidden = directives.length === 0;
      this.table.setAttribute("aria-rowcount", directives.length + 1);
      this.items = directives;
      if (even) this.rows.show(directives);
      else {
        this.rows.stop();
        this.body.replaceChildren(...directives.map((one, index) => this.row(one, index)));
      }
      this.even = even;
    }

    row(one, index) {
      const { model } = this;
      const text = (...parts) => h("div", { class: "cell" }, ...parts);
      const limits = one.constraints.map((limit) => h("div", { class: "limit" },
        h("span", { class: `type m-${model.constraint_types[limit.type]}` }, model.constraint_types[limit.type]), " ",
        Model.quote(one, limit.span), limit.value ? h("span", { class: "value" }, ` = ${limit.value}`) : null));
      const status = model.statuses[one.status];
      const action = Model.quote(one, one.action);
      const row = h("tr", { "data-id": one.id, "aria-rowindex": index + 2, class: `status-${status}` },
        h("td", { class: "c-number" }, h("a", { href: `#${encodeURIComponent(one.id)}`, title: `Link to ${one.id}`,
          "aria-label": `Directive ${one.place} of ${one.cable.name}` }, one.place)),
        this.several ? h("td", { class: "c-cable" }, text(one.cable.name, h("br"), h("span", { class: "soft" }, one.cable.date))) : null,
        h("td", { class: "c-modality" }, text(h("span", { class: `modality k-${model.modalities[one.modality]}` },
          model.modalities[one.modality]), status === "issued" ? null : h("span", { class: "status" }, ` ${status}`))),
        h("td", { class: "c-actor" }, text(one.who)),
        h("td", { class: "c-action", title: this.several ? action : null }, text(action)),
        h("td", { class: "c-constraints" }, text(limits)),
        h("td", { class: "c-cue" }, text(Model.quote(one, one.cue))));
      if (one === this.selected) this.mark(row, true);
      this.elements.set(one, row);
      return row;
    }

    mark(row, on) {
      row.classList.toggle("selected", on);
      if (on) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }

    select(one) {
      const before = this.elements.get(this.selected);
      if (before) this.mark(before, false);
      this.selected = one;
      if (!one) return;
      if (this.even) this.rows.reveal(one);
      const row = this.elements.get(one);
      if (!row) return;
      this.mark(row, true);
      row.scrollIntoView({ block: "nearest" });
    }

    point(one) {
      for (const row of this.body.querySelectorAll(".pointed")) row.classList.remove("pointed");
      if (one) this.elements.get(one)?.classList.add("pointed");
    }
  }

  function facts(cable) {
    const header = cable.header;
    const known = [
      ["From", header.sender], ["To", cable.addressees.join(", ")], ["Date", [header.date, header.time].filter(Boolean).join(", ")],
      ["Place", header.place], ["Classification", header.classification], ["Precedence", header.precedence],
      ["Document", header.document_number],
      ["Pages", cable.pages.length > 1 ? cable.pages.length : ""],
      ["Legibility", cable.legibility < 1 ? `${Math.round(cable.legibility * 100)} %` : ""], ["Source", cable.source],
    ].filter(([, value]) => value);
    return h("dl", { class: "facts" }, known.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
  }

  // What is known of one directive beyond its row.
  function detail(one, model, onCopy) {
    const place = [`page ${one.page}`, one.paragraph ? `paragraph ${one.paragraph}` : "",
      `action at ${one.action[0]}–${one.action[1]}`].filter(Boolean).join(", ");
    const button = h("button", { type: "button", title: "Copy the link and the words (y)", onclick: onCopy }, "Copy link");
    return [
      h("p", {}, h("a", { href: `#${encodeURIComponent(one.id)}` }, one.id), ` · ${place} · form `, h("code", {}, one.form),
        one.verb ? [" · verb ", h("i", {}, one.verb)] : null, " ", button),
      h("p", { class: "sentence" }, Model.quote(one, one.sentence)),
      one.because.length ? h("details", {}, h("summary", {}, "Why this is a row"), h("ul", {}, one.because.map((words) => h("li", {}, words)))) : null,
    ].filter(Boolean);
  }

  return Object.assign(DirectiveTable, { facts, detail });
})();
