// Small helpers for making elements. Every text goes in as a text node or an attribute; nothing is ever parsed as HTML.
"use strict";

const Dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  // Controls, marks of reading direction and other characters that do not show: they are made visible.
  const UNSEEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

  function shown(character) {
    const code = character.charCodeAt(0);
    return code < 32 ? String.fromCharCode(0x2400 + code) : code === 127 ? "\u2421" : "\ufffd";
  }

  // The text of a source as it may be shown: no character hides, or turns the reading direction round.
  function visible(text) {
    return text.replace(/\r\n?/g, "\n").replace(/\f/g, "").replace(UNSEEN, shown);
  }

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    for (const child of children.flat()) {
      if (child === null || child === undefined || child === "") continue;
      element.append(child instanceof Node ? child : visible(String(child)));
    }
    return element;
  }

  const h = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
  const by = (id) => document.getElementById(id);
  const number = (count) => count.toLocaleString("en");
  const plural = (count, one, many = one + "s") => `${number(count)} ${count === 1 ? one : many}`;

  // A table of texts; its first row is its head, and the first cell of each row heads that row.
  function table(rows, caption) {
    const [head, ...body] = rows;
    return h("table", { class: "plain" },
      caption ? h("caption", {}, caption) : null,
      h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, cell)))),
      h("tbody", {}, body.map(([first, ...cells]) =>
        h("tr", {}, h("th", { scope: "row" }, first), cells.map((cell) => h("td", {}, cell))))));
  }

  return { h, svg, by, visible, number, plural, table };
})();
