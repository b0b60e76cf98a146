// Light or dark: what the reader chose here before, else what the system says.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const current = () => root.dataset.scheme || (dark.matches ? "dark" : "light");
  root.classList.replace("no-js", "js");
  try {
    const kept = localStorage.getItem("scheme");
    if (kept === "light" || kept === "dark") root.dataset.scheme = kept;
  } catch {} // storage may be forbidden; the system's choice stands
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".scheme");
    if (!button) return;
    const tell = () => button.setAttribute("aria-pressed", String(current() === "dark"));
    tell();
    dark.addEventListener("change", tell);
    button.addEventListener("click", () => {
      root.dataset.scheme = current() === "dark" ? "light" : "dark";
      try { localStorage.setItem("scheme", root.dataset.scheme); } catch {}
      tell();
    });
  });
})();
