// Checks of sources: that a reader can look each of them up.
import { shortened } from "./subject.js";

const RANGE = /^\s*([0-9]{1,4})\s*[-–—]\s*([0-9]{1,4})\s*$/;
const RANGE_LIMIT = 8;
const HOW_READ = ["accessed", "extent"];

function* each(subject) {
  for (const [number, source] of (subject.entry.sources ?? []).entries()) yield [source, ["sources", number]];
}

/** P405 */
export function* unknownParagraph(subject) {
  for (const [source, path] of each(subject)) {
    const last = subject.rules.documents[source.document];
    for (const [place, paragraph] of last ? (source.paragraphs ?? []).entries() : []) {
      const problem = aboutParagraph(subject, paragraph, source.document, last);
      if (problem) yield subject.fault([...path, "paragraphs", place], ...problem);
    }
  }
}

function aboutParagraph(subject, paragraph, document, last) {
  if (/^[0-9]{1,4}$/.test(paragraph)) {
    if (!paragraph.startsWith("0") && Number(paragraph) <= last) return null;
    const label = subject.label("sources.document", document);
    return [subject.phrase("no_paragraph", { document: label, paragraph }), subject.phrase("paragraphs_are", { last })];
  }
  const message = subject.phrase("no_number", { value: shortened(paragraph, 30) });
  const [from, until] = RANGE.exec(paragraph)?.slice(1).map(Number) ?? [];
  if (from <= until && until < from + RANGE_LIMIT) {
    const paragraphs = Array.from({ length: until - from + 1 }, (_, number) => String(from + number));
    return [message, subject.phrase("write_each", { paragraphs })];
  }
  return [message, subject.phrase("number_alone", { last })];
}

/** P406 */
export function* withoutParagraph(subject) {
  for (const [source, path] of each(subject)) {
    if (source.document === undefined || source.paragraphs !== undefined) continue;
    yield subject.fault([...path, "paragraphs"], subject.phrase("paragraphs_missing"), subject.phrase("add_numbers"));
  }
}

/** P409 */
export function* withoutOrigin(subject) {
  for (const [source, path] of each(subject)) {
    if (source.document !== undefined || source.title !== undefined) continue;
    yield subject.fault([...path, "document"], subject.phrase("no_origin"), subject.phrase("add_origin"));
  }
}

/** P410 */
export function* paragraphsAlone(subject) {
  for (const [source, path] of each(subject)) {
    if (source.paragraphs === undefined || source.document !== undefined) continue;
    yield subject.fault([...path, "paragraphs"], subject.phrase("of_no_document"), subject.phrase("name_document"));
  }
}

/** P411 */
export function* withoutExtent(subject) {
  for (const [source, path] of each(subject)) {
    if (source.url === undefined || source.document !== undefined) continue;
    for (const field of HOW_READ.filter((name) => source[name] === undefined)) {
      yield subject.fault([...path, field], subject.phrase("page_without", { question: subject.called({ name: `sources.${field}` }) }), subject.phrase("add_reading"));
    }
  }
}
