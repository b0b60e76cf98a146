// Ways on from a question: facets that its words name, and, where nothing was found, words that would find something.
import { shortened } from "./words.js";

export class Ways {
  /** `known` has the values of each facet. */
  constructor(form, known, words) {
    this.part = (selector) => form.querySelector(selector);
    this.known = known;
    this.words = words;
  }

  /** Show those of a choice, of what the search `found` for its words, and of how many practices are left. */
  show(asked, found, left) {
    const answers = (found?.answers ?? []).filter(({ key, value }) => this.known.get(key)?.has(value));
    this.part(".answers").replaceChildren(...answers.map((answer) => this.#answer(answer)));
    this.part(".answers").hidden = !answers.length;
    this.part(".empty").hidden = left > 0;
    this.part("#nothing").textContent = found
      ? this.words.say("unfound", { words: shortened(asked.q.trim()) })
      : this.words.say("nothing");
    this.part(".wordless").hidden = !found;
    const near = left ? [] : (found?.near ?? []);
    this.part(".near-words").hidden = !near.length;
    this.part(".near-words span").replaceChildren(...near.map(word));
  }

  /** A link to a value that the words name; the page follows it without being loaded again. */
  #answer({ key, value, label, count }) {
    const link = document.createElement("a");
    Object.assign(link, { className: "filter", href: `?${new URLSearchParams([[key, value]])}` });
    Object.assign(link.dataset, { key, value });
    const number = Object.assign(document.createElement("small"), { textContent: this.words.number(count) });
    link.append(label, " ", number);
    const item = document.createElement("li");
    item.append(link);
    return item;
  }
}

function word(text) {
  const button = Object.assign(document.createElement("button"), { className: "filter", type: "button", textContent: text });
  button.dataset.word = text;
  return button;
}
