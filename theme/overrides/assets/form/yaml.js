// An entry as a YAML file that says back what was typed, whatever that was.

const SAFE = /^\p{L}[\p{L}\p{N}_ ,.;()’/-]*[\p{L}\p{N}_.)’]$/u;
const SAFE_INSIDE = /^\p{L}[\p{L}\p{N}_ .;()’/-]*[\p{L}\p{N}_.)’]$/u; // between braces a comma parts values
const MOMENT = /^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$/;
const WORDS_OF_YAML = new Set(["null", "true", "false", "yes", "no", "on", "off"]);
const IN_LINES = /^[^\s#](?:[^\t\r\x85\u2028\u2029]*\S)?$/; // what can stand in indented lines, after `|` or `>-`
const WIDTH = 100;
const HEAD = "# yaml-language-server: $schema=../../schema/";

/** The text of a file. `fields` describe the record that it holds, in the order in which they are written. */
export function written(record, fields, schema) {
  const own = fields.filter(({ name }) => record[name] !== undefined);
  return `${HEAD}${schema}.schema.json\n${own.map((field) => block(field, record[field.name], "")).join("")}`;
}

/** A field on lines of its own. */
function block({ name, kind, parts }, value, before) {
  const inside = `${before}  `;
  if (Array.isArray(value)) {
    if (kind === "Record") return `${before}${name}:\n${value.map((item) => `${inside}- ${inBraces(item, parts)}\n`).join("")}`;
    if (kind !== "Line") return `${before}${name}: ${inBrackets(value)}\n`;
    return `${before}${name}:\n${value.map((item) => `${inside}- ${quoted(item)}\n`).join("")}`;
  }
  if (kind === "Record") {
    const own = parts.filter((part) => value[part.name] !== undefined);
    if (own.every((part) => typeof value[part.name] === "string")) return `${before}${name}: ${inBraces(value, parts)}\n`;
    return `${before}${name}:\n${own.map((part) => block(part, value[part.name], inside)).join("")}`;
  }
  if (kind === "Markdown" && IN_LINES.test(value)) return `${before}${name}: |\n${indented(value.split("\n"), inside)}`;
  if (kind === "Prose" && IN_LINES.test(value) && !value.includes("\n")) return `${before}${name}: >-\n${indented(folded(value), inside)}`;
  return `${before}${name}: ${kind === "Moment" && MOMENT.test(value) ? value : quoted(value)}\n`;
}

function inBraces(record, parts) {
  const own = parts.filter(({ name }) => record[name] !== undefined);
  const said = ({ name, kind }) => {
    const value = record[name];
    if (Array.isArray(value)) return inBrackets(value);
    return kind === "Moment" && MOMENT.test(value) ? value : quoted(value, SAFE_INSIDE);
  };
  return `{${own.map((part) => `${part.name}: ${said(part)}`).join(", ")}}`;
}

function inBrackets(values) {
  return `[${values.map((value) => quoted(value, SAFE_INSIDE)).join(", ")}]`;
}

/** A text on one line, in double quotes unless it is plain words; a JSON text is one of YAML. */
function quoted(text, safe = SAFE) {
  return safe.test(text) && !WORDS_OF_YAML.has(text.toLowerCase()) ? text : JSON.stringify(text);
}

/** Lines that YAML joins by spaces; a text with other white space than single ones is left on one line. */
function folded(text) {
  if (/\s\s|[^\S ]/.test(text)) return [text];
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function indented(lines, before) {
  return lines.map((line) => (line ? `${before}${line}\n` : "\n")).join("");
}
