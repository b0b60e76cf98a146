// Explore: narrows, sorts and shows all practices by what the address says, and keeps the address saying it.
import { json } from "../files.js";
import { cut, read, write } from "./address.js";
import { Cards } from "./cards.js";
import { Columns } from "./columns.js";
import { Controls } from "./controls.js";
import { Picks } from "./picks.js";
import { ask, prepare } from "./question.js";
import { remark, remarks } from "./remarks.js";
import { Ways } from "./ways.js";
import { spoken } from "./words.js";

const AT_ONCE = 30;
const AT_SIGHT = 6; // cards that a browser asks for at the same time, and about as many as a screen shows
const page = document.querySelector(".explore");
const form = page.querySelector(".explore-form");
const plain = page.querySelector(".explore-plain");
const part = (selector) => form.querySelector(selector);
const words = spoken(part("template.words"));
const controls = new Controls(form, words);
const known = controls.known;
const list = part(".practice-cards");
const more = part(".more");
const ways = new Ways(form, known, words);

let columns, cards, picks;
let asked; // the choice, as `read` gives it
let limit = AT_ONCE; // cards that are shown at most
let found = null; // what the search answered to the words
let failure = ""; // why it did not: the name of a message
let asking = new AbortController();
let rows = []; // what the choice leaves, in order
let turn = 0;

start();

async function start() {
  [form.hidden, plain.hidden] = [false, true];
  if (new URLSearchParams(location.search).get("q")) prepare();
  try {
    const folder = new URL(".", document.baseURI);
    columns = new Columns(await json(new URL("columns.json", folder)));
    cards = new Cards(columns, new URL("cards/", folder));
  } catch {
    [form.hidden, plain.hidden] = [true, false];
    plain.prepend(remark(words.say("unloaded")));
    return;
  }
  picks = new Picks(form, words, tell);
  listen();
  arrive();
}

function listen() {
  addEventListener("popstate", arrive);
  form.addEventListener("submit", (event) => (event.preventDefault(), put(controls.field.value)));
  controls.field.addEventListener("focus", prepare, { once: true });
  controls.field.addEventListener("input", () => put(controls.field.value));
  form.addEventListener("change", ({ target }) => {
    if (target.closest("fieldset")) choose({ chosen: controls.chosen });
    if (target === controls.sort) choose({ sort: controls.sort.value });
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button, a");
    if (button?.matches(".chosen")) takeAway(button);
    if (button?.matches(".clear")) choose({ chosen: new Map(), q: "" }), part("h2[tabindex]").focus();
    if (button?.matches(".wordless")) choose({ q: "" }), controls.field.focus();
    if (button?.matches("[data-word]")) choose({ q: button.dataset.word }), controls.field.focus();
    if (button?.matches("[data-key]")) event.preventDefault(), narrow(button.dataset);
  });
  more.querySelector("button").addEventListener("click", showMore);
}

/** The page was opened, or the reader went back to an address. */
function arrive() {
  asked = read(location.search, known, controls.sorts);
  limit = Math.max(AT_ONCE, Number(history.state?.limit) || 0);
  controls.set(asked, true);
  controls.offer(columns.totals);
  answer();
}

/** The reader chose something: the address says it from now on, and the former one is a step back. */
function choose(change, state = null) {
  const before = asked;
  asked = { ...asked, ...change, unknown: [] };
  if (change.q === undefined) asked.isCut = false;
  limit = AT_ONCE;
  const address = location.pathname + write(asked, known);
  const isTyping = state?.isTyping && history.state?.isTyping; // one step back for all letters of a question
  history[isTyping ? "replaceState" : "pushState"](state, "", address);
  controls.set(asked, change.chosen && !controls.chosen.size);
  if (before.q === asked.q) show();
  else answer();
}

function put(text) {
  const [q, isCut] = cut(text);
  if (q !== asked.q || isCut) choose({ q, isCut }, { isTyping: true });
}

function narrow({ key, value }) {
  if (!known.get(key)?.has(value)) return;
  const chosen = new Map(asked.chosen).set(key, new Set([...(asked.chosen.get(key) ?? []), value]));
  choose({ chosen, q: "" });
  part("h2[tabindex]").focus();
}

