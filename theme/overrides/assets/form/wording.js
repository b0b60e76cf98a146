// Checks of words: that they are plain, of one script, seen by everybody, and nobody's contact.
import { shortened } from "./subject.js";

const MARKUP = /\*\*\S|\S\*\*|\]\(/;

/** Y008 */
export function* unseen(subject) {
  for (const { path, value } of subject.places) {
    const found = typeof value === "string" && subject.rules.patterns.unseen.exec(value);
    if (!found) continue;
    const code = found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    yield subject.fault(path, subject.phrase("unseen", { code: `U+${code}` }), subject.phrase("delete"));
  }
}

/** P202 */
export function* htmlInPlainText(subject) {
  for (const place of subject.plainTexts) {
    for (const [found] of place.value.matchAll(subject.rules.patterns.tag)) {
      const message = subject.phrase("html", { field: subject.called(place), words: shortened(found, 40) });
      yield subject.fault(place.path, message, subject.phrase("take_tag"));
    }
  }
}

/** P207 */
export function* markdownInPlainText(subject) {
  for (const place of subject.plainTexts) {
    if (!MARKUP.test(place.value)) continue;
    yield subject.fault(place.path, subject.phrase("markdown", { field: subject.called(place) }), subject.phrase("take_marks"));
  }
}

/** P208 */
export function* personalContact(subject) {
  const { mail, telephone } = subject.rules.patterns;
  for (const contact of [mail, telephone]) {
    for (const place of subject.texts) {
      for (const [found] of place.value.matchAll(contact)) {
        const message = subject.phrase("contact", { field: subject.called(place), words: shortened(found, 40) });
        yield subject.fault(place.path, message, subject.phrase("leave_out_contact"));
      }
    }
  }
}

/** P209 */
export function* placeholder(subject) {
  for (const place of subject.texts) {
    const word = place.value.trim().toLowerCase();
    if (![word, word.replace(/\.+$/, "")].some((one) => subject.rules.placeholders.includes(one))) continue;
    const message = subject.phrase("placeholder", { field: subject.called(place), words: shortened(place.value.trim()) });
    yield subject.fault(place.path, message, subject.phrase("write_or_leave"));
  }
}

/** P213 */
export function* mixedScripts(subject) {
  for (const place of subject.texts) {
    const word = mixedWord(place.value, subject.rules.patterns);
    if (!word) continue;
    const message = subject.phrase("mixed", { word: shortened(word, 40), field: subject.called(place) });
    yield subject.fault(place.path, message, subject.phrase("type_anew"));
  }
}

/** The first word among Latin ones with letters that only look Latin; empty where there is none. */
function mixedWord(text, { mixed, foreign, other, latin }) {
  const found = mixed.exec(text);
  if (found) return found[0];
  return latin.test(text) && !other.test(text) ? (foreign.exec(text)?.[0] ?? "") : "";
}

/** P703; only in scripts with capitals: in others a name cannot be told from a word. */
export function* stateNamed(subject) {
  if (!(subject.original ?? subject.entry).anonymous) return;
  const names = new Set();
  for (const [code, { names: each }] of Object.entries(subject.rules.countries)) {
    const name = each[subject.language] ?? "";
    if (subject.rules.organizations.includes(code) || !/^\p{Lu}/u.test(name)) continue;
    for (const one of [name, name.split(" (")[0]]) names.add(one);
  }
  if (!names.size) return;
  const longest = [...names].sort((one, other) => other.length - one.length);
  const escaped = longest.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  const states = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped})(?![\\p{L}\\p{N}_])`, "gu");
  for (const { path, value } of subject.texts) {
    for (const [name] of value.matchAll(states)) {
      yield subject.fault(path, subject.phrase("state_named", { name }), subject.phrase("leave_out_state"));
    }
  }
}
