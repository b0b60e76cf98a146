// The name of the file, which becomes the address of the entry: what is suggested, where it belongs, and checks of it and of whose practice it is.
import { shortened } from "./subject.js";

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[0-9])$/; // what Windows keeps for itself

function isId(text, limit) {
  return ID.test(text) && text.length <= limit && !DEVICE.test(text);
}

/** A name made of the title, and the code of the State if there is one; of a theme where no letter of the title is left. */
export function suggested({ title = "", countries = [], themes = [] }, rules) {
  const plain = title.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().replaceAll("'", "");
  const words = plain.match(/[a-z0-9]+/g) ?? (themes[0] ? [themes[0]] : []);
  if (!words.length) return "";
  if (countries.length) words.unshift(countries[0].toLowerCase());
  else if (words[0].toUpperCase() in rules.countries) words.unshift("practice"); // an anonymous entry must not look like a State's
  const whole = words.join("-");
  if (whole.length <= rules.idLength) return whole;
  const cut = whole.slice(0, rules.idLength + 1);
  return cut.slice(0, cut.lastIndexOf("-")) || whole.slice(0, rules.idLength);
}

/** A name that no other practice has, as far as is known: with a number behind it where `isTaken` says that one has it. */
export function free(id, isTaken, limit) {
  for (let number = 1; ; number++) {
    const one = number === 1 ? id : `${id.slice(0, limit - 1 - `${number}`.length).replace(/-$/, "")}-${number}`;
    if (!id || !isTaken(one)) return one;
  }
}

/** The folder of the entry, by its first provision; empty before there is one. */
export function folderOf({ provisions = [] }, rules) {
  return Object.hasOwn(rules.folders, provisions[0]) ? rules.folders[provisions[0]] : "";
}

/** P305 */
export function* wrongFolder(subject) {
  const right = folderOf(subject.entry, subject.rules);
  if (!subject.folder || !right || right === subject.folder) return;
  const [provision] = subject.entry.provisions;
  const hasArticle = Object.values(subject.rules.folders).includes(subject.folder);
  const article = String(Number(subject.folder.split("-")[1]));
  const advice = hasArticle ? subject.phrase("move_or_put_first", { folder: right, article }) : subject.phrase("move_file", { folder: right });
  yield subject.fault(["provisions", 0], subject.phrase("belongs_in", { provision, folder: right }), advice);
}

/** P412 */
export function* itself(subject) {
  for (const [number, id] of (subject.entry.adapted_from ?? []).entries()) {
    if (![subject.id, ...(subject.entry.aliases ?? [])].includes(id)) continue;
    yield subject.fault(["adapted_from", number], subject.phrase("itself"), subject.phrase("name_another"));
  }
}

/** P601 */
export function* malformedId(subject) {
  const limit = subject.rules.idLimit;
  if (isId(subject.id, limit)) return;
  const near = subject.id.toLowerCase().replace(/\.yml$/, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, limit).replace(/-+$/, "");
  const advice = isId(near, limit) ? subject.phrase("call_file", { near }) : subject.phrase("use_letters", { limit });
  const message = subject.id ? subject.phrase("no_id", { id: shortened(subject.id) }) : subject.phrase("no_name");
  yield subject.fault(["id"], message, advice);
}

/** P602 */
export function* idNotOfItsState(subject) {
  const codes = (subject.entry.countries ?? []).filter((code) => code in subject.rules.countries);
  if (!codes.length || codes.includes(subject.id.split("-")[0].toUpperCase()) || !isId(subject.id, subject.rules.idLimit)) return;
  const each = codes.slice(0, 3).map((code) => `\`${code.toLowerCase()}-\``);
  const begin = each.reduceRight((second, first) => subject.phrase("or", { first, second }));
  yield subject.fault(["id"], subject.phrase("id_begins", { id: shortened(subject.id), begin }), subject.phrase("rename"));
}

/** P603 */
export function* anonymousIdWithState(subject) {
  const first = subject.id.split("-")[0];
  const country = subject.rules.countries[first.toUpperCase()];
  if (!subject.entry.anonymous || subject.entry.countries || !country || first !== first.toLowerCase()) return;
  const name = country.names[subject.rules.language] ?? country.names.en;
  yield subject.fault(["id"], subject.phrase("id_of_state", { first, name }), subject.phrase("name_after"));
}

/** P604 */
export function* sameId(subject) {
  if (subject.isTaken) yield subject.fault(["id"], subject.phrase("id_taken", { id: subject.id }), subject.phrase("rename_one"));
}

/** P701 */
export function* statesAndAnonymous(subject) {
  if (!subject.entry.anonymous || !subject.entry.countries) return;
  yield subject.fault(["anonymous"], subject.phrase("exclude"), subject.phrase("keep_one"));
}

/** P702 */
export function* neitherStateNorAnonymous(subject) {
  if (subject.entry.anonymous || subject.entry.countries) return;
  yield subject.fault(["countries"], subject.phrase("neither"), subject.phrase("add_either"));
}

/** P704 */
export function* evidenceWithoutResults(subject) {
  if (!subject.entry.evidence || subject.entry.results) return;
  yield subject.fault(["evidence", "level"], subject.phrase("no_results"), subject.phrase("add_results"));
}
