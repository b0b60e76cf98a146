// The form: what is answered becomes a file, is checked as one goes on, kept in this browser, and sent by whoever wrote it.
import { remark } from "../explore/remarks.js";
import { spoken } from "../explore/words.js";
import { json } from "../files.js";
import { Answers, box } from "./answers.js";
import { check, understood } from "./check.js";
import { Draft } from "./draft.js";
import { Faults } from "./faults.js";
import { folderOf, free, suggested } from "./identity.js";
import { asked, Fresh, Taken } from "./loading.js";
import { Many } from "./many.js";
import { copy, download, inRepository, letter } from "./sending.js";
import { length } from "./subject.js";
import { written } from "./yaml.js";

const page = document.querySelector(".contribute");
const part = (selector) => page.querySelector(selector);
const form = part(".entry-form");
const words = spoken(part("template.words"));
const id = part("#q-id");

const SETTLED = 400; // milliseconds after which nobody is typing at a name
const taken = new Taken();

let rules, answers, faults, draft, settling;
let work; // what is written: a new entry, a change of one, or a translation
let basis; // what was published when that began

start();

async function start() {
  try {
    rules = understood(await json(new URL("checks.json", location)));
  } catch {
    return; // the page stays as it is without scripts
  }
  Many.also.set("countries", Object.fromEntries(Object.entries(rules.countries).map(([code, { names, also }]) => [code, [...Object.values(names), ...also].join(" ")])));
  answers = new Answers(form, words, tell);
  faults = new Faults(form, answers, words);
  work = new Fresh(rules);
  const wanted = asked(location.search);
  if (wanted) await load(wanted);
  draft = new Draft(work.name);
  restore();
  listen();
  page.classList.remove("asleep");
  update();
}

/** Bring an entry into the form, to be changed or translated. */
async function load(wanted) {
  const found = await wanted.find(rules);
  if (found.reason) return void part(".remarks").append(remark(words.say(found.reason, { id: wanted.id })));
  work = found;
  work.prepare(page, words, answers);
  part(".mode").hidden = false;
  part(".mode").textContent = words.say(work.mode, { title: work.title });
}

function restore() {
  const kept = draft.get();
  answers.set(kept ?? work.values);
  if (work.id) id.value = work.id;
  if (kept?.isTheirs) id.dataset.isTheirs = "yes";
  basis = kept?.basis ?? work.basis;
  if (kept) offer(basis !== work.basis ? "overtaken" : kept.sent ? "sent" : "restored");
}

/** Say that a draft was found, and offer to begin anew. */
function offer(name) {
  const said = remark(words.say(name));
  said.append(" ", part("template.anew").content.cloneNode(true));
  said.querySelector("button").addEventListener("click", clear);
  part(".remarks").append(said);
}

function listen() {
  form.addEventListener("input", ({ target }) => {
    const question = target.closest("[data-name]");
    if (question === id.parentElement) id.dataset.isTheirs = id.value ? "yes" : ""; // an empty one is suggested again
    keep();
    update();
  });
  let isPressed = false;
  for (const kind of ["pointerdown", "pointerup", "pointercancel"]) {
    addEventListener(kind, () => {
      isPressed = kind === "pointerdown";
      if (!isPressed) setTimeout(update);
    });
  }
  form.addEventListener("change", ({ target }) => {
    const question = target.closest("[data-name]");
    if (question) faults.touch(question);
    if (!isPressed) update(); // a sentence that comes up while somebody presses a button would move it away
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key === draft.key && newValue) part(".remarks").replaceChildren(remark(words.say("elsewhere"))); // from another window
  });
  part(".check").addEventListener("click", verdict);
  part(".clear").addEventListener("click", clear);
  for (const way of form.querySelectorAll("[data-way]")) {
    way.addEventListener("click", async (event) => (await WAYS[way.dataset.way](event, way)) && keep(true));
  }
}

