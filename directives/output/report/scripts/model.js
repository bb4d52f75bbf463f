// The data of the page in (see data.py, which writes it), cables and directives as objects out.
"use strict";

const Model = (() => {
  // Offsets count characters as Python does; JavaScript counts some of them (beyond U+FFFF) twice.
  class Text {
    constructor(whole) {
      this.characters = /[\ud800-\udfff]/.test(whole) ? Array.from(whole) : null;
      this.whole = whole;
    }
    get length() {
      return this.characters ? this.characters.length : this.whole.length;
    }
    slice(start, end) {
      return this.characters ? this.characters.slice(start, end).join("") : this.whole.slice(start, end);
    }
    // Where an index into the JavaScript string lies, counted in characters.
    offset(index) {
      return this.characters ? Array.from(this.whole.slice(0, index)).length : index;
    }
  }

  // A year, a month or a day.
  const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

  const oneLine = (text) => text.replace(/\s+/g, " ").trim();

  function read(data) {
    const texts = data.texts.map((text) => new Text(text));
    const string = (n) => (n === null ? null : data.strings[n]);
    const directives = [];
    const byId = new Map();

    const cables = data.cables.map((row, index) => {
      const header = row.header;
      const cable = {
        ...row, index, text: texts[row.text], start: row.span[0], end: row.span[1], addressees: header.addressees || [],
        date: DATE.test(header.date) ? header.date : "",
      };
      const parties = header.sender || cable.addressees.length
        ? `${header.sender || "?"} to ${cable.addressees.join(", ") || "?"}` : "";
      cable.name = header.number ? `No. ${header.number}` : row.id;
      cable.parties = parties || row.source;
      cable.label = [cable.name, parties, cable.date].filter(Boolean).join(" · ");
      cable.directives = row.directives.map((fields, place) => directive(fields, cable, place + 1));
      cable.nearMisses = row.near_misses.map(([span, sentence, form, reason]) => (
        { cable, span, sentence, form: string(form), reason: string(reason) }));
      cable.undertakings = row.undertakings.map(([span, sentence, page]) => ({ cable, span, sentence, page }));
      cable.pages = row.pages.map(([number, start, end, legibility, copyOf]) => (
        { number, start, end, legibility, copyOf, unread: Boolean(copyOf) || legibility < data.illegible }));
      byId.set(cable.id, { cable });
      for (const one of cable.directives) byId.set(one.id, { cable, directive: one });
      return cable;
    });

    function directive(fields, cable, place) {
      const [id, modality, status, form, verb, role, name, page, paragraph, sentence, action, cue, actor, limits, because] = fields;
      const one = {
        id, cable, place, modality, status, form: string(form), verb: string(verb), role: string(role),
        name: string(name), page, paragraph: string(paragraph), sentence, action, cue, actor,
        constraints: limits.map(([type, start, end, value]) => ({ type, span: [start, end], value: string(value) })),
        because: because.map(string),
      };
      const said = actor && one.role === "third_party" ? quote(one, actor) : "";
      one.who = one.name || said || one.role.replace("_", " ");
      directives.push(one);
      return one;
    }

    return { ...data, texts, cables, directives, byId };
  }

  // The words of a span of a directive's or near miss's cable, on one line.
  const quote = (one, span) => (span ? oneLine(one.cable.text.slice(span[0], span[1])) : "");

  return { DATE, read, quote, oneLine };
})();
