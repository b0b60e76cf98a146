// What of an address was left out, and what could not be done: a sentence each, as text only.
import { LONGEST } from "./address.js";
import { shortened } from "./words.js";

const MOST = 5; // about one address; who sends more knows what they did

/** The sentences about what was `asked` and the `failure` to do it. */
export function remarks(asked, failure, controls, words) {
  const said = asked.unknown.slice(0, MOST).map(([key, value]) =>
    value === undefined
      ? words.say("facet", { facet: shortened(key) })
      : words.say("value", { value: shortened(value), facet: controls.title(key) }));
  if (asked.unknown.length > MOST) said.push(words.say("others"));
  if (asked.isCut) said.push(words.say("cut", { n: words.number(LONGEST) }));
  if (failure) said.push(words.say(failure));
  return said;
}

/** A sentence as it stands on the page. */
export function remark(text) {
  return Object.assign(document.createElement("p"), { className: "notice", textContent: text });
}
