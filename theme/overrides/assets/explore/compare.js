// Compare: two to four practices side by side. Their fields are taken from their own pages, so that nothing is told twice
// and what stands here is what stands there.
import { keep } from "./picks.js";
import { facts, practice } from "./practice.js";
import { shortened, spoken } from "./words.js";

const MOST = 4;
const page = document.querySelector(".compare");
const part = (selector) => page.querySelector(selector);
const words = spoken(part("template.words"));

start();

async function start() {
  part(".unless-scripts").hidden = true;
  const asked = [...new Set(new URLSearchParams(location.search).getAll("id"))];
  const answers = await Promise.all(asked.slice(0, MOST).map((id) => practice(id, new URL("../practices/", document.baseURI))));
  const found = answers.filter(({ article }) => article);
  const there = found.filter(({ id }, place) => found.findIndex((other) => other.id === id) === place); // by a former id, too
  for (const { id, fault } of answers) if (fault) remark(words.say(fault, { id: shortened(id) }));
  if (asked.length > MOST) remark(words.say("many"));
  keep(there.map(({ id }) => id));
  if (there.length > 1) compare(there);
  else choose(there);
}

/** Fewer than two: say what to do, and offer what is near the one there is. */
function choose([one]) {
  const sentence = words.say(one ? "one" : "none");
  part(".choosing").textContent = sentence;
  part(".choosing").hidden = false;
  const near = one ? [...one.page.querySelectorAll(".near h3 a")] : [];
  part(".candidates").append(...near.map((link) => {
    const id = new URL(link.getAttribute("href"), one.address).pathname.split("/").at(-2);
    const item = element("li", element("a", ...cleanTitle(link)));
    item.firstChild.href = address([one.id, id]);
    return item;
  }));
  part(".candidates").hidden = !near.length;
  part("[role=status]").textContent = sentence;
}

function compare(practices) {
  const table = part(".comparison");
  const ids = practices.map(({ id }) => id);
  table.style.setProperty("--columns", practices.length);
  table.tHead.rows[0].append(...practices.map((one) => head(one, ids)));
  const columns = practices.map((one) => facts(one, words));
  table.tBodies[0].append(...labels(columns).map((label) => row(label, columns)));
  part(".scroller").hidden = false;
  part(".compare-ways").hidden = true;
  part("[role=status]").textContent = words.say("ready", { n: words.number(practices.length) });
}

function head({ id, article, title, states, address: url }, ids) {
  const link = element("a", ...title.childNodes);
  Object.assign(link, { className: "comparison-title", href: url.href, lang: title.lang, dir: title.dir });
  const left = element("a", words.say("away"));
  left.setAttribute("aria-label", words.say("remove", { title: link.textContent }));
  left.href = address(ids.filter((other) => other !== id));
  const cell = element("th", Object.assign(element("span", ...states.childNodes), { className: "state-name" }), link, element("small", left));
  cell.scope = "col";
  cell.setAttribute("role", "columnheader");
  cell.dataset.article = article.dataset.article;
  return cell;
}

/** The labels of all columns, each where the first column that has it has it. */
function labels(columns) {
  const order = [];
  for (const column of columns) {
    let place = 0;
    for (const label of column.keys()) {
      const there = order.indexOf(label);
      if (there < 0) order.splice(place++, 0, label);
      else place = there + 1;
    }
  }
  return order;
}

function row(label, columns) {
  const title = element("th", label);
  title.scope = "row";
  title.setAttribute("role", "rowheader");
  const cells = columns.map((column) => {
    const nodes = column.get(label) ?? [Object.assign(element("span", words.say("unsaid")), { className: "none" })];
    const cell = element("td", ...nodes);
    cell.setAttribute("role", "cell");
    return cell;
  });
  share(cells);
  const line = element("tr", title, ...cells);
  line.setAttribute("role", "row");
  return line;
}

/** Mark the items that every one of them has. */
function share(cells) {
  const items = cells.map((cell) => [...cell.querySelectorAll(".plain-list > li")]);
  for (const item of items.flat()) {
    const text = item.dataset.text ?? item.textContent;
    if (!items.every((own) => own.some((other) => (other.dataset.text ?? other.textContent) === text))) continue;
    item.dataset.text = text;
    item.replaceChildren(element("b", ...item.childNodes), " ", element("small", words.say("shared")));
  }
}

function cleanTitle(link) {
  const text = element("span", link.textContent);
  for (const name of ["lang", "dir"]) if (link.getAttribute(name)) text.setAttribute(name, link.getAttribute(name));
  return [text];
}

function address(ids) {
  return `?${new URLSearchParams(ids.map((id) => ["id", id]))}`;
}

function remark(text) {
  part(".remarks").append(Object.assign(element("p", text), { className: "notice" }));
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