/** The answers, the file that they make, and where it belongs. */
function file() {
  const { id: name = "", ...values } = answers.get() ?? {};
  const record = work.record(values);
  const folder = work.folder || folderOf(record, rules);
  return { record, id: name, folder, ...work.file(name, record, folder, written) };
}

function found() {
  const { record, id: name } = file();
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
  return check(record, { rules, id: name, today: day, isTaken: !work.id && taken.has(name), ...work.around(record) });
}

function update() {
  if (!work.id && !id.dataset.isTheirs) id.value = free(suggested(answers.get() ?? {}, rules), (one) => taken.has(one), rules.idLimit);
  if (!work.id) settle(id.value);
  const { path, text } = file();
  part(".form-file pre").textContent = text;
  part(".path").textContent = path;
  for (const counter of form.querySelectorAll("[data-limit]")) count(counter);
  faults.show(found());
}

/** Look up whether another practice has a name, once nobody is changing it. */
function settle(name) {
  clearTimeout(settling);
  settling = setTimeout(async () => (await taken.look(name)) && update(), SETTLED);
}

function count(counter) {
  const text = box(counter.parentElement).value.trim();
  const limit = Number(counter.dataset.limit);
  const [all, several] = [length(text), text.split(/\s+/).filter(Boolean).length];
  const said = words.say("characters", { n: words.number(all), all: words.number(limit) });
  if (!all && counter.previousElementSibling.matches("input")) counter.textContent = "";
  else counter.textContent = several > 1 ? `${said} · ${words.count("words", several)}` : said;
  counter.classList.toggle("over", all > limit);
}

/** Keep what is written; `sent` where it has just left the page, until something is changed. */
function keep(sent) {
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", numberingSystem: "latn" });
  const isKept = draft.keep({ ...answers.get(), basis, ...(id.dataset.isTheirs ? { isTheirs: true } : {}), ...(sent ? { sent } : {}) });
  part(".saved").textContent = words.say(isKept ? "saved" : "unsaved", { time });
}

function clear() {
  if (!confirm(words.say("sure"))) return;
  draft.clear();
  basis = work.basis;
  answers.set(work.values);
  delete id.dataset.isTheirs;
  id.value = work.id;
  part(".saved").textContent = "";
  part(".remarks").replaceChildren();
  faults.forget();
  update();
  tell(words.say("cleared"));
  part("h2[tabindex]").focus();
}

/** Check everything, and say what came of it; whether the file may be sent. */
function verdict() {
  const all = found();
  faults.showAll(all);
  const isSound = !all.some(({ severity }) => severity === "error");
  tell(isSound ? words.say(all.length ? "remarked" : "sound") : "");
  return isSound;
}

/** The ways out of the page: each says whether what was written has gone it. */
const WAYS = {
  download() {
    if (!verdict()) return false;
    const { name, text } = file();
    download(name, text);
    tell(words.say("downloaded", { name }));
    return true;
  },
  async copy() {
    if (!verdict()) return false;
    const isCopied = await copy(file().text, part(".form-file pre"));
    tell(words.say(isCopied ? "copied" : "uncopied"));
    return isCopied;
  },
  async repository(event, link) {
    if (!verdict()) return event.preventDefault();
    const { name, text, folder } = file();
    const { address, asks } = inRepository(form.dataset, { folder, name, text, isNew: work.isNew });
    link.href = address;
    if (asks === "long") download(name, text);
    const isReady = asks !== "paste" || (await copy(text, part(".form-file pre")));
    if (asks) tell(words.say(isReady ? asks : "uncopied"));
    return isReady;
  },
  mail(event, link) {
    if (!verdict()) return event.preventDefault();
    const { path, name, text } = file();
    const { address, asks } = letter(form.dataset.mail, { path, text, title: work.title || answers.get().title }, words);
    link.href = address;
    if (asks) download(name, text), tell(words.say(asks));
    return true;
  },
};

/** Say a sentence to those who see and those who hear the page. */
function tell(sentence) {
  part(".verdict").textContent = sentence;
}
