// What the analyst asked for in, the cables and directives that fit out.
"use strict";

const Filter = (() => {
  // Everything asked for, from the form's fields; a date that is none counts as not given.
  function read(form) {
    const fields = new FormData(form);
    const chosen = (name) => new Set(fields.getAll(name).map(Number));
    const date = (name) => {
      const value = fields.get(name).trim();
      return Model.DATE.test(value) ? value : "";
    };
    return {
      words: Model.oneLine(fields.get("search")).toLowerCase(), whole: fields.has("whole"), modality: chosen("modality"),
      constraint: chosen("constraint"), status: chosen("status"), actor: Model.oneLine(fields.get("actor")).toLowerCase(),
      since: date("since"), until: date("until"),
    };
  }

  const ofDirectives = (wanted) =>
    wanted.modality.size + wanted.constraint.size + wanted.status.size + (wanted.actor ? 1 : 0);
  const active = (wanted) => ofDirectives(wanted) + (wanted.since ? 1 : 0) + (wanted.until ? 1 : 0);

  // A date that is only known by its month or year fits where any of its days would.
  function within(date, since, until) {
    if (!since && !until) return true;
    if (!date) return false;
    const length = (bound) => Math.min(date.length, bound.length);
    return (!since || date.slice(0, length(since)) >= since.slice(0, length(since)))
      && (!until || date.slice(0, length(until)) <= until.slice(0, length(until)));
  }

  // The words searched in, made once and kept.
  function headerWords(cable) {
    cable.searched ??= [cable.id, cable.label, cable.source, ...Object.values(cable.header).flat()].join(" ").toLowerCase();
    return cable.searched;
  }
  function sentenceWords(one) {
    one.searched ??= Model.quote(one, one.sentence).toLowerCase();
    return one.searched;
  }
  function textWords(text) {
    text.searched ??= Model.oneLine(text.whole).toLowerCase();
    return text.searched;
  }
  function inText(cable, words) {
    const shared = cable.start > 0 || cable.end < cable.text.length;
    if (!shared) return textWords(cable.text).includes(words);
    cable.searchedText ??= Model.oneLine(cable.text.slice(cable.start, cable.end)).toLowerCase();
    return cable.searchedText.includes(words);
  }

  // Makes the words searched in while the page has nothing else to do, so that the first search need not wait for it.
  function prepare(model) {
    const later = window.requestIdleCallback || ((go) => setTimeout(() => go({ timeRemaining: () => 8 }), 30));
    let at = 0;
    later(function go(idle) {
      while (at < model.cables.length && idle.timeRemaining() > 2) {
        const cable = model.cables[at++];
        headerWords(cable);
        cable.directives.forEach(sentenceWords);
        inText(cable, "");
      }
      if (at < model.cables.length) later(go);
    });
  }

  function fits(one, wanted) {
    return (!wanted.modality.size || wanted.modality.has(one.modality))
      && (!wanted.status.size || wanted.status.has(one.status))
      && (!wanted.constraint.size || one.constraints.some((limit) => wanted.constraint.has(limit.type)))
      && (!wanted.actor || one.who.toLowerCase().includes(wanted.actor) || one.role.replace("_", " ").includes(wanted.actor));
  }

  // The cables that fit, and their directives that fit, in the order of the sources. Without a filter on directives a
  // cable that has none is listed too.
  function apply(model, wanted) {
    const cables = [];
    const directives = [];
    const strict = ofDirectives(wanted) > 0;
    for (const cable of model.cables) {
      if (!within(cable.date, wanted.since, wanted.until)) continue;
      const named = !wanted.words || headerWords(cable).includes(wanted.words);
      const whole = named || (wanted.whole && inText(cable, wanted.words));
      const before = directives.length;
      for (const one of cable.directives) {
        if (fits(one, wanted) && (whole || sentenceWords(one).includes(wanted.words))) directives.push(one);
      }
      if (directives.length > before || (!strict && whole)) cables.push(cable);
    }
    return { cables, directives, shown: new Set(directives) };
  }

  // A pattern for the words searched, however they are broken into lines.
  function pattern(words) {
    if (!words) return null;
    const escaped = words.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(escaped.join("\\s+"), "giu");
  }

  return { prepare, read, active, apply, within, pattern };
})();
