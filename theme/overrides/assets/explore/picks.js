// The practices that are picked to be compared: by a box on each card, kept while the window is open.

const MOST = 4;

export class Picks {
  /** `bar` holds the link to the comparison; `tell` says a sentence to those who hear the page. */
  constructor(form, words, tell) {
    this.bar = form.querySelector(".comparing");
    this.link = this.bar.querySelector("a");
    this.pick = form.querySelector("template.pick").content.firstElementChild;
    this.page = this.link.getAttribute("href");
    this.list = form.querySelector(".practice-cards");
    this.words = words;
    this.tell = tell;
    this.ids = kept();
    this.list.addEventListener("change", (event) => this.#change(event.target));
    this.bar.querySelector("button").addEventListener("click", () => this.#clear());
    this.#show();
  }

  /** Put a box on a card. */
  on(card) {
    const label = this.pick.cloneNode(true);
    const [box] = label.children;
    box.value = card.dataset.id;
    box.checked = this.ids.includes(box.value);
    box.setAttribute("aria-label", this.words.say("compare", { title: card.querySelector("h3").textContent }));
    card.querySelector(":scope > div").append(label);
  }

  #change(box) {
    if (box.checked && this.ids.length === MOST) {
      box.checked = false;
      this.tell(this.words.say("full"));
      return;
    }
    this.ids = this.ids.filter((id) => id !== box.value).concat(box.checked ? [box.value] : []);
    this.#show();
    this.tell(this.link.textContent);
  }

  #clear() {
    this.ids = [];
    for (const box of this.list.querySelectorAll(".pick input")) box.checked = false;
    this.#show();
    this.list.querySelector(".pick input")?.focus();
  }

  #show() {
    keep(this.ids);
    this.bar.hidden = !this.ids.length;
    this.link.href = `${this.page}?${new URLSearchParams(this.ids.map((id) => ["id", id]))}`;
    this.link.textContent = this.words.count("comparing", this.ids.length);
  }
}

/** Remember what is picked; where storage is forbidden, it lasts as long as the page. */
export function keep(ids) {
  try {
    sessionStorage.setItem("compare", JSON.stringify(ids));
  } catch {}
}

function kept() {
  try {
    const ids = JSON.parse(sessionStorage.getItem("compare") ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}
