// A practice as its own page tells it. The page is read as a document in which nothing runs and nothing is fetched, and what
// is taken over is made anew from a list of plain elements: the same care as if a stranger had written the page.

const ID = /^[a-z0-9-]{1,100}$/;
const PLAIN = new Set(
  "A B BDI BLOCKQUOTE BR CITE CODE DD DIV DL DT EM LI OL P PRE SMALL SPAN STRONG TABLE TBODY TD TH THEAD TIME TR UL".split(" "),
);
const HEADINGS = new Set(["H3", "H4", "H5", "H6"]); // of a text; in a cell they are a line in bold
const KEPT = ["lang", "dir", "datetime"];

/**
 * The practice of an id below `folder`: `id` (its present one), `address`, the `page`, its `article`, and clean elements with
 * its `title` and `states`; or a `fault`: `unknown`, `withdrawn` or `unreachable`.
 */
export async function practice(id, folder, hops = 1) {
  if (!ID.test(id)) return { id, fault: "unknown" };
  const address = new URL(`${id}/`, folder);
  let page;
  try {
    const answer = await fetch(address);
    if (answer.status === 404) return { id, fault: "unknown" };
    if (!answer.ok) return { id, fault: "unreachable" };
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return { id, fault: "unreachable" };
  }
  if (page.querySelector(".redirect a") && hops) {
    const present = new URL(page.querySelector(".redirect a").getAttribute("href"), address).pathname.split("/").at(-2);
    return practice(present, folder, hops - 1);
  }
  const article = page.querySelector("article.practice");
  if (!article) return { id, fault: page.querySelector(".tombstone") ? "withdrawn" : "unknown" };
  const title = plain(article.querySelector("h1"), address, "span");
  const states = plain(article.querySelector(".practice-state"), address, "span");
  return { id, address, page, article, title, states };
}

/** The fields of a practice: nodes by label, in the order in which they are compared. `words` names those without a label. */
export function facts({ address, article }, words) {
  const found = new Map();
  const all = (selector) => [...article.querySelectorAll(selector)];
  found.set(words.say("summary"), [plain(article.querySelector(".lead"), address)]);
  found.set(words.say("provisions"), [plain(article.querySelector(".chips"), address)]);
  for (const pair of all(".facts dl > div")) found.set(pair.querySelector("dt").textContent, fact(pair.querySelector("dd"), address));
  for (const section of all(".practice-body > section")) {
    const [heading, ...rest] = section.children;
    found.set(heading.textContent, rest.map((one) => plain(one, address)));
  }
  const sources = all(".source-entry");
  found.set(words.say("source"), sources.map((one) => plain(one, address)));
  for (const pair of all(".provenance > dl > div")) found.set(pair.querySelector("dt").textContent, fact(pair.querySelector("dd"), address));
  return found;
}

/** The value of a fact; lists are marked as plain ones, whose items can be shared. */
function fact(value, address) {
  const nodes = [...plain(value, address, "div").childNodes];
  for (const one of nodes) if (one.tagName === "UL") one.className = "plain-list";
  return nodes;
}

/** An element made anew, with all that is plain in it; as an element of the name `as`, where that is given. */
function plain(element, address, as = element.tagName) {
  const made = document.createElement(as);
  for (const name of KEPT) if (element.hasAttribute(name)) made.setAttribute(name, element.getAttribute(name));
  if (element.classList.contains("chips")) made.className = "chips";
  if (made.tagName === "A") lead(made, element, address);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) made.append(child.data);
    else if (child.nodeType !== Node.ELEMENT_NODE) continue;
    else if (HEADINGS.has(child.tagName)) made.append(line(plain(child, address, "b")));
    else if (PLAIN.has(child.tagName)) made.append(plain(child, address));
    else if (!["SCRIPT", "STYLE", "TEMPLATE"].includes(child.tagName)) made.append(child.textContent);
  }
  return made;
}

function line(bold) {
  const made = document.createElement("p");
  made.append(bold);
  return made;
}

/** A link leads where it leads from the page it stands on, and nowhere but to pages and mail. */
function lead(made, link, address) {
  const href = link.getAttribute("href") ?? "";
  const target = URL.canParse(href, address) && new URL(href, address);
  if (target && ["http:", "https:", "mailto:"].includes(target.protocol)) made.href = target.href;
  if (link.rel) made.rel = link.rel;
}
