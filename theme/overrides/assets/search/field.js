// The field in the masthead. Without this script it asks Explore; with it, it opens a dialog that answers while one writes, as do
// Ctrl+K, Cmd+K and "/". Where the dialog cannot be had, the field stays what it was. Explore has a field of its own, above the list
// that answers: there the masthead's is not shown, and the keys lead to the page's.
const form = document.querySelector(".find");
const field = form?.elements.q;
let coming;

if (field) {
  const open = async (query) => {
    coming ??= import("./dialog.js").then((module) => module.made(new URL(form.action)));
    try {
      (await coming)(field.value || query);
    } catch {
      coming = undefined;
      field.focus();
    }
  };
  field.addEventListener("pointerup", () => open(""));
  field.addEventListener("input", () => open(field.value));
  addEventListener("keydown", (event) => {
    const isChord = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isWriting = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!isChord && (!isSlash || isWriting)) return;
    event.preventDefault();
    const own = document.querySelector(".explore-search input");
    if (!own?.offsetParent) return open("");
    own.focus();
    own.select();
  });
  form.dataset.ready = "";
}
