// Cards, fetched when they are shown: each lies on a shelf, a small file, beside others whose ids fall there by chance.
import { packedJson } from "../files.js";
import { crc32 } from "./columns.js";

export class Cards {
  #shelves = new Map();

  /** `folder` is the address below which the shelves lie. */
  constructor(columns, folder) {
    this.columns = columns;
    this.folder = folder;
  }

  /** The cards of rows, in their order, each an `<article>` of its own; none in the place of one that could not be fetched. */
  async of(rows) {
    const shelves = await Promise.all(rows.map((row) => this.#shelf(row)));
    return rows.map((row, place) => this.#card(row, shelves[place]));
  }

  #shelf(row) {
    const { depth, places } = this.columns;
    const name = `${depth}-${depth ? places[row] >>> (32 - depth) : 0}`;
    if (!this.#shelves.has(name)) {
      const fetched = packedJson(new URL(`${name}.packed`, this.folder));
      this.#shelves.set(name, fetched.catch(() => (this.#shelves.delete(name), []))); // asked for again next time
    }
    return this.#shelves.get(name);
  }

  /** A card by its place, because the shelf may be newer than the columns; those that share a place stand in order. */
  #card(row, shelf) {
    const { places } = this.columns;
    let before = 0;
    while (places[row - before - 1] === places[row]) before++;
    const found = shelf.filter(([id]) => crc32(id) === places[row])[before];
    if (!found) return null;
    const holder = document.createElement("template");
    holder.innerHTML = found[1]; // drawn by the templates that draw the pages, where every text is escaped
    const card = holder.content.querySelector("article");
    card.dataset.id = found[0];
    return card;
  }
}
