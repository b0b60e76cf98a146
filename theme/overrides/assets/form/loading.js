// What is written: a new entry, a change of one that is published, or a translation of it.
import { crc32 } from "../explore/columns.js";
import { json, packedJson } from "../files.js";
import { marks } from "./marks.js";

/** What tells whether something that was published has changed. */
function fingerprint(values) {
  return crc32(JSON.stringify(values)).toString(16);
}

/** A text, or several, as it is compared: white space around it is not kept. */
function plain(text) {
  return [text ?? []].flat().map((one) => one.trim()).join("\n");
}

/** The address of a file beside the form. */
function beside(path) {
  return new URL(path, location);
}

/** What the address asks for besides a new entry: `?edit=<id>`, or `?translate=<id>&to=<language>`; none where it asks for neither. */
export function asked(search) {
  const query = new URLSearchParams(search);
  const page = document.documentElement.lang;
  if (query.get("edit")) return new Wanted(query.get("edit"), (entry, rules) => new Change(entry, rules));
  if (!query.get("translate")) return null;
  return new Wanted(query.get("translate"), (entry, rules) => new Translation(entry, rules, query.get("to") ?? page));
}

/** The file beside the form that has an entry, if there is such an entry. */
async function shelfOf(id) {
  const { depth } = await json(beside("entries/shelves.json"));
  return `entries/${depth}-${depth ? crc32(id) >>> (32 - depth) : 0}.packed`;
}

/** Which names of entries are taken, former ones and those of withdrawn entries too, as far as that was looked up. */
export class Taken {
  #known = new Map();

  has(id) {
    return this.#known.get(id) === true;
  }

  /** Look a name up; says whether that has told anything new. Where nothing can be fetched, no name is taken. */
  async look(id) {
    if (!id || this.#known.has(id)) return false;
    this.#known.set(id, false);
    try {
      const { languages, taken } = await packedJson(beside(await shelfOf(id)));
      this.#known.set(id, Object.hasOwn(languages, id) || taken.includes(id));
    } catch {
      this.#known.delete(id); // asked for again next time
    }
    return this.has(id);
  }
}

/** An entry that is to be fetched from the files beside the form, which lie on shelves in the tree of its language. */
class Wanted {
  constructor(id, make) {
    [this.id, this.make] = [id, make];
  }

  /** The work on it; or the `reason` why there is none, as the name of a message. */
  async find(rules) {
    try {
      const shelf = await shelfOf(this.id);
      const own = await packedJson(beside(shelf));
      const language = own.languages[this.id];
      const of = (code) => (code === document.documentElement.lang ? own : packedJson(beside(`../../../${code}/contribute/form/${shelf}`)));
      const original = (await of(language)).originals[this.id];
      const translations = async (code) => (await of(code)).translations[this.id];
      return await this.make({ id: this.id, ...original, translations }, rules).ready();
    } catch {
      return { reason: "unloaded" };
    }
  }
}

/** A new entry. */
export class Fresh {
  constructor(rules) {
    this.rules = rules;
    [this.name, this.id, this.folder, this.title, this.isNew, this.basis] = ["new", "", "", "", true, ""];
    const provisions = new URLSearchParams(location.search).getAll("provision"); // from the page of one that has no practice yet
    this.values = { language: document.documentElement.lang, provisions };
  }

  /** The entry that is written, from the answers. */
  record(values) {
    return { ...values, review: { state: "draft", date: new Date().toISOString().slice(0, 10) } };
  }

  /** The file of it. */
  file(id, record, folder, written) {
    const name = `${id || "…"}.yml`;
    return { name, path: `practices/${folder || "…"}/${name}`, text: written(record, this.rules, "practice") };
  }

  /** What the checks need to know besides it. */
  around() {
    return {};
  }
}

/** A change of an entry: what the form does not ask for stays as it is. */
class Change extends Fresh {
  constructor({ id, folder, values }, rules) {
    super(rules);
    Object.assign(this, { name: `edit ${id}`, id, folder, values, title: values.title, mode: "editing", isNew: false, basis: fingerprint(values) });
  }

  async ready() {
    return this;
  }

  prepare(page, words) {
    page.querySelector(".page-head h1").textContent = words.say("edit");
    page.querySelector("#q-id").readOnly = true;
  }

  record(values) {
    const { review, aliases } = this.values;
    return { ...values, ...(review ? { review } : {}), ...(aliases ? { aliases } : {}) };
  }

