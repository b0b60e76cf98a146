// The choice as it stands in the address: `?article=8&state=KOR&state=BRA&sort=title&q=…`. Values are ids, in any order.

/** A longer question is cut here; nobody types that much. */
export const LONGEST = 200;

/**
 * What an address asks for. `known` has the values of each facet, `sorts` the ways to sort.
 *
 * Gives `chosen` (a map of facet to set of values), `sort` (empty where none is asked for), `q`, and what had to be left
 * out: `unknown`, pairs of key and value (no value where the key itself is unknown), and whether the question `isCut`.
 */
export function read(search, known, sorts) {
  const asked = { chosen: new Map(), sort: "", q: "", isCut: false, unknown: [] };
  for (const [key, value] of new URLSearchParams(search)) {
    if (key === "q") {
      [asked.q, asked.isCut] = cut(value);
    } else if (key === "sort" && sorts.has(value)) {
      asked.sort = value;
    } else if (known.get(key)?.has(value)) {
      asked.chosen.set(key, (asked.chosen.get(key) ?? new Set()).add(value));
    } else {
      asked.unknown.push(known.has(key) || key === "sort" ? [key, value] : [key]);
    }
  }
  return asked;
}

/** The question as it is asked: at most `LONGEST` characters, none of them half; and whether that cut it. */
export function cut(text) {
  const letters = [...text.slice(0, 2 * LONGEST + 2)];
  return letters.length > LONGEST ? [letters.slice(0, LONGEST).join(""), true] : [text, false];
}

/** The choice as the query of an address, its parts in the order of the facets, so that one choice has one address. */
export function write({ chosen, sort, q }, known) {
  const query = new URLSearchParams();
  for (const [key, values] of known) {
    for (const value of values) if (chosen.get(key)?.has(value)) query.append(key, value);
  }
  if (sort) query.set("sort", sort);
  if (q) query.set("q", q);
  const text = query.toString();
  return text && `?${text}`;
}
