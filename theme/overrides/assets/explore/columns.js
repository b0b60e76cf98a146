// All practices as columns of small numbers (`columns.json`): which of them a choice leaves, how many have each value, and
// in which order they stand. One pass over the rows answers all of that.

/** The values of one facet: `values`, and for each row the numbers of those that it has. */
class Facet {
  constructor(values, rows) {
    this.values = values;
    this.number = new Map(values.map((value, number) => [value, number]));
    this.starts = new Uint32Array(rows.length + 1);
    const items = [];
    rows.forEach((row, place) => {
      if (typeof row === "number") items.push(row);
      else items.push(...row);
      this.starts[place + 1] = items.length;
    });
    this.items = Uint16Array.from(items);
  }

  /** The facet that follows from another one, as an article follows from its provisions. */
  static derived(from, { values, map, none }) {
    const rows = [];
    for (let row = 0; row + 1 < from.starts.length; row++) {
      const own = from.of(row);
      const found = new Set(Array.from(own, (item) => map[item]).filter((item) => item >= 0));
      if (!own.length && none >= 0) found.add(none);
      rows.push([...found]);
    }
    return new Facet(values, rows);
  }

  of(row) {
    return this.items.subarray(this.starts[row], this.starts[row + 1]);
  }

  /** The first value of a row, or one after all others. */
  first(row) {
    return this.starts[row] < this.starts[row + 1] ? this.items[this.starts[row]] : this.values.length;
  }
}

export class Columns {
  constructor({ shared, own, titles, states }) {
    this.depth = shared.depth;
    this.same = new Map(Object.entries(shared.same));
    this.places = new Uint32Array(shared.steps.length);
    shared.steps.reduce((place, step, row) => (this.places[row] = place + step), 0);
    this.facets = new Map();
    for (const [key, { values, rows }] of Object.entries({ ...shared.columns, ...own })) {
      this.facets.set(key, new Facet(values, rows));
    }
    for (const [key, derived] of Object.entries(shared.derived)) {
      this.facets.set(key, Facet.derived(this.facets.get(derived.of), derived));
    }
    this.size = this.places.length;
    this.keys = this.#keys(shared.newest, titles, states);
    this.totals = this.select(new Map()).counts; // how many practices have each value, where nothing is chosen
  }

  /**
   * The rows that a choice leaves, among those in `within` where that is given; values of one facet stand beside each other,
   * facets narrow each other. `counts` has for each facet how many rows each value would give: as if nothing were chosen in it.
   */
  select(chosen, within = null) {
    const misses = new Uint8Array(this.size);
    const missed = new Uint8Array(this.size); // the last facet that a row does not fit
    if (within) misses.fill(2), within.forEach((row) => (misses[row] = 0));
    const facets = [...this.facets.entries()];
    facets.forEach(([key, facet], place) => {
      const values = [...(chosen.get(key) ?? [])];
      if (!values.length) return;
      const wanted = new Uint8Array(facet.values.length);
      for (const value of values) if (facet.number.has(value)) wanted[facet.number.get(value)] = 1;
      for (let row = 0; row < this.size; row++) {
        let fits = 0;
        for (let item = facet.starts[row]; item < facet.starts[row + 1]; item++) fits |= wanted[facet.items[item]];
        if (!fits) misses[row]++, (missed[row] = place);
      }
    });
    return { rows: this.#fitting(misses), counts: this.#counts(facets, misses, missed) };
  }

  /** Rows in an order; `scores`, by row, are for the order of the best match. */
  sorted(rows, order, scores = null) {
    const keys = this.keys[order] ?? this.keys.title;
    const compare = scores
      ? (one, other) => scores.get(other) - scores.get(one) || this.keys.title[one] - this.keys.title[other]
      : (one, other) => keys[one] - keys[other];
    return Array.from(rows).sort(compare);
  }

  /** The row of an id, or -1. */
  row(id) {
    if (this.same.has(id)) return this.same.get(id);
    const place = crc32(id);
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[middle] < place) low = middle + 1;
      else high = middle;
    }
    return this.places[low] === place ? low : -1;
  }

  #fitting(misses) {
    const rows = [];
    for (let row = 0; row < this.size; row++) if (!misses[row]) rows.push(row);
    return rows;
  }

  #counts(facets, misses, missed) {
    const counts = facets.map(([, facet]) => new Uint32Array(facet.values.length));
    facets.forEach(([, { starts, items }], place) => {
      const own = counts[place];
      for (let row = 0; row < this.size; row++) {
        if (misses[row] && (misses[row] > 1 || missed[row] !== place)) continue;
        for (let item = starts[row]; item < starts[row + 1]; item++) own[items[item]]++;
      }
    });
    return new Map(facets.map(([key, facet], place) => [key, new Map(facet.values.map((v, n) => [v, counts[place][n]]))]));
  }

  /** What each order sorts by, a number a row; practices that are alike in it stand by title. */
  #keys(newest, titles, states) {
    const [provision, state] = [this.facets.get("provision"), this.facets.get("state")];
    const unnamed = Math.max(0, ...states) + 1; // practices that name no State stand last
    const key = (rank) => Float64Array.from(titles, (title, row) => rank(row) * this.size + title);
    return {
      title: Float64Array.from(titles),
      newest: key((row) => newest[row]),
      article: key((row) => provision.first(row)),
      state: key((row) => states[state.first(row)] ?? unnamed),
    };
  }
}

/** CRC-32 of a text, which gives an entry its place (`shelves` in the generator). */
export function crc32(text) {
  let sum = -1;
  for (const byte of encoder.encode(text)) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255];
  return ~sum >>> 0;
}

const encoder = new TextEncoder();
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = (byte >>> 1) ^ (byte & 1 ? 0xedb88320 : 0);
  return byte;
});
