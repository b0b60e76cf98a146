// All checks that a browser can do, by their codes: those of `observatory check`, in the words for people who answer questions.
import * as dates from "./dates.js";
import * as identity from "./identity.js";
import * as shape from "./shape.js";
import * as sources from "./sources.js";
import { Subject } from "./subject.js";
import * as wording from "./wording.js";

const TEXTS = {
  Y008: wording.unseen,
  P102: shape.missing,
  P105: shape.tooLong,
  P106: shape.tooMany,
  P108: shape.repeated,
  P202: wording.htmlInPlainText,
  P207: wording.markdownInPlainText,
  P208: wording.personalContact,
  P209: wording.placeholder,
  P213: wording.mixedScripts,
  P703: wording.stateNamed,
};
/** The checks of an entry. */
export const ENTRY = {
  ...TEXTS,
  P109: shape.malformedAddress,
  P305: identity.wrongFolder,
  P405: sources.unknownParagraph,
  P406: sources.withoutParagraph,
  P409: sources.withoutOrigin,
  P410: sources.paragraphsAlone,
  P411: sources.withoutExtent,
  P412: identity.itself,
  P501: dates.malformedDate,
  P502: dates.impossibleDate,
  P503: dates.futureDate,
  P504: dates.untilBeforeSince,
  P505: dates.implausibleYear,
  P601: identity.malformedId,
  P602: identity.idNotOfItsState,
  P603: identity.anonymousIdWithState,
  P604: identity.sameId,
  P701: identity.statesAndAnonymous,
  P702: identity.neitherStateNorAnonymous,
  P704: identity.evidenceWithoutResults,
};
/** The checks of a translation. */
export const TRANSLATION = { ...TEXTS, P805: shape.otherLength, P810: shape.noText };

/** What is wrong with an entry, or with a translation where there is an `original`: code, severity, path, message, advice. */
export function check(entry, around) {
  const subject = new Subject(entry, around);
  const { codes } = subject.rules;
  return Object.entries(around.original ? TRANSLATION : ENTRY).flatMap(([code, rule]) =>
    [...rule(subject)].map((fault) => ({ code, severity: codes[code], ...fault })),
  );
}

/** The rules as `checks.json` has them, with their expressions and the labels of States ready to be used. */
export function understood(rules) {
  const countries = Object.entries(rules.countries).map(([code, { names }]) => [code, names[rules.language] ?? names.en]);
  const compiled = Object.entries(rules.patterns).map(([name, [source, flags]]) => [name, new RegExp(source, flags)]);
  return { ...rules, patterns: Object.fromEntries(compiled), labels: { ...rules.labels, countries: Object.fromEntries(countries) } };
}
