// Questions that can be answered again and again: a source, a link, an act.

export class Groups {
  /** `prepare` brings a new item to life. The item that came with the page is the mould of all, and stays where one is needed. */
  constructor(element, words, prepare) {
    [this.element, this.words, this.prepare] = [element, words, prepare];
    const first = element.querySelector(":scope > .item");
    this.mould = first.cloneNode(true);
    this.add = element.querySelector(":scope > p > .add");
    this.serial = 0;
    this.least = "required" in element.dataset ? 1 : 0;
    if (!this.least) first.remove();
    this.#number();
    element.addEventListener("click", ({ target }) => {
      if (target.closest("button") === this.add) this.#focus(this.#append());
      const item = target.closest(".drop")?.closest(".item");
      if (item?.parentElement === element) this.#drop(item);
    });
  }

  /** The items there are. */
  get items() {
    return [...this.element.querySelectorAll(":scope > .item")];
  }

  /** Have so many items, none of which has anything in it yet; gives them. */
  make(count) {
    while (this.items.length > Math.max(count, this.least)) this.items.at(-1).remove();
    while (this.items.length < Math.max(count, this.least)) this.#append();
    this.#number();
    return this.items;
  }

  #append() {
    const item = this.mould.cloneNode(true);
    const suffix = `-${++this.serial}`;
    for (const one of item.querySelectorAll("[id], [for], [aria-describedby]")) {
      for (const name of ["id", "for", "aria-describedby"]) {
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace(/\S+/g, `$&${suffix}`));
      }
    }
    this.add.parentElement.before(item);
    this.prepare(item);
    this.#number();
    return item;
  }

  #drop(item) {
    const place = this.items.indexOf(item);
    item.remove();
    if (this.items.length < this.least) this.#append();
    this.#number();
    const left = this.items[Math.min(place, this.items.length - 1)];
    if (left) this.#focus(left);
    else this.add.focus();
    this.element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #number() {
    const title = this.words.say(this.element.dataset.path);
    for (const [number, item] of this.items.entries()) {
      item.querySelector("legend").textContent = this.words.say("item", { title, n: this.words.number(number + 1) });
      item.querySelector(".drop").setAttribute("aria-label", this.words.say("remove", { title: item.querySelector("legend").textContent }));
    }
  }

  #focus(item) {
    item.querySelector("input, select, textarea").focus();
  }
}