  around() {
    return { folder: this.folder };
  }
}

/** A translation: its texts only, each beside the original. */
class Translation extends Fresh {
  constructor({ id, folder, values, translations }, rules, to) {
    super(rules);
    Object.assign(this, { id, folder, original: values, translations, title: values.title, mode: "translating" });
    this.to = Object.hasOwn(rules.languages, to) && to !== values.language ? to : Object.keys(rules.languages).find((code) => code !== values.language);
    this.name = `translate ${id} ${this.to}`;
    this.fields = rules.fields.filter(({ name, translated }) => translated && values[name]);
  }

  async ready() {
    const there = await this.translations(this.to).catch(() => undefined);
    this.isNew = !there;
    this.values = there ?? {};
    this.basis = fingerprint([this.original, this.values]);
    this.made = await marks(this.original, this.fields);
    this.again = new Map(); // the boxes by which a text that stays is said to fit, by field
    return this;
  }

  /** Leave the questions for texts, and show the original of each above its answer. */
  prepare(page, words, answers) {
    page.querySelector(".page-head h1").textContent = words.say("translate");
    const mould = page.querySelector("template.original").content.firstElementChild;
    const wanted = new Set(this.fields.map(({ name }) => name));
    for (const question of page.querySelectorAll(".entry-form [data-name]")) {
      if (!wanted.has(question.dataset.path) && question.dataset.name !== "id") question.hidden = true;
    }
    for (const section of page.querySelectorAll(".entry-form > section")) {
      section.hidden = [...section.querySelectorAll("[data-name]")].every((one) => one.hidden);
      page.querySelector(`.parts a[href="#${section.id}"]`).parentElement.hidden = section.hidden;
    }
    for (const { name } of this.fields) {
      const shown = mould.cloneNode(true);
      const [label, text] = shown.children;
      const { name: tongue, direction } = this.rules.languages[this.original.language];
      label.textContent = words.say("original", { language: tongue });
      Object.assign(text, { lang: this.original.language, dir: direction });
      text.textContent = [this.original[name]].flat().join("\n");
      const question = answers.find([name]);
      const field = question.querySelector("input, textarea");
      question.querySelector("label small")?.remove(); // what is not translated is shown in the language of the original
      field.removeAttribute("aria-required");
      Object.assign(field, { lang: this.to, dir: this.rules.languages[this.to].direction });
      field.before(shown);
      if (this.#isOutdated(name)) question.append(this.#asked(name, page));
    }
    page.querySelector("#q-id").readOnly = true;
    page.querySelector(".mode").after(this.#others(page, words));
  }

  /** Whether the original of a text has changed since it was translated. */
  #isOutdated(name) {
    const mark = this.values.of?.[name];
    return Boolean(mark && this.made[name] && mark !== this.made[name] && this.values[name]);
  }

  /** A box that says that a text fits the original as it is now. */
  #asked(name, page) {
    const label = page.querySelector("template.again").content.firstElementChild.cloneNode(true);
    this.again.set(name, label.querySelector("input"));
    return label;
  }

  /** What a text was made from: the original as it is now, unless the text was left as it stood. */
  #mark(name, text) {
    const isLeft = plain(text) === plain(this.values[name]) && !this.again.get(name)?.checked;
    return isLeft ? this.values.of?.[name] : this.made[name];
  }

  /** Links to the same in the other languages. */
  #others(page, words) {
    const ways = page.querySelector("template.into").content.firstElementChild.cloneNode(true);
    for (const [code, { name, direction }] of Object.entries(this.rules.languages)) {
      if (code === this.original.language) continue;
      const link = ways.querySelector("template").content.firstElementChild.cloneNode(true);
      Object.assign(link.firstElementChild, { textContent: name, lang: code, dir: direction, href: `?${new URLSearchParams({ translate: this.id, to: code })}` });
      if (code === this.to) link.firstElementChild.setAttribute("aria-current", "true");
      ways.querySelector("ul").append(link);
    }
    return ways;
  }

  record(values) {
    const texts = Object.fromEntries(this.fields.filter(({ name }) => values[name]).map(({ name }) => [name, values[name]]));
    const of = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, this.#mark(name, text)]).filter(([, mark]) => mark));
    return { ...texts, translation: { status: "draft", ...(Object.keys(of).length ? { of } : {}) } };
  }

  file(id, record, folder, written) {
    const name = `${id}.${this.to}.yml`;
    return { name, path: `practices/${folder}/${name}`, text: written(record, this.rules, "translation") };
  }

  around() {
    return { folder: this.folder, original: this.original, language: this.to };
  }
}