function takeAway(chip) {
  const [key, value] = Controls.of(chip);
  const place = [...controls.chips.querySelectorAll("button")].indexOf(chip);
  const values = new Set(asked.chosen.get(key));
  values.delete(value);
  const chosen = new Map(asked.chosen);
  if (values.size) chosen.set(key, values);
  else chosen.delete(key);
  choose({ chosen });
  const left = controls.chips.querySelectorAll("button");
  (chosen.size ? left[Math.min(place, left.length - 1)] : part("h2[tabindex]")).focus();
}

/** Have the words looked for, and show the list as answers come; what stands there stays until the first one. */
async function answer() {
  asking.abort();
  const { signal } = (asking = new AbortController());
  failure = "";
  page.removeAttribute("aria-busy");
  const question = asked.q.trim();
  if (!question) {
    found = null;
    return show();
  }
  page.setAttribute("aria-busy", "true");
  if (!list.hasChildNodes()) part("h2[tabindex]").textContent = words.say("searching");
  try {
    for await (const one of ask(question, columns, signal)) {
      if (signal.aborted) return;
      found = one;
      show();
    }
  } catch {
    if (signal.aborted) return;
    [found, failure] = [null, "unreachable"];
    show();
  }
  page.removeAttribute("aria-busy");
}

/** Show what the choice leaves. */
function show() {
  const { rows: fitting, counts } = columns.select(asked.chosen, found && [...found.scores.keys()]);
  if (found && !found.isComplete && !fitting.length) return void (part("h2[tabindex]").textContent = words.say("searching"));
  const order = asked.sort && (found || asked.sort !== "best") ? asked.sort : found ? "best" : "newest";
  rows = columns.sorted(fitting, order, order === "best" ? found.scores : null);
  showCards();
  controls.order(order, Boolean(found));
  controls.offer(columns.totals);
  controls.count(counts);
  part("h2[tabindex]").textContent = words.count(found && !found.isComplete ? "so far" : "count", rows.length);
  part(".remarks").replaceChildren(...remarks(asked, failure, controls, words).map(remark));
  ways.show(asked, found, rows.length);
}

/** The first cards stand as soon as they are there, the others are asked for then and follow below them. */
async function showCards() {
  const mine = ++turn;
  let isIncomplete = false;
  for (const [start, end] of [[0, AT_SIGHT], [AT_SIGHT, limit]]) {
    const shown = await cards.of(rows.slice(start, end));
    if (mine !== turn) return;
    const there = ready(shown);
    if (start) list.append(...there);
    else list.replaceChildren(...there);
    isIncomplete ||= there.length < shown.length;
  }
  close(isIncomplete);
}

async function showMore() {
  const mine = ++turn;
  const shown = await cards.of(rows.slice(limit, limit + AT_ONCE));
  if (mine !== turn) return;
  limit += AT_ONCE;
  history.replaceState({ ...history.state, limit }, "");
  const there = ready(shown);
  list.append(...there);
  close(there.length < shown.length);
  there[0]?.querySelector("a").focus();
}

/** Those cards that are there, each with a box to pick it. */
function ready(shown) {
  const there = shown.filter(Boolean);
  there.forEach((card) => picks.on(card));
  return there;
}

/** What stands below the list, and what is said of it. */
function close(isIncomplete) {
  const shown = Math.min(limit, rows.length);
  more.querySelector("button").hidden = shown === rows.length;
  more.querySelector("span").textContent =
    rows.length > AT_ONCE ? words.say("shown", { n: words.number(shown), all: words.number(rows.length) }) : "";
  if (isIncomplete) part(".remarks").append(remark(words.say("missing")));
  tell(part("h2[tabindex]").textContent);
}

let telling = 0;
/** Say a sentence to those who hear the page, once nothing changes any more. */
function tell(sentence) {
  clearTimeout(telling);
  telling = setTimeout(() => (part("[role=status]").textContent = sentence), 300);
}
