// The dialog of search. Everything in it is made of nodes and text: nothing of an entry becomes markup.
import { prepare, search } from "./search.js";

const SHOWN = 10;
const LONGEST = 60; // characters of a query that are said again
const language = document.documentElement.lang;

// Fetches the words and makes the dialog; gives a function that opens it with a query. `explore` is where the whole list is.
export async function made(explore) {
  const base = new URL("../", explore);
  const response = await fetch(new URL(`../../search/${language}.words.json`, import.meta.url));
  if (!response.ok) throw new Error("the words are missing");
  const words = await response.json();
  const number = new Intl.NumberFormat(`${language}-u-nu-latn`);
  const plural = new Intl.PluralRules(language);
  const counted = (forms, n) => (forms[plural.select(n)] ?? forms.other).replace("%(n)s", number.format(n));

  const field = node("input", { type: "search", name: "q", placeholder: words.hint, "aria-label": words.label, autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });
  const close = node("button", { type: "button", class: "find-close", "aria-label": words.close }, "×");
  const form = node("form", { action: explore.href, role: "search" }, field, close);
  const status = node("p", { role: "status", class: "find-status" });
  const body = node("div", { class: "find-body" });
  const keys = node("p", { class: "find-keys" }, words.keys);
  const dialog = node("dialog", { class: "find-dialog", "aria-label": words.label }, form, status, body, keys);
  document.body.append(dialog);

  let asking;
  const links = () => [...body.querySelectorAll("a")];

  const lists = () => node("p", { class: "find-ways" }, `${words.ways} `, ...Object.entries(words.lists).flatMap(([path, label], place) => [place ? " · " : "", node("a", { href: new URL(`${path}/`, base).href }, label)]));

  const everything = (query) => {
    const all = new URL(explore);
    all.searchParams.set("q", query.slice(0, 200));
    return node("p", { class: "find-all" }, node("a", { href: all.href }, words.all));
  };

  const outright = ({ key, label, path, count }) => {
    const inner = [node("span", { class: "find-kind" }, words[key] ?? key), " ", node("b", {}, label), " ", node("span", { class: "find-count" }, counted(words.practices, count))];
    return node("li", {}, path ? node("a", { href: new URL(path, base).href }, ...inner) : node("span", {}, ...inner));
  };

  const result = (one) => {
    const where = node("span", { class: "find-where" }, node("bdi", {}, one.states), node("bdi", {}, one.provisions));
    const title = node("b", tongue(one.language, one.direction), one.title);
    const text = node("span", { class: "find-excerpt", ...tongue(one.spoken, one.spokenDirection) }, ...one.excerpt.map(([piece, isMarked]) => (isMarked ? node("mark", {}, piece) : piece)));
    const original = one.language === language ? [] : [node("span", { class: "find-original", lang: one.language }, words.names[one.language] ?? one.language)];
    return node("li", {}, node("a", { href: new URL(one.path, base).href }, where, title, ...original, text));
  };

  const show = (query, answer) => {
    const parts = [];
    if (answer.answers.length) parts.push(node("ul", { class: "find-answers" }, ...answer.answers.map(outright)));
    if (answer.results.length) parts.push(node("ul", { class: "find-results" }, ...answer.results.map(result)), everything(query));
    status.textContent = answer.isComplete ? counted(words.found, answer.total) : words.waiting;
    if (answer.isComplete && !answer.total) {
      const [before, after] = words.nothing.split("%(query)s");
      status.replaceChildren(before, node("bdi", {}, shortened(query)), after);
      if (answer.near.length) parts.push(node("p", { class: "find-near" }, words.near, " ", ...answer.near.flatMap((word) => [again(word), " "])));
      parts.push(lists());
    }
    body.replaceChildren(...parts);
  };

  const again = (word) => {
    const button = node("button", { type: "button" }, word);
    button.addEventListener("click", () => {
      field.value = word;
      field.focus();
      ask();
    });
    return button;
  };

  const ask = async () => {
    asking?.abort();
    const query = field.value.trim();
    if (!query) {
      status.textContent = "";
      body.replaceChildren(node("p", {}, words.begin), lists());
      return;
    }
    const { signal } = (asking = new AbortController());
    status.textContent = words.waiting;
    try {
      for await (const answer of search(query, { limit: SHOWN, signal })) if (!signal.aborted) show(query, answer);
    } catch {
      if (signal.aborted) return;
      status.textContent = words.failed;
      body.replaceChildren(lists(), everything(query));
    }
  };

  // What had the focus keeps it until the next frame is drawn, and "/" would be taken for a letter written into it.
  const shut = () => {
    dialog.close();
    if (dialog.contains(document.activeElement)) document.activeElement.blur();
  };

  const move = (event) => {
    if (event.key === "Escape") { // which would empty the field first
      event.preventDefault();
      shut();
      return;
    }
    const every = links();
    const place = every.indexOf(document.activeElement);
    const isInField = document.activeElement === field;
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: isInField ? NaN : 0, End: isInField ? NaN : every.length - 1 }[event.key];
    if (to === undefined || Number.isNaN(to) || (!isInField && place < 0) || (isInField && event.key === "ArrowUp")) return;
    event.preventDefault();
    if (to < 0) field.focus();
    else every[Math.min(to, every.length - 1)]?.focus();
  };

  field.addEventListener("input", ask); // what is asked no longer is given up
  form.addEventListener("submit", (event) => {
    const first = body.querySelector(".find-results a, .find-answers a");
    if (!first || !field.value.trim()) return;
    event.preventDefault();
    const all = body.querySelector(".find-all a");
    location.assign((all ?? first).href);
  });
  dialog.addEventListener("keydown", move);
  close.addEventListener("click", shut);
  dialog.addEventListener("click", (event) => event.target === dialog && shut());
  dialog.addEventListener("close", () => asking?.abort());

  return (query) => {
    if (dialog.open) return;
    field.value = query;
    dialog.showModal();
    prepare();
    field.focus();
    field.setSelectionRange(query.length, query.length);
    ask();
  };
}

function shortened(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

// A text in another language than the page's says so.
function tongue(lang, dir) {
  return lang === language ? {} : { lang, dir };
}

function node(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
