// An entry as a YAML file that says back what was typed, whatever that was, in the form in which `observatory format` writes it.
import { length } from "./subject.js";

const MOMENT = /^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$/;
const HEAD = "# yaml-language-server: $schema=../../schema/";

/** The text of a file for the schema `practice` or `translation`; `rules` are those of the page, ready to be used. */
export function written(record, rules, schema) {
  const fields = schema === "translation" ? rules.translation : rules.fields;
  const lines = below(fields, record, new Hand(rules), 0);
  return [`${HEAD}${schema}.schema.json`, ...lines, ""].join("\n");
}

/** The fields of a record below one another, in the order in which they are described. */
function below(fields, record, hand, margin) {
  const own = fields.filter(({ name }) => record[name] !== undefined);
  return own.flatMap((field) => entry(`${field.name}:`, record[field.name], field, hand, margin));
}

/** A name or a hyphen with its value, which is one of a list where it stands behind a hyphen. */
function entry(begin, value, field, hand, margin) {
  const [indent, before] = [" ".repeat(margin), margin + begin.length + 1];
  if (typeof value === "string") {
    const [first, ...further] = hand.lines(value, field, before);
    return [`${indent}${begin} ${first}`, ...further.map((line) => line && `${indent}  ${line}`)];
  }
  const line = hand.inBrackets(value, field, before);
  if (line !== null) return [`${indent}${begin} ${line}`];
  if (Array.isArray(value)) return [`${indent}${begin}`, ...value.flatMap((item) => entry("-", item, field, hand, margin + 2))];
  const lines = below(field.parts, value, hand, margin + 2);
  return begin === "-" ? [`${indent}- ${lines[0].trimStart()}`, ...lines.slice(1)] : [`${indent}${begin}`, ...lines];
}

/** How values are written: what needs quotes, what stands on one line, where a text is broken. */
class Hand {
  constructor({ patterns, layout }) {
    Object.assign(this, { patterns, layout });
  }

  /** A list or record on one line behind so many columns; `null` where its parts stand below one another. */
  inBrackets(value, field, before) {
    const line = this.#flow(value, field);
    return line === null || before + length(line) <= this.layout.limit || isOfMarks(field) ? line : null;
  }

  #flow(value, field) {
    if (typeof value === "string") return /\n/.test(value) || isLong(field) ? null : this.#word(value, field, true);
    if (this.#standsBelow(value, field)) return null;
    if (Array.isArray(value)) return around("[", value.map((item) => this.#flow(item, field)), "]");
    const own = field.parts.filter(({ name }) => value[name] !== undefined);
    return around("{", own.map((part) => prefixed(`${part.name}: `, this.#flow(value[part.name], part))), "}");
  }

  #standsBelow(value, { kind, limit, parts }) {
    if (isOfMarks({ parts })) return false;
    if (Array.isArray(value)) return kind === "Record" || isLong({ kind }) || (kind === "Line" && limit >= this.layout.statement);
    const own = Object.values(value).filter((one) => one !== undefined);
    return own.length > this.layout.inBraces || own.some((one) => typeof one === "object" && !Array.isArray(one));
  }

  /** A text on one line: as it is where every reader of YAML takes that for a text, else in double quotes. */
  #word(text, { kind }, isInBrackets = false) {
    if (kind === "Moment" && MOMENT.test(text)) return text;
    const { plain, plainInBrackets, noText } = this.patterns;
    const isPlain = plain.test(text) && !noText.test(text) && (!isInBrackets || plainInBrackets.test(text));
    return isPlain && !["Provision", "Hash"].includes(kind) ? text : quoted(text);
  }

  /** A text as lines, of which the first stands behind so many columns. */
  lines(text, field, before) {
    const { kind } = field;
    const word = this.#word(text, field);
    if (!text.trim() || /\s$|[\r\x85\u2028\u2029]/.test(text)) return [word];
    if (kind === "Markdown" || text.includes("\n")) {
      return [`|${/^\n*[ \t]/.test(text) ? "2" : ""}${kind === "Markdown" ? "" : "-"}`, ...text.split("\n")];
    }
    const isTooLong = kind === "Line" && before + length(word) > this.layout.limit;
    if (/^\s/.test(text) || !(kind === "Prose" || isTooLong)) return [word];
    const folded = wrapped(text, this.layout.width);
    return isTooLong && folded.length === 1 ? [word] : [">-", ...folded];
  }
}

/** Whether a text of this kind never stands on a line with others. */
function isLong({ kind }) {
  return kind === "Prose" || kind === "Markdown";
}

/** Whether a record holds the marks of originals, which nobody reads. */
function isOfMarks({ parts }) {
  return Boolean(parts?.every(({ kind }) => kind === "Hash"));
}

function around(begin, parts, end) {
  return parts.includes(null) ? null : `${begin}${parts.join(", ")}${end}`;
}

function prefixed(begin, line) {
  return line === null ? null : `${begin}${line}`;
}

/** A JSON text is one of YAML. */
function quoted(text) {
  return JSON.stringify(text).replace(/[\x7f\x85\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A text on lines of so many characters, which YAML joins by spaces; on one where that would not give the text back. */
function wrapped(text, width) {
  const lines = [];
  let line = "";
  if (/[\t\v\f]/.test(text)) return [text];
  for (const piece of text.split(/( +)/).filter(Boolean)) {
    if (line && length(line) + length(piece) > width) {
      lines.push(line.replace(/ +$/, ""));
      line = "";
    }
    if (line || piece[0] !== " ") line += piece;
  }
  lines.push(line);
  return lines.join(" ") === text ? lines : [text];
}
