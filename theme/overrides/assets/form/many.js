// A list of which several can be chosen: boxes to tick, a field that narrows a long list, and what is chosen in order above it.

/** A text as it is looked for: small letters, without accents and marks. */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export class Many {
  static also = new Map(); // other words by which a value of a list is found, by path of the question

  /** `words` are those of the page; `tell` says a sentence to those who hear it. */
  constructor(element, words, tell) {
    [this.element, this.words, this.tell] = [element, words, tell];
    this.picked = element.querySelector(".picked");
    this.mould = document.querySelector("template.pick").content.firstElementChild;
    this.boxes = new Map([...element.querySelectorAll("input[type=checkbox]")].map((box) => [box.value, box]));
    this.chosen = [];
    element.addEventListener("change", ({ target }) => this.boxes.get(target.value) === target && this.#tick(target));
    this.picked.addEventListener("click", ({ target }) => this.#move(target.closest("button")));
    const narrow = element.querySelector(".narrow");
    if (narrow) this.#narrowBy(narrow);
  }

  /** Choose these values in this order; what the list does not have is left out. */
  choose(values) {
    this.chosen = [...new Set(values)].filter((value) => this.boxes.has(value));
    for (const [value, box] of this.boxes) box.checked = this.chosen.includes(value);
    this.#show();
  }

  #label(value) {
    return this.boxes.get(value).nextElementSibling.textContent.trim();
  }

  #tick(box) {
    this.chosen = this.chosen.filter((value) => value !== box.value);
    if (box.checked) this.chosen.push(box.value);
    this.tell(this.words.say(box.checked ? "added" : "away", { title: this.#label(box.value) }));
    this.#show();
  }

  #move(button) {
    if (!button) return;
    const place = [...this.picked.children].indexOf(button.closest("li"));
    const [value] = this.chosen.splice(place, 1);
    if (button.matches(".first")) this.chosen.unshift(value);
    else this.boxes.get(value).checked = false;
    this.#show();
    const left = this.picked.children[button.matches(".first") ? 0 : Math.min(place, this.chosen.length - 1)];
    (left?.querySelector(".away") ?? this.element.querySelector("input")).focus();
    this.element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** What is chosen, in order; where there are several, each but the first can be put first. */
  #show() {
    this.picked.hidden = !this.chosen.length;
    this.picked.replaceChildren(...this.chosen.map((value, place) => {
      const item = this.mould.cloneNode(true);
      const [label, first, away] = item.children;
      label.append(...this.boxes.get(value).nextElementSibling.cloneNode(true).childNodes);
      first.hidden = !place;
      first.setAttribute("aria-label", this.words.say("first", { title: this.#label(value) }));
      away.setAttribute("aria-label", this.words.say("remove", { title: this.#label(value) }));
      return item;
    }));
  }

  #narrowBy(narrow) {
    const labels = [...this.boxes.values()].map((box) => box.closest("label"));
    const known = (label) => `${label.textContent} ${label.control.value} ${Many.also.get(this.element.dataset.path)?.[label.control.value] ?? ""}`;
    narrowing(narrow, labels, known, this.words, () => {
      for (const group of this.element.querySelectorAll(".choices-of")) {
        group.hidden = [...group.querySelectorAll("label")].every((label) => label.hidden);
      }
    });
  }
}

/** A field that narrows a list of which one is chosen. */
export function narrowed(narrow, words) {
  const select = narrow.parentElement.querySelector("select");
  narrowing(narrow, [...select.options].slice(1), (option) => option.textContent, words, () => {});
}

/** Hide what does not hold all words of the field, and say how much is left. */
function narrowing(narrow, items, known, words, then) {
  const [field, status] = [narrow.querySelector("input"), narrow.querySelector("[role=status]")];
  field.addEventListener("input", (event) => {
    event.stopPropagation(); // it is no answer
    const asked = plain(field.value).split(/\s+/).filter(Boolean);
    for (const item of items) item.hidden = !asked.every((word) => plain(known(item)).includes(word));
    const left = items.filter((item) => !item.hidden).length;
    status.textContent = asked.length ? words.say("listed", { n: words.number(left), all: words.number(items.length) }) : "";
    then();
  });
}
