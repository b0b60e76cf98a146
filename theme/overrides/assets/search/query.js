// What a query means: which States, provisions, articles and themes it names, and what the index is asked for it.
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const HAN = /\p{Script=Han}/u;
const NUMERALS = "零一二三四五六七八九";
const CODE = /^[A-Z]{2,4}$/;
const JOINED = ["و", "ف", "ب", "ل", "ك", "وب", "ول"]; // what Arabic writes together with the next word
const SHORTEST = 4; // letters of which a beginning of a name is taken for it
const WIDEST = 0.4; // how far words may be from each other that are spelt nearly alike

// A text in small letters, without marks above them, digits as 0 to 9; what is no letter or number is a space, hyphens are gone.
function bare(text) {
  return numbered(text).normalize("NFD").replace(/\p{M}/gu, "").replace(/\p{Pd}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function numbered(text) {
  return text.normalize("NFKC").toLowerCase().replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
}

// The list of a language, ready to be asked.
function prepared(list) {
  list.named = list.named.map(([key, value, word, label, path, count, forms]) => ({ key, value, word, label, path, count, forms }));
  list.forms = [];
  list.codes = new Map();
  list.at = new Map();
  for (const one of list.named) {
    list.at.set(`${one.key} ${one.value}`, one);
    for (const form of one.forms) {
      if (CODE.test(form)) list.codes.set(form, one);
      else list.forms.push([bare(form), one]);
    }
  }
  list.forms = list.forms.filter(([form]) => form).sort((a, b) => b[0].length - a[0].length).map(([form, one]) => [form, one, written(form)]);
  list.stop = new Set(list.stop.map(bare));
  list.division = list.division.map(bare).sort((a, b) => b.length - a.length);
  const before = `(?:(?<said>${list.division.join("|")})\\.?\\s*|第\\s*)?`;
  const part = "(?:\\s*[.．]\\s*|\\s*条\\s*第?\\s*|\\s*\\(\\s*|\\s*,?\\s*(?:para(?:graph|graphe)?|par|párrafo|parrafo|пункт|п|الفقره|الفقرة|§)\\.?\\s*)";
  list.reference = new RegExp(`(?<![\\p{L}\\p{N}.])${before}(?<article>\\d{1,2})(?:${part}(?<paragraph>\\d{1,2})\\)?\\s*[款项]?)?(?:\\s*\\(?\\s*(?<point>[a-f])\\s*\\))?(?<han>\\s*条)?(?![\\p{L}\\p{N}])`, "gu");
  return list;
}

// `searches` are what all of the index is asked, `wider` what it is asked where that finds little, each with its weight.
function understand(text, list) {
  const answers = new Map();
  const named = (one) => answers.set(`${one.key} ${one.value}`, one);
  const words = [];
  const meant = (one) => (named(one), words.push(one.word));
  const rest = references(codes(text, list, meant), list, meant);
  const also = [];
  let plain = ` ${bare(rest)} `;
  for (const [form, one, ways] of list.forms) {
    const place = standing(plain, ways);
    if (!place) continue;
    named(one);
    if (one.key === "state") {
      words.push(one.word);
      plain = `${plain.slice(0, place[0])} ${plain.slice(place[1])}`;
    } else also.push([form, one.word]);
  }
  if (!answers.size && bare(rest).length >= SHORTEST) begun(bare(rest), list).forEach(named);
  const terms = segmented(plain, list.language);
  const kept = terms.filter((term) => !list.stop.has(term));
  const asked = kept.length || words.length ? kept : terms;
  const whole = [...words, ...asked].join(" ");
  const searches = whole ? [{ terms: whole, weight: 1 }] : [];
  for (const [form, word] of also) {
    const others = asked.filter((term) => !form.includes(term));
    searches.push({ terms: [...words, word, ...others].join(" "), weight: 0.5 });
  }
  const wider = [...words, ...asked].map((term) => ({ terms: term, weight: 1 }));
  const shown = [...answers.values()].map(({ key, value, label, path, count }) => ({ key, value, label, path, count }));
  return { answers: shown.slice(0, 4), searches: searches.slice(0, 4), wider: wider.slice(0, 12) };
}

// Provisions and articles by their number: "8.4", "art. 8", "6.1 (a)", "第八条第四款". A number alone is an article where it is all there is.
function references(text, list, named) {
  const spelt = text.replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)(?=[条款项])/g, (_, tens, ones) => `${tens ? NUMERALS.indexOf(tens) : 1}${ones ? NUMERALS.indexOf(ones) : 0}`)
    .replace(/[一二三四五六七八九](?=[条款项])/g, (numeral) => NUMERALS.indexOf(numeral));
  return numbered(spelt).normalize("NFD").replace(/\p{M}/gu, "").replace(list.reference, (all, ...groups) => {
    const { said, article, paragraph, point, han } = groups.at(-1);
    const isAlone = all.trim() === numbered(text).trim();
    const number = paragraph ? `${article}.${paragraph}` : article;
    const one = (point && list.at.get(`provision ${number}(${point})`)) || (paragraph && list.at.get(`provision ${number}`))
      || (!paragraph && !point && (said || han || isAlone) && list.at.get(`article ${article}`));
    if (!one) return all;
    named(one);
    return " ";
  });
}

