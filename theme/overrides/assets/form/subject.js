// What the checks look at: an entry as plain values, beside the descriptions of its fields; and how they say what is wrong.

/** Texts of these kinds are read as words; those of the first two are shown as they stand. */
const PLAIN = ["Line", "Prose"];
const TEXTS = [...PLAIN, "Markdown"];

export class Subject {
  /**
   * `entry` holds texts, lists and records by the names of fields. `rules` are the page's own, as `checks.json` has them,
   * `id` and `folder` the place of the file (no folder where it follows from the entry), `today` a day like `2026-11-21`,
   * `language` that of the texts, `original` what a translation translates, and `isTaken` whether another entry has the `id`.
   */
  constructor(entry, { rules, id = "", folder = "", today, language = entry.language ?? "", original = null, isTaken = false }) {
    Object.assign(this, { entry, rules, id, folder, today, language, original, isTaken });
    this.fields = original ? rules.fields.filter(({ translated }) => translated) : rules.fields;
    this.places = [...places(entry, this.fields, [], "")];
    this.phrase = speaker(rules.says, rules.language);
  }

  /** The places with a value of a kind. */
  of(...kinds) {
    return this.places.filter(({ kind, value }) => kinds.includes(kind) && typeof value === "string");
  }

  get plainTexts() {
    return this.of(...PLAIN);
  }

  get texts() {
    return this.of(...TEXTS);
  }

  /** What a place is called in a message: by the title of its question. */
  called({ name, isItem = false }) {
    const own = this.phrase("named", { name: this.rules.titles[name] ?? name });
    return isItem ? this.phrase("item", { field: own }) : own;
  }

  /** What a value is called where it was chosen: by its label. */
  label(name, value) {
    return this.rules.labels[name]?.[value] ?? value;
  }

  /** A fault at a place, with the way out. */
  fault(path, message, advice) {
    return { path, message, advice };
  }
}

/** Every value of a record, its lists and records too: `path` leads to it, `name` is that of the field (`sources.url`). */
function* places(record, fields, above, before) {
  for (const field of fields) {
    const value = record[field.name];
    if (value === undefined) continue;
    const [path, name] = [[...above, field.name], before + field.name];
    if (!Array.isArray(value)) yield* place(value, field, path, name, false);
    else {
      yield { path, name, field, kind: "List", value, isItem: false };
      for (const [number, item] of value.entries()) yield* place(item, field, [...path, number], name, true);
    }
  }
}

function* place(value, field, path, name, isItem) {
  yield { path, name, field, kind: field.kind, value, isItem };
  if (field.kind === "Record") yield* places(value, field.parts, path, `${name}.`);
}

/** `phrase(name, values)`: a sentence of the checks in the language of the page; what is counted is the value `n`. */
function speaker(says, language) {
  const plural = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(`${language}-u-nu-latn`);
  const written = (value) => (typeof value === "number" ? figures.format(value) : Array.isArray(value) ? value.join(says.between) : value);
  return (name, values = {}) => {
    const said = says[name];
    const template = typeof said === "string" ? said : (said[plural.select(values.n)] ?? said.other);
    const filled = template.replace(/%\((\w+)\)s/g, (_, value) => written(values[value]));
    return Object.keys(values).length ? filled.replaceAll("%%", "%") : filled;
  };
}

/** How many characters a text has. */
export function length(text) {
  return [...text].length;
}

/** A text as it is quoted in a message: on one line, at most `limit` characters, with what cannot be seen as code points. */
export function shortened(text, limit = 60) {
  const line = text.replaceAll("\n", " ").replace(/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, codePoint);
  return length(line) <= limit ? line : `${[...line].slice(0, limit - 1).join("")}…`;
}

/** A character by its number: `U+200B`, in angle brackets. */
function codePoint(character) {
  return `<U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
