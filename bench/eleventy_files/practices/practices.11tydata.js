module.exports = {
  layout: "practice.11ty.js",
  tags: "practices",
  permalink: ({ language, page }) => `/${language}/practices/${page.fileSlug}/`,
};
