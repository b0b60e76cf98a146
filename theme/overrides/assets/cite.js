// How a practice is cited in the formats of programs: records made of what its page says, shown below the citation in words.

// Braces by name: BibTeX counts them before it looks at a backslash, so that `\}` would end the field.
const NAMED = {
  "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
};
const SPECIAL = /[\\{}$&%#_~^]/g;
const GAPS = /[\s\u0000-\u001f\u007f-\u009f]+/g; // what one reader or another takes for the end of a line is among them

/**
 * A BibTeX record of type `online` (biblatex). A reference has `id`, `title`, `states`, `publisher`, `url` and `language`;
 * its `date` is the day of the last review (ISO 8601), empty where there was none.
 */
export function bibtex({ id, title, states, publisher, date, url, language }) {
  const fields = [
    ["title", escaped(title)], ["note", escaped(states)], ["organization", escaped(publisher)],
    ["date", date], ["url", url], ["langid", language],
  ];
  return `@online{${[id, ...said(fields).map(([name, value]) => `  ${name} = {${value}}`)].join(",\n")}\n}\n`;
}

/** A RIS record of type `ELEC` of the same reference; tags as in the format's specification of 2011. */
export function ris({ id, title, states, publisher, date, url, language }) {
  const rows = [
    ["TY", "ELEC"], ["ID", id], ["TI", inLine(title)], ["PB", inLine(publisher)], ["N1", inLine(states)],
    ["DA", date.replaceAll("-", "/")], ["UR", url], ["LA", language],
  ];
  return `${said(rows).map(([tag, value]) => `${tag}  - ${value}\n`).join("")}ER  - \n`;
}

/** What the page of a practice says of it, as a reference. */
export function reference(page) {
  const text = (selector) => page.querySelector(`.citation ${selector}`).textContent;
  const url = text(".url");
  return {
    id: url.split("/").at(-2),
    title: page.querySelector("h1").textContent,
    states: text(".states"),
    publisher: text(".publisher"),
    date: page.querySelector(".citation time")?.dateTime ?? "",
    url,
    language: page.documentElement.lang,
  };
}

function said(pairs) {
  return pairs.filter(([, value]) => value);
}

function escaped(text) {
  return text.replace(SPECIAL, (character) => NAMED[character] ?? `\\${character}`);
}

function inLine(text) {
  return text.replace(GAPS, " ").trim();
}

/** A record, folded below its name. */
function folded(name, record) {
  const [fold, heading, text] = ["details", "summary", "pre"].map((tag) => document.createElement(tag));
  heading.textContent = name;
  text.textContent = record;
  text.dir = "ltr";
  fold.append(heading, text);
  return fold;
}

const cited = reference(document);
document.querySelector(".cite").append(folded("BibTeX", bibtex(cited)), folded("RIS", ris(cited)));
