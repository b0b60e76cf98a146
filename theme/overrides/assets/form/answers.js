// What is answered in the form, as plain values; and values put into the form again.
import { Groups } from "./groups.js";
import { Many, narrowed } from "./many.js";

const PRACTICE = /^https?:\/\/\S+\/practices\/([a-z0-9-]+)\/?(?:[?#]\S*)?$/; // whoever copies an address means the id in it

/** The questions right inside an element, by name. */
function questions(element) {
  const inside = element.querySelectorAll("[data-name]");
  return [...inside].filter((one) => one.parentElement.closest("[data-name], .item, .entry-form") === element);
}

export class Answers {
  /** `words` are those of the page; `tell` says a sentence to those who hear it. */
  constructor(form, words, tell) {
    this.form = form;
    this.many = new Map();
    this.groups = new Map();
    const prepare = (element) => this.#prepare(element, words, tell);
    for (const element of form.querySelectorAll("[data-control=groups]")) {
      this.groups.set(element, new Groups(element, words, prepare));
    }
    prepare(form);
  }

  #prepare(element, words, tell) {
    for (const one of element.querySelectorAll("[data-control=many]")) {
      if (!this.many.has(one)) this.many.set(one, new Many(one, words, tell));
    }
    for (const one of element.querySelectorAll("[data-control=choice] > .narrow")) narrowed(one, words);
  }

  /** The answers by the names of fields; what is not answered is not there. */
  get() {
    return this.#record(this.form);
  }

  #record(element) {
    const found = {};
    for (const one of questions(element)) {
      const value = this.#value(one);
      if (value !== undefined) found[one.dataset.name] = value;
    }
    return Object.keys(found).length ? found : undefined;
  }

  #value(element) {
    const some = (list) => (list.length ? list : undefined);
    switch (element.dataset.control) {
      case "many":
        return some(this.many.get(element).chosen);
      case "groups":
        return some(this.groups.get(element).items.map((item) => this.#record(item)).filter(Boolean));
      case "group":
        return this.#record(element);
      case "lines":
        return some(parted(element, /\n/));
      case "numbers":
        return some(parted(element, /[,;،、，；]|(?<=\d)\s+(?=\d)/));
      case "ids":
        return some(parted(element, /\n/).map((line) => PRACTICE.exec(line)?.[1] ?? line));
      default:
        return typed(element) || undefined;
    }
  }

  /** Put values into the form, in place of what stands there; values of another shape than the form's are left out. */
  set(values) {
    this.#fill(this.form, values);
  }

  #fill(element, values) {
    for (const one of questions(element)) this.#put(one, values?.[one.dataset.name]);
  }

  #put(element, value) {
    const list = Array.isArray(value) ? value : [];
    switch (element.dataset.control) {
      case "many":
        return this.many.get(element).choose(list);
      case "groups":
        return this.groups.get(element).make(list.length).forEach((item, number) => this.#fill(item, list[number]));
      case "group":
        return this.#fill(element, value);
      case "lines":
      case "ids":
      case "numbers":
        return void (box(element).value = list.filter((item) => typeof item === "string").join(element.dataset.control === "numbers" ? ", " : "\n"));
      default:
        return void (box(element).value = typeof value === "string" ? value.replace(/\n+$/, "") : "");
    }
  }

  /** The question that a path leads to, `["sources", 0, "url"]`; the nearest there is. */
  find(path) {
    let found = this.form;
    for (const step of path) {
      const next =
        typeof step === "number"
          ? this.groups.get(found)?.items[step]
          : questions(found).find((one) => one.dataset.name === step);
      if (!next) break;
      found = next;
    }
    return found.closest("[data-name]");
  }
}

/** What a question is answered in. */
export function box(question) {
  return question.querySelector(":scope > :is(input, select, textarea)") ?? question.querySelector("input, select, textarea, button");
}

/** Digits as dates and numbers of paragraphs have them, whatever keyboard they come from. */
function western(text) {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => digit.codePointAt(0) & 15);
}

function parted(element, between) {
  return typed(element).split(between).map((one) => one.trim()).filter(Boolean);
}

function typed(element) {
  const text = box(element).value.replace(/\r\n?/g, "\n").trim();
  return element.matches(".short, [data-control=numbers]") ? western(text) : text;
}
