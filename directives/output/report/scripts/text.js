// A cable in, its text out with every part of its directives marked: the cue, the actor, the action, each constraint.
"use strict";

const MarkedText = (() => {
  const { h } = Dom;
  const BLOCK = 6000; // characters that are laid out together; a long text is laid out as it is scrolled to

  function layers(cable, model, options) {
    const made = [];
    const add = (span, kind, one, tag = "") => {
      if (span && span[1] > span[0]) made.push({ start: span[0], end: span[1], kind, one, tag });
    };
    for (const one of cable.directives) {
      add(one.sentence, "sentence", one);
      add(one.action, "action", one, String(one.place));
      add(one.cue, "cue", one);
      add(one.actor, "actor", one);
      for (const limit of one.constraints) {
        const type = model.constraint_types[limit.type];
        add(limit.span, `constraint m-${type}`, one, type);
      }
    }
    if (options.misses) for (const miss of cable.nearMisses) add(miss.span, "miss", null, "near miss");
    if (options.pattern) {
      const text = cable.text.slice(cable.start, cable.end);
      for (const hit of text.matchAll(options.pattern)) {
        if (!hit[0].length) break;
        const start = cable.start + Array.from(text.slice(0, hit.index)).length;
        add([start, start + Array.from(hit[0]).length], "hit", null);
      }
    }
    return made;
  }

  // Where blocks begin: at each page, and at a line's start once a block is long enough.
  function blockStarts(cable) {
    const starts = new Set([cable.start, ...cable.pages.map((page) => page.start)]);
    const edges = [...starts].sort((a, b) => a - b).filter((at) => at >= cable.start && at < cable.end);
    edges.forEach((edge, n) => {
      const past = edges[n + 1] ?? cable.end;
      for (let at = edge + BLOCK; at + BLOCK / 2 < past; at += BLOCK) {
        const line = cable.text.slice(at, Math.min(past, at + BLOCK / 2)).indexOf("\n");
        if (line >= 0 && at + line + 1 < past) {
          at += line + 1;
          starts.add(at);
        }
      }
    });
    return starts;
  }

  function pageMark(page) {
    const what = page.copyOf ? `repeats page ${page.copyOf}, which is read in its place`
      : page.unread ? `not legible (${Math.round(page.legibility * 100)} % of its words), nothing was read from it` : "";
    return h("div", { class: what ? "page-mark unread" : "page-mark" }, `page ${page.number}`, what ? ` · ${what}` : "");
  }

  // Draws the text into `container`; what it gives back marks a directive as selected or as pointed at.
  function draw(container, cable, model, options) {
    const all = layers(cable, model, options).sort((a, b) => a.start - b.start || b.end - a.end);
    const blocks = blockStarts(cable);
    const points = [...new Set([cable.start, cable.end, ...blocks, ...all.flatMap(({ start, end }) => [start, end])])]
      .filter((at) => at >= cable.start && at <= cable.end).sort((a, b) => a - b);
    const pages = new Map(cable.pages.map((page) => [page.start, page]));
    const segments = [];
    let active = [];
    let next = 0;
    let block = null;
    const drawn = [];
    for (let n = 0; n + 1 < points.length; n++) {
      const [start, end] = [points[n], points[n + 1]];
      if (blocks.has(start)) {
        const page = pages.get(start);
        if (page && (cable.pages.length > 1 || page.unread)) drawn.push(pageMark(page));
        block = h("div", { class: page && page.unread ? "block unread" : "block" });
        drawn.push(block);
      }
      active = active.filter((layer) => layer.end > start);
      while (next < all.length && all[next].start <= start) active.push(all[next++]);
      const words = cable.text.slice(start, end);
      if (!active.length) {
        block.append(Dom.visible(words));
        continue;
      }
      const segment = { start, end, active: [...active], element: h("span", { class: "seg" }, words) };
      segments.push(segment);
      block.append(segment.element);
    }
    container.replaceChildren(...drawn);
    const byElement = new Map(segments.map((segment) => [segment.element, segment]));
    let selected = null;

    function dress() {
      for (const { start, active: here, element } of segments) {
        const ours = selected && here.some((layer) => layer.one === selected);
        const worn = here.filter((layer) => !ours || layer.one === selected || !layer.one);
        const classes = ["seg", ...worn.map((layer) => `m-${layer.kind}`)];
        if (ours) classes.push("on");
        else if (selected && here.some((layer) => layer.one && layer.kind !== "sentence")) classes.push("off");
        element.className = [...new Set(classes)].join(" ");
        const tags = [...new Set(worn.filter((layer) => layer.start === start && layer.tag).map((layer) => layer.tag))];
        if (tags.length) element.dataset.tag = tags.join(" · ");
        else delete element.dataset.tag;
      }
    }
    dress();

    const elementsOf = (one, kind) => segments
      .filter(({ active: here }) => here.some((layer) => layer.one === one && (!kind || layer.kind === kind)))
      .map(({ element }) => element);

    return {
      select(one) {
        selected = one;
        dress();
        if (one) elementsOf(one, "action")[0]?.scrollIntoView({ block: "center", inline: "nearest" });
      },
      point(one) {
        for (const { element, active: here } of segments) {
          element.classList.toggle("pointed", Boolean(one) && here.some((layer) => layer.one === one && layer.kind !== "sentence"));
        }
      },
      // The directives at an element, the one with the shortest part there first.
      at(element) {
        const segment = byElement.get(element);
        if (!segment) return [];
        const here = segment.active.filter((layer) => layer.one && layer.kind !== "sentence")
          .sort((a, b) => (a.end - a.start) - (b.end - b.start));
        return [...new Set(here.map((layer) => layer.one))];
      },
      show(span) {
        const segment = segments.find(({ start, end }) => start <= span[0] && span[0] < end);
        segment?.element.scrollIntoView({ block: "center", inline: "nearest" });
      },
      firstHit() {
        segments.find(({ active: here }) => here.some((layer) => layer.kind === "hit"))?.element.scrollIntoView({ block: "center" });
      },
    };
  }

  return { draw };
})();
