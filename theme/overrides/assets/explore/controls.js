// The facets, the way to sort and the field for words: what is chosen there, what is offered, and how many each value gives.

export class Controls {
  /** `words` are those of the page. */
  constructor(form, words) {
    this.words = words;
    this.field = form.elements.q;
    this.sort = form.elements.sort;
    this.chips = form.querySelector(".chosen-values");
    this.chip = form.querySelector("template.chip").content.firstElementChild;
    this.summary = form.querySelector(".facets > summary small");
    this.facets = new Map();
    for (const set of form.querySelectorAll("fieldset[data-facet]")) {
      const boxes = new Map();
      for (const label of set.querySelectorAll("label")) {
        const [box, name, count] = label.children;
        boxes.set(box.value, { label, box, name, count, n: NaN });
      }
      const details = set.closest("details");
      const [title, chosen] = [set.querySelector("legend").textContent, details.querySelector("summary small")];
      this.facets.set(set.dataset.facet, { title, details, chosen, boxes });
    }
  }

  /** Every value of every facet. */
  get known() {
    return new Map([...this.facets].map(([key, { boxes }]) => [key, new Set(boxes.keys())]));
  }

  /** Every way to sort. */
  get sorts() {
    return new Set(Array.from(this.sort.options, (option) => option.value));
  }

  /** What a facet is called. */
  title(key) {
    return this.facets.get(key)?.title ?? key;
  }

  /** What is chosen in the facets. */
  get chosen() {
    const chosen = new Map();
    for (const [key, { boxes }] of this.facets) {
      const values = [...boxes].filter(([, { box }]) => box.checked).map(([value]) => value);
      if (values.length) chosen.set(key, new Set(values));
    }
    return chosen;
  }

  /** Show a choice as made. Facets with something chosen are opened where `opens`. */
  set({ chosen, q }, opens) {
    if (this.field.value !== q) this.field.value = q;
    for (const [key, { details, boxes }] of this.facets) {
      for (const [value, { box }] of boxes) box.checked = chosen.get(key)?.has(value) ?? false;
      if (opens && chosen.has(key)) details.open = true;
    }
    this.#tell(chosen);
  }

  /** Offer the values that occur, and those that are chosen all the same. */
  offer(totals) {
    for (const [key, { details, boxes }] of this.facets) {
      for (const [value, { label, box }] of boxes) label.hidden = !totals.get(key)?.get(value) && !box.checked;
      details.hidden = [...boxes.values()].every(({ label }) => label.hidden);
    }
  }

  /** Say how many practices each value gives. */
  count(counts) {
    for (const [key, { boxes }] of this.facets) {
      for (const [value, one] of boxes) {
        const n = counts.get(key)?.get(value) ?? 0;
        if (n === one.n) continue;
        one.n = n;
        one.count.textContent = this.words.number(n);
        one.label.classList.toggle("none", !n);
      }
    }
  }

  /** In which order the list stands. The best match is a way to sort only where there are words. */
  order(order, hasWords) {
    const best = this.sort.querySelector("[value=best]");
    best.hidden = best.disabled = !hasWords;
    this.sort.value = order;
  }

  /** The value that a chip stands for. */
  static of(chip) {
    return [chip.dataset.facet, chip.dataset.value];
  }

  /** The chips of what is chosen, and how many there are in each facet. */
  #tell(chosen) {
    for (const old of this.chips.querySelectorAll(".chosen")) old.parentElement.remove();
    let total = 0;
    for (const [key, { title, chosen: told, boxes }] of this.facets) {
      const values = [...(chosen.get(key) ?? [])];
      told.textContent = values.length ? this.words.say("chosen", { n: this.words.number(values.length) }) : "";
      total += values.length;
      for (const value of values) this.chips.lastElementChild.before(this.#chip(key, value, title, boxes.get(value)));
    }
    this.chips.hidden = !total;
    this.summary.textContent = total ? this.words.say("chosen", { n: this.words.number(total) }) : "";
  }

  #chip(key, value, title, { box, name }) {
    const item = this.chip.cloneNode(true);
    const button = item.querySelector("button");
    Object.assign(button.dataset, { facet: key, value });
    button.children[0].textContent = `${this.words.say("remove")} ${title}: `;
    button.children[1].append(...(box.dataset.short ? [box.dataset.short] : name.cloneNode(true).childNodes));
    return item;
  }
}
