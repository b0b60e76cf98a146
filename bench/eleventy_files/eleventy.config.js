// Markdown goes straight to markdown-it, templates are plain JavaScript, which Eleventy runs fastest, and nothing
// takes part that the other tools do not do either. A facet of the entries is a collection, a list is one of its groups.
const families = ["countries", "articles", "provisions", "themes", "documents"];

function grouped(pages, family) {
  const groups = new Map();
  for (const page of pages) {
    for (const key of page.data[family] || []) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(page);
    }
  }
  return groups;
}

module.exports = function (config) {
  config.setUseGitIgnore(false);
  config.addCollection("lists", (api) => {
    const lists = [];
    const practices = api.getFilteredByTag("practices");
    const languages = new Set(practices.map((page) => page.data.language));
    for (const language of languages) {
      const pages = practices.filter((page) => page.data.language === language);
      lists.push({ language, family: "practices", key: "", items: pages, groups: [] });
      for (const family of families) {
        const groups = grouped(pages, family);
        lists.push({ language, family, key: "", items: [], groups: [...groups].map(([key, items]) => [key, items.length]) });
        for (const [key, items] of groups) lists.push({ language, family, key, items, groups: [] });
      }
    }
    return lists;
  });
  return { markdownTemplateEngine: false, htmlTemplateEngine: false, templateFormats: ["md", "11ty.js"] };
};
