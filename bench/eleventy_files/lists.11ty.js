const { page, escape, card, line } = require("./render.js");

module.exports = {
  data: {
    pagination: { data: "collections.lists", size: 1, alias: "list" },
    permalink: ({ list }) => `/${list.language}/${list.family}/${list.key ? `${list.key}/` : ""}`,
  },
  render({ list, labels, words, forms, page: { url } }) {
    const { language, family, key, items, groups } = list;
    const form = forms[key || family === "practices" ? family : "none"];
    const cards = form.cards === null ? items : items.slice(0, form.cards);
    const lines = form.lines ? items.slice(cards.length) : [];
    const title = key ? labels[language][family][key] : words[language][family];
    const links = groups.map(([one, count]) => `<li><a href="${url}${one}/">${escape(labels[language][family][one])}</a> ${count}</li>\n`);
    return page(language, url, title, "", `
<div class="wide">
  <h1>${escape(title)}</h1>
  <div class="practice-cards">${cards.map(card).join("")}</div>
  <ul>${links.join("")}${lines.map(line).join("")}</ul>
</div>
`);
  },
};
