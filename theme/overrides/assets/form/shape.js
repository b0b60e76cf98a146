// Checks of shape: what is missing, too long, too many, said twice, or not written as its kind asks for.
import { length, shortened } from "./subject.js";

/** P102 */
export function* missing(subject) {
  if (!subject.original) yield* missingIn(subject, subject.entry, subject.fields, []);
  for (const { path, field, kind, value } of subject.places) {
    if (kind === "Record") yield* missingIn(subject, value, field.parts, path);
  }
}

function* missingIn(subject, record, fields, path) {
  for (const { name, required } of fields) {
    if (!required || record[name] !== undefined) continue;
    yield subject.fault([...path, name], subject.phrase("missing"), subject.phrase("add_line"));
  }
}

/** P105 */
export function* tooLong(subject) {
  for (const place of subject.texts) {
    const [n, { limit }] = [length(place.value.trim()), place.field];
    if (n <= limit) continue;
    const message = subject.phrase("too_long", { n, limit, field: subject.called(place) });
    yield subject.fault(place.path, message, subject.phrase("shorten", { n: n - limit }));
  }
}

/** P106 */
export function* tooMany(subject) {
  for (const { path, name, field, kind, value } of subject.places) {
    if (kind !== "List" || value.length <= field.most) continue;
    const message = subject.phrase("too_many", { n: value.length, limit: field.most, field: subject.called({ name }) });
    yield subject.fault([...path, field.most], message, subject.phrase("keep_best"));
  }
}

/** P108 */
export function* repeated(subject) {
  for (const { path, name, kind, value } of subject.places) {
    if (kind !== "List") continue;
    for (const [number, item] of value.entries()) {
      if (typeof item !== "string" || value.indexOf(item) === number) continue;
      const twice = subject.phrase("named", { name: subject.label(name, shortened(item)) });
      const message = subject.phrase("repeated", { value: twice, field: subject.called({ name }) });
      yield subject.fault([...path, number], message, subject.phrase("take_one"));
    }
  }
}

/** P109 */
export function* malformedAddress(subject) {
  const { address } = subject.rules.patterns;
  for (const { path, value } of subject.of("Address")) {
    if (length(value) <= subject.rules.addressLimit && address.test(value)) continue;
    yield subject.fault(path, subject.phrase("no_address", { value: shortened(value) }), addressAdvice(subject, value));
  }
}

function addressAdvice(subject, address) {
  const [scheme, colon] = [address.split(":")[0], address.includes(":")];
  if (/\s/.test(address)) return subject.phrase("address_spaces");
  if (["http", "https"].includes(scheme.toLowerCase())) return subject.phrase("address_copy");
  if (colon && !scheme.includes(".")) return subject.phrase("address_pages");
  return subject.phrase("address_begin", { address: shortened(address, 40) });
}

/** P805 */
export function* otherLength(subject) {
  for (const { path, name, kind, value } of subject.places) {
    const there = subject.original[name];
    if (kind !== "List" || !there || value.length === there.length) continue;
    const message = subject.phrase("other_length", { field: subject.called({ name }), here: value.length, there: there.length });
    yield subject.fault(path, message, subject.phrase("same_length"));
  }
}

/** P810 */
export function* noText(subject) {
  if (subject.fields.some(({ name }) => subject.entry[name] !== undefined)) return;
  yield subject.fault(["title"], subject.phrase("no_text"), subject.phrase("write_text"));
}
