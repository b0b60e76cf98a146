const { page } = require("./render.js");

const families = ["articles", "countries", "documents", "practices", "provisions", "themes"];

module.exports = {
  data: {
    pagination: { data: "words", size: 1, alias: "language" },
    permalink: ({ language }) => `/${language}/`,
  },
  render({ language, words }) {
    const links = families.map((family) => `<li><a href="/${language}/${family}/">${words[language][family]}</a></li>`);
    return page(language, `/${language}/`, words[language].practices, "", `<div class="wide"><ul>${links.join("")}</ul></div>`);
  },
};
