// What the shell of every page does beyond links: colours by choice, languages that keep one's place, and what is brought to
// life from here because a line of its own would stand on every page: the field of search, and how a practice is cited.
(() => {
  const [field, cite] = ["search/field.js", "cite.js"].map((path) => new URL(path, document.currentScript.src));
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const current = () => root.dataset.scheme || (dark.matches ? "dark" : "light");
  root.classList.replace("no-js", "js");
  try {
    const kept = localStorage.getItem("scheme");
    if (kept === "light" || kept === "dark") root.dataset.scheme = kept;
  } catch {} // storage may be forbidden; the system's choice stands
  document.addEventListener("DOMContentLoaded", () => {
    colours(document.querySelector(".scheme"));
    languages(document.querySelector(".tongues"));
    if (document.querySelector(".find")) import(field).catch(() => {}); // without it the field leads to the list
    if (document.querySelector(".cite") && !root.matches(".offline")) import(cite).catch(() => {}); // the citation in words stands
  });

  // Light or dark: what the reader chose here before, else what the system says.
  function colours(button) {
    const tell = () => button.setAttribute("aria-pressed", String(current() === "dark"));
    tell();
    dark.addEventListener("change", tell);
    button.addEventListener("click", () => {
      root.dataset.scheme = current() === "dark" ? "light" : "dark";
      try { localStorage.setItem("scheme", root.dataset.scheme); } catch {}
      tell();
    });
  }

  // Another language opens at the same place, with the same query; both may change while the page is open.
  function languages(list) {
    const keep = (event) => {
      const link = event.target.closest("a");
      if (!link) return;
      link.search = location.search;
      link.hash = location.hash;
    };
    for (const kind of ["pointerdown", "focusin", "click"]) list.addEventListener(kind, keep);
  }
})();
