// Directives in, pictures out: over time, who is told what, constraint types, and where in a text they stand. No
// picture tells anything by colour alone, and each comes with its numbers as a table.
"use strict";

const Pictures = (() => {
  const { h, svg, number, plural, table } = Dom;
  const MOST_ACTORS = 14;
  const MOST_STEPS = 48;

  function count(items, key) {
    const counts = new Map();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
    return counts;
  }

  let made = 0;
  function figure(title, note, picture, rows) {
    const id = `figure-${++made}`;
    return h("figure", { "aria-labelledby": id },
      h("figcaption", { id }, h("strong", {}, title), note ? h("span", { class: "soft" }, ` ${note}`) : null),
      picture, rows ? h("details", { class: "numbers" }, h("summary", {}, "The numbers"), h("div", { class: "wide" }, table(rows))) : null);
  }

  function canvas(width, height, title, ...children) {
    return svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title, class: "picture" }, svg("title", {}, title), ...children);
  }

  // Years, months or days: the finest steps that are not too many. Every step between the first and the last is there.
  function steps(dates) {
    const known = dates.filter(Boolean).sort();
    if (!known.length) return { cut: 4, all: [] };
    for (const cut of [10, 7, 4]) {
      if (known.some((date) => date.length < cut)) continue;
      const all = between(known[0].slice(0, cut), known[known.length - 1].slice(0, cut), cut);
      if (all.length <= MOST_STEPS || cut === 4) return { cut, all };
    }
    return { cut: 4, all: between(known[0].slice(0, 4), known[known.length - 1].slice(0, 4), 4) };
  }

  function between(first, last, cut) {
    const all = [];
    const at = new Date(`${first.padEnd(10, "-01")}T00:00:00Z`);
    for (let n = 0; n < 5000; n++) {
      const step = at.toISOString().slice(0, cut);
      if (step > last) break;
      all.push(step);
      if (cut === 10) at.setUTCDate(at.getUTCDate() + 1);
      else if (cut === 7) at.setUTCMonth(at.getUTCMonth() + 1);
      else at.setUTCFullYear(at.getUTCFullYear() + 1);
    }
    return all;
  }

  function overTime(directives, model) {
    const { cut, all } = steps(directives.map((one) => one.cable.date));
    if (!all.length) return null;
    const undated = directives.filter((one) => !one.cable.date).length;
    const counts = count(directives, (one) => `${one.modality} ${one.cable.date.slice(0, cut)}`);
    const most = Math.max(1, ...counts.values());
    const [left, right, lane, gap, top] = [128, 52, 40, 12, 6];
    const width = 960;
    const step = (width - left - right) / all.length;
    const bottom = top + model.modalities.length * (lane + gap);
    const marks = model.modalities.flatMap((name, m) => {
      const floor = top + m * (lane + gap) + lane;
      const total = directives.filter((one) => one.modality === m && one.cable.date).length;
      return [
        svg("text", { x: left - 10, y: floor - lane / 2 + 5, "text-anchor": "end" }, name),
        svg("line", { x1: left, x2: width - right, y1: floor, y2: floor, class: "axis" }),
        svg("text", { x: width - right + 8, y: floor - lane / 2 + 5, class: "soft" }, number(total)),
        ...all.map((date, n) => {
          const value = counts.get(`${m} ${date}`) || 0;
          if (!value) return null;
          const tall = Math.max(2, (value / most) * lane);
          return svg("rect", { x: left + n * step + step * 0.08, y: floor - tall, width: Math.min(step * 0.84, 60), height: tall, class: `fill-${name}` },
            svg("title", {}, `${name}, ${date}: ${value}`));
        }),
      ];
    });
    const every = Math.ceil(all.length / 10);
    const labels = all.map((date, n) => (n % every ? null
      : svg("text", { x: left + n * step + Math.min(step * 0.42, 30), y: bottom + 12, "text-anchor": "middle", class: "soft" }, date)));
    const used = all.filter((date) => model.modalities.some((_, m) => counts.get(`${m} ${date}`)));
    const rows = [["", ...model.modalities], ...used.map((date) => [date, ...model.modalities.map((_, m) => number(counts.get(`${m} ${date}`) || 0))])];
    const note = `by ${{ 10: "day", 7: "month", 4: "year" }[cut]}, the tallest bar is ${number(most)}${undated ? `; ${number(undated)} in cables without a date` : ""}`;
    return figure("Directives over time", note, canvas(width, bottom + 20, `Directives over time, ${note}`, ...marks.flat(), ...labels), rows);
  }

  function whoIsToldWhat(directives, model) {
    const totals = [...count(directives, (one) => one.who)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (!totals.length) return null;
    const named = totals.slice(0, MOST_ACTORS);
    const counts = count(directives, (one) => `${one.modality} ${one.who}`);
    const others = totals.slice(MOST_ACTORS);
    const rest = new Set(others.map(([who]) => who));
    const most = Math.max(...named.flatMap(([who]) => model.modalities.map((_, m) => counts.get(`${m} ${who}`) || 0)));
    const [left, top, lane] = [250, 26, 28];
    const width = 960;
    const column = (width - left - 70) / model.modalities.length;
    const cells = named.map(([who, total], row) => {
      const middle = top + row * lane + lane / 2;
      return [
        svg("text", { x: left - 12, y: middle + 5, "text-anchor": "end" }, who.length > 32 ? `${who.slice(0, 31)}…` : who, svg("title", {}, who)),
        svg("line", { x1: left, x2: width - 70, y1: middle + lane / 2, y2: middle + lane / 2, class: "grid" }),
        ...model.modalities.map((name, m) => {
          const value = counts.get(`${m} ${who}`) || 0;
          if (!value) return null;
          const x = left + m * column + column / 2 - 14;
          return [svg("circle", { cx: x, cy: middle, r: 2 + 10 * Math.sqrt(value / most), class: `fill-${name}` },
            svg("title", {}, `${who}, ${name}: ${value}`)), svg("text", { x: x + 18, y: middle + 5 }, number(value))];
        }).flat(),
        svg("text", { x: width - 12, y: middle + 5, "text-anchor": "end", class: "soft" }, number(total)),
      ];
    }).flat();
    const heads = model.modalities.map((name, m) => svg("text", { x: left + m * column + column / 2, y: 16, "text-anchor": "middle" }, name));
    const rowOf = (label, value) => [label, ...model.modalities.map((_, m) => number(value(m)))];
    const rows = [["actor", ...model.modalities], ...named.map(([who]) => rowOf(who, (m) => counts.get(`${m} ${who}`) || 0))];
    if (rest.size) rows.push(rowOf(`${plural(rest.size, "other")}`, (m) => directives.filter((one) => one.modality === m && rest.has(one.who)).length));
    const note = rest.size ? `the ${MOST_ACTORS} told most; ${plural(rest.size, "other")} in the numbers` : "";
    return figure("Who is told what", note, canvas(width, top + named.length * lane + 4, "Who is told what: actors by modality", ...heads, ...cells), rows);
  }

  function constraintTypes(directives, model) {
    const counts = count(directives.flatMap((one) => one.constraints), (limit) => limit.type);
    const bound = directives.filter((one) => one.constraints.length).length;
    const most = Math.max(1, ...counts.values());
    const [left, lane] = [128, 28];
    const width = 960;
    const bars = model.constraint_types.map((name, n) => {
      const value = counts.get(n) || 0;
      const wide = (value / most) * (width - left - 70);
      return [
        svg("text", { x: left - 10, y: n * lane + 19, "text-anchor": "end" }, name),
        svg("rect", { x: left, y: n * lane + 5, width: Math.max(value ? 2 : 0, wide), height: lane - 10, class: "fill-constraint" }),
        svg("text", { x: left + wide + 8, y: n * lane + 19 }, number(value)),
      ];
    }).flat();
    const note = `${number(bound)} of ${plural(directives.length, "directive")} carry a constraint`;
    return figure("Constraint types", note, canvas(width, model.constraint_types.length * lane, `Constraint types: ${note}`, ...bars),
      [["type", "constraints"], ...model.constraint_types.map((name, n) => [name, number(counts.get(n) || 0)])]);
  }

  function all(directives, model) {
    if (!directives.length) return [h("p", {}, "No directive fits: there is nothing to draw.")];
    return [overTime(directives, model), whoIsToldWhat(directives, model), constraintTypes(directives, model)].filter(Boolean);
  }

  // Where in a cable's text its directives stand: a lane for each modality that it has, a mark for each directive.
  function strip(cable, model, shown) {
    const used = [...new Set(cable.directives.map((one) => one.modality))].sort();
    if (!used.length) return [];
    const [left, right, lane, width] = [116, 8, 15, 640];
    const height = used.length * lane + 6;
    const x = (at) => left + ((at - cable.start) / Math.max(1, cable.end - cable.start)) * (width - left - right);
    const title = `Where the ${plural(cable.directives.length, "directive")} of this cable stand in its text`;
    const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "picture strip", role: "group", "aria-label": title },
      cable.pages.filter((page) => page.unread).map((page) => svg("rect", { x: x(page.start), y: 0, width: x(page.end) - x(page.start), height, class: "unread" },
        svg("title", {}, `page ${page.number}: nothing was read from it`))),
      cable.pages.slice(1).map((page) => svg("line", { x1: x(page.start), x2: x(page.start), y1: 0, y2: height, class: "page" })),
      used.map((m, n) => [
        svg("text", { x: left - 8, y: n * lane + 14, "text-anchor": "end" }, model.modalities[m]),
        svg("line", { x1: left, x2: width - right, y1: n * lane + 10, y2: n * lane + 10, class: "grid" }),
      ]).flat(),
      cable.directives.map((one) => svg("a", { href: `#${encodeURIComponent(one.id)}`, "data-id": one.id, class: shown.has(one) ? null : "hidden-row",
        "aria-label": `Directive ${one.place}, ${model.modalities[one.modality]}`, tabindex: "-1" },
      svg("rect", { x: x(one.action[0]), y: used.indexOf(one.modality) * lane + 4, height: lane - 3, class: `fill-${model.modalities[one.modality]}`,
        width: Math.max(4, x(one.action[1]) - x(one.action[0])) }, svg("title", {}, `${one.place} ${model.modalities[one.modality]}: ${Model.quote(one, one.action)}`)))));
    return [picture];
  }

  return { all, strip };
})();