// ISO codes and initials, where they are written in capitals or are all that is asked.
function codes(text, list, named) {
  const whole = list.codes.get(text.trim().toUpperCase());
  if (whole) named(whole);
  return whole ? "" : text.replace(/(?<![\p{L}\p{N}])[A-Z]{2,4}(?![\p{L}\p{N}])/gu, (word) => {
    const one = list.codes.get(word);
    if (one) named(one);
    return one ? " " : word;
  });
}

// How a name is written in a text: as words of its own where its script has spaces.
function written(form) {
  if (HAN.test(form)) return [form];
  return /\p{Script=Arabic}/u.test(form) ? ["", ...JOINED].map((joined) => ` ${joined}${form} `) : [` ${form} `];
}

// From where to where one of these stands in a text.
function standing(text, ways) {
  for (const words of ways) {
    const at = text.indexOf(words);
    if (at >= 0) return [at, at + words.length];
  }
  return null;
}

// What has a word that begins like the query, in the language of the page.
function begun(text, list) {
  return list.named.filter((one) => one.count && (one.plain ??= ` ${bare(one.label)}`).includes(` ${text}`)).slice(0, 3);
}

function segmented(text, language) {
  const words = text.split(" ").filter(Boolean);
  if (!["zh", "ja", "th"].includes(language) || typeof Intl.Segmenter !== "function") return words;
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return words.flatMap((word) => [...segmenter.segment(word)].map(({ segment }) => segment)).filter((word) => word.trim());
}

// Words of names and headings that are spelt nearly like one of the query's.
function nearest(text, list) {
  const asked = bare(text).split(" ").filter((word) => word.length > 2 && !list.stop.has(word)).slice(0, 8);
  list.spelt ??= spelt(list);
  const ranked = [];
  for (const [plain, word] of list.spelt) {
    const gap = Math.min(...asked.map((one) => gapBetween(one, plain)));
    if (gap < WIDEST) ranked.push([gap, word.toLowerCase()]);
  }
  return [...new Set(ranked.sort((a, b) => a[0] - b[0]).map(([, word]) => word))].slice(0, 5);
}

// The words of names and headings that would find something, as they are written.
function spelt(list) {
  const words = new Map();
  for (const { label, count } of list.named) {
    if (count) for (const word of label.split(/[^\p{L}\p{M}-]+/u)) if (word.length > 3 && !list.stop.has(bare(word))) words.set(bare(word), word);
  }
  return words;
}

// How far two words are from each other, 0 to 1; their lengths alone say of most that they are too far.
function gapBetween(one, other) {
  const longest = Math.max(one.length, other.length);
  const atLeast = Math.abs(one.length - other.length) / longest;
  return atLeast < WIDEST ? distance(one.slice(0, 40), other) / longest : atLeast;
}

// How many letters must be changed, added or left out to make one word of another (Levenshtein).
function distance(one, other) {
  let last = Array.from({ length: other.length + 1 }, (_, number) => number);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      next.push(Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (one[row - 1] !== other[column - 1])));
    }
    last = next;
  }
  return last[other.length];
}
