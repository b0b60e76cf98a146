const { page, padding, escape, state, chips } = require("../render.js");

const list = (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

module.exports = function (data) {
  const { language } = data;
  const word = data.words[language];
  const label = data.labels[language];
  const link = (family, id) => `<a href="/${language}/${family}/${id}/">${escape(label[family][id])}</a>`;
  const row = (name, value) => (value ? `<div><dt>${word[name]}</dt><dd>${value}</dd></div>\n` : "");
  const source = ({ title, publisher, url, paragraphs }) =>
    `<p class="source">${url ? `<a href="${url}"><cite>${escape(title)}</cite></a> ${escape(publisher)} ` : ""}${paragraphs.length ? `<bdi>${paragraphs.join(", ")}</bdi>` : ""}</p>`;
  return page(language, data.page.url, data.title, data.description, `
<article class="practice wide" data-article="${data.articles[0]}">
  <nav class="crumbs"><ol><li><a href="/${language}/">${word.practices}</a></li>${data.articles.map((id) => `<li>${link("articles", id)}</li>`).join("")}</ol></nav>
  <div class="practice-main">
  <header class="practice-head">
    <p class="practice-state"><a class="state-name" href="/${language}/countries/${data.countries[0]}/"><bdi>${state(data)}</bdi></a></p>
    <h1>${escape(data.title)}</h1>
    <p class="lead">${escape(data.description)}</p>
    ${chips(data)}
  </header>
  <div class="practice-body prose">
${data.content}
  </div>
  </div>
  <aside class="practice-side" aria-label="${word.facts}">
    <section class="facts"><h2>${word.facts}</h2>
      <dl>
        ${row("status", data.status)}${row("since", `<bdi>${data.since}</bdi>`)}${row("until", data.until && `<bdi>${data.until}</bdi>`)}
        ${row("lead", escape(data.lead))}${row("partners", list(data.partners.map(escape)))}
        ${row("measures", escape(data.measures.join(", ")))}${row("themes", list(data.themes.map((id) => link("themes", id))))}
        ${row("legal_basis", list(data.legal_basis.map((one) => escape(`${one.title}, ${one.reference}`))))}
        ${row("assistance", list(data.assistance.map((one) => escape(`${one.theme}: ${one.note}, ${one.provider}`))))}
        ${row("adapted_from", data.adapted_from.map((id) => `<a href="/${language}/practices/${id}/">${id}</a>`).join(""))}
        ${row("links", list(data.links.map((one) => `<a href="${one.url}">${escape(one.title)}</a>`)))}${row("evidence", data.evidence)}
      </dl>
    </section>
    <section class="provenance"><h2>${word.sources}</h2>
      ${data.documents.map((id) => `<p class="source">${link("documents", id)}</p>`).join("")}
      ${data.sources.map(source).join("")}
      <dl>${row("submission", data.submission.join(", "))}</dl>
    </section>
  </aside>
</article>
${padding}
`);
};
