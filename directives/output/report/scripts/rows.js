// A long list in, only those of its rows in the page that can be seen: 20,000 rows cost no more than 50.
"use strict";

class Rows {
  // `height` of a row in rem; `draw(item, index)` makes the element of a row.
  constructor(scroller, body, spacer, height, draw) {
    Object.assign(this, { scroller, body, height, draw, items: [], drawn: new Map(), whole: false });
    this.above = spacer();
    this.below = spacer();
    scroller.addEventListener("scroll", () => this.update(), { passive: true });
    new ResizeObserver(() => this.update()).observe(scroller);
  }

  show(items) {
    this.items = items;
    this.on = true;
    this.drawn.clear();
    this.body.replaceChildren(this.above, this.below);
    this.update();
  }

  stop() {
    this.on = false;
    this.drawn.clear();
  }

  get pixels() {
    return this.height * parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  update() {
    if (!this.on) return;
    const pixels = this.pixels;
    const visible = Math.ceil(this.scroller.clientHeight / pixels);
    let first = Math.max(0, Math.floor(this.scroller.scrollTop / pixels) - 12);
    first = Math.min(first, Math.max(0, this.items.length - visible));
    const past = this.whole ? this.items.length : Math.min(this.items.length, first + visible + 24);
    if (this.whole) first = 0;
    for (const [index, element] of this.drawn) {
      if (index < first || index >= past) {
        element.remove();
        this.drawn.delete(index);
      }
    }
    let next = this.below;
    for (let index = past - 1; index >= first; index--) {
      let element = this.drawn.get(index);
      if (!element) {
        element = this.draw(this.items[index], index);
        this.drawn.set(index, element);
        this.body.insertBefore(element, next);
      }
      next = element;
    }
    this.above.style.height = `${first * pixels}px`;
    this.below.style.height = `${(this.items.length - past) * pixels}px`;
    this.above.hidden = first === 0;
    this.below.hidden = past >= this.items.length;
  }

  // Scroll, where needed, until the row of this item is seen; its element, or undefined where it is not in the list.
  reveal(item) {
    const index = this.items.indexOf(item);
    if (index < 0) return undefined;
    const top = index * this.pixels;
    const { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop + this.pixels || top + 2 * this.pixels > scrollTop + clientHeight) {
      this.scroller.scrollTop = Math.max(0, top - clientHeight / 2 + this.pixels);
    }
    this.update();
    return this.drawn.get(index);
  }

  // Draw every row (for print), or again only those that can be seen.
  drawWhole(whole) {
    this.whole = whole;
    this.update();
  }
}
