// Offers the browser's language first; without this script the list is simply in its own order.
const list = document.querySelector(".thresholds");
for (const wanted of [...navigator.languages].reverse()) {
  const link = list.querySelector(`[hreflang="${CSS.escape(wanted.split("-")[0])}"]`);
  if (link) list.prepend(link.closest("li"));
}
