// What pages and lists share: escaping, the shell around a body, and cards, which are rendered once for all lists.
const fs = require("node:fs");
const path = require("node:path");

const shell = fs.readFileSync(path.join(__dirname, "_includes", "shell.html"), "utf8").split(/@@(\w+)@@/);
const padding = fs.readFileSync(path.join(__dirname, "_includes", "padding.html"), "utf8");
const special = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;" };
const escape = (text) => String(text).replace(/[&<>"]/g, (one) => special[one]);
const cards = new Map();

function page(language, url, title, description, body) {
  const parts = { title: escape(title), description: escape(description), path: url.replace(`/${language}/`, ""), body };
  return shell.map((part, index) => (index % 2 ? parts[part] : part)).join("");
}

const state = (data) => escape(data.labels[data.language].countries[data.countries[0]]);

const chips = (data) =>
  `<ul class="chips">${data.provisions
    .map((id) => `<li><a class="provision-chip" href="/${data.language}/provisions/${id}/"><bdi>${escape(data.labels[data.language].provisions[id])}</bdi></a></li>`)
    .join("")}</ul>`;

function card({ data, url }) {
  if (!cards.has(url)) {
    cards.set(url, `<article class="practice-card" data-article="${data.articles[0]}">
<p class="practice-card-state"><bdi>${state(data)}</bdi></p>
  <h3><a href="${url}">${escape(data.title)}</a></h3>
<p class="practice-card-summary">${escape(data.description)}</p>
  <div class="practice-card-foot">${chips(data)}
  <p class="practice-card-facts">${escape(data.measures[0])} · <bdi>${data.since}</bdi> · ${data.status}</p></div>
</article>`);
  }
  return cards.get(url);
}

const line = ({ data, url }) =>
  `<li><a href="${url}">${escape(data.title)}</a> <small class="state-name">${state(data)}</small></li>\n`;

module.exports = { page, padding, escape, state, chips, card, line };
