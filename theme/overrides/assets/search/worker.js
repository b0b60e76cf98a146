// Asks the index of one language, which is made of shards. Pagefind's WebAssembly searches each of them; what it is given,
// what is shown of a page, and what comes first, is decided here.
importScripts("query.js", "excerpt.js");

const HEAD = 12; // bytes that Pagefind puts before what it packs
const FIRST = 8; // shards of which the first answer is made
const MORE = 4; // times as many shards have been asked when the next answer is made
const FEW = 5; // results below which a query is widened
const WIDENED = 0.05; // how much a result weighs that has only some of the words
const FOREIGN = 0.9; // and one whose text is not in the reader's language: nearly as much, so that it comes second where both answer equally
const WEIGHTS = { meta_weights: { title: 5, keys: 4, names: 2, labels: 1.5, bodies: 1.5, terms: 0.8, wider: 0.5 }, page_length: 0.6 };
const NAMED = /^q[a-z0-9]+z$/; // what stands for a State or the like
const OTHER = "x"; // behind the number of a page whose text is in another language than the reader's
const root = new URL("../../search/", location.href);
const leaflets = new Map();
let opened;

addEventListener("message", ({ data }) => {
  if (data?.ask === undefined) return;
  let isWanted = true;
  data.port.onmessage = () => (isWanted = false);
  const say = (answer) => data.port.postMessage(answer);
  answer(data, () => isWanted, say).catch((error) => say({ error: String(error?.message ?? error) }));
});

async function answer({ ask, language, limit, ids }, isWanted, say) {
  opened ??= open(language);
  const list = await opened;
  const asked = understand(ask, list);
  const found = new Map(); // what has all of the words
  const partly = new Map(); // what has some of them, or words that begin like them; shown where that is all there is
  const tell = async (isComplete) => {
    const best = together(found, partly).sort((a, b) => b.score - a.score || a.place - b.place);
    const results = await Promise.all(best.slice(0, limit).map((one) => shown(one, list)));
    const scores = ids ? new Map(await Promise.all(best.map(async (one) => [(await idsOf(one.shard))[one.page], one.score]))) : undefined;
    const near = isComplete && !best.length ? nearest(ask, list) : [];
    if (isWanted()) say({ isComplete, total: best.length, answers: asked.answers, results, near, scores });
    return best.length;
  };
  if (!asked.searches.length) return tell(true);
  // Entries lie in shards by chance, so the best of a few shards are a fair first answer, for a part of what all of them weigh.
  // Where that is less than what is shown, more of them make the next answer.
  let told = 0;
  let widened = 0; // how many of the shards were asked for pages with some of the words
  for (let start = 0, end = FIRST; start < list.shards.length && isWanted(); [start, end] = [end, end * MORE]) {
    const some = list.shards.slice(start, end);
    await each(some, asked.searches, (shard, one) => find(shard, one, list, found));
    if (end >= list.shards.length) break;
    if (!found.size && !told) {
      await each(some, asked.wider, (shard, one) => find(shard, one, list, partly, WIDENED));
      widened = end;
    }
    if (told < Math.min(found.size || partly.size, limit)) told = await tell(false);
  }
  if (!isWanted()) return;
  if (found.size < FEW) await each(list.shards.slice(widened), asked.wider, (shard, one) => find(shard, one, list, partly, WIDENED));
  await tell(true);
}

// Each of the searches after another, in all of the shards at once.
const each = (shards, searches, work) => Promise.all(shards.map(async (shard) => {
  for (const one of searches) await work(shard, one);
}));

// What was found, with what was found in part where there is little else: the more of the words, the better.
function together(found, partly) {
  if (found.size >= FEW) return [...found.values()];
  const all = new Map([...partly].map(([place, one]) => [place, { ...one, score: one.score * one.words }]));
  for (const [place, one] of found) all.set(place, { ...one, score: one.score + (all.get(place)?.score ?? 0) });
  return [...all.values()];
}

// The list of a language, and Pagefind's program for it.
async function open(language) {
  const list = await (await got(`${language}.json`, { cache: "no-cache" })).json();
  importScripts(new URL(list.script, root));
  await wasm_bindgen({ module_or_path: await unpacked(list.wasm) });
  list.language = language;
  list.stems = new Map();
  list.shards = list.shards.map(([folder], number) => ({ folder, number, words: new Map(), held: [] }));
  return prepared(list);
}

async function load(shard, list) {
  const pages = await unpacked(`${shard.folder}/pages`);
  shard.pointer = wasm_bindgen.set_ranking_weights(wasm_bindgen.init_pagefind(pages), JSON.stringify(WEIGHTS));
  list.speaker ??= wasm_bindgen.enter_playground_mode(wasm_bindgen.init_pagefind(pages)); // says the stems of words; nothing is looked for in it
}

// The pages of a shard that have the words are added to `into`: all of the words or, where they are `widened` by a factor, what
// the program takes for them. It leaves out a word that a shard does not hold, and takes "on" for "online" where that is missing.
async function find(shard, { terms, weight }, list, into, widened = 0) {
  await (shard.ready ??= load(shard, list));
  const words = terms.split(" ");
  // What stands for a State or a provision is rarer than most words, so it is looked for first: many shards need not be asked for the others.
  if (NAMED.test(words[0])) {
    await fetched(shard, words[0]);
    if (!holds(shard, words[0], list)) return;
  }
  await fetched(shard, terms);
  if (!widened && !words.every((word) => holds(shard, word, list))) return;
  for (const { p, s, l } of searched(shard.pointer, terms).results) {
    const page = Number.parseInt(p, 10); // its number and, behind it, whose language its text is in
    const place = shard.number * 10000 + page;
    const before = into.get(place);
    const words = (before?.words ?? 0) + 1;
    const score = s * weight * (widened || 1) * (p.endsWith(OTHER) ? FOREIGN : 1) + (before?.score ?? 0);
    into.set(place, { place, shard, page, score, words, places: [...(before?.places ?? []), ...l] });
  }
}

const searched = (pointer, terms) => JSON.parse(wasm_bindgen.search(pointer, terms, terms, "{}", "", false, false));

// Whether a shard holds a word, or one that begins with it: in the files that were fetched each word stands behind its length (CBOR).
function holds(shard, word, list) {
  if (!list.stems.has(word)) list.stems.set(word, searched(list.speaker, word).search_keywords.map((stem) => bytes(new TextEncoder().encode(stem))));
  return list.stems.get(word).every((stem) => shard.held.some((file) => {
    for (let at = file.indexOf(stem); at > 0; at = file.indexOf(stem, at + 1)) {
      const length = file.charCodeAt(at - 1);
      if ((length >= 0x60 + stem.length && length < 0x78) || (file.charCodeAt(at - 2) === 0x78 && length >= stem.length)) return true;
    }
    return false;
  }));
}

// Have those files of the index that words stand in.
function fetched(shard, terms) {
  const needed = JSON.parse(wasm_bindgen.request_indexes(shard.pointer, terms)).filter(Boolean);
  return Promise.all(needed.map((hash) => {
    if (!shard.words.has(hash)) {
      shard.words.set(hash, unpacked(`${shard.folder}/${hash}.words`).then((data) => {
        shard.pointer = wasm_bindgen.load_index_chunk(shard.pointer, data);
        shard.held.push(bytes(data));
      }));
    }
    return shard.words.get(hash);
  }));
}

const bytes = (data) => new TextDecoder("latin1").decode(data); // a letter each

async function shown({ shard, page, score, places }, list) {
  const { text, states, provisions, id, title, language, spoken } = await entry(shard, page, list.leaflet);
  return {
    id, score, title, language, states, provisions, spoken, path: `practices/${id}/`,
    direction: list.directions[language], spokenDirection: list.directions[spoken], excerpt: excerpt(text, places),
  };
}

async function entry(shard, page, size) {
  const path = `${shard.folder}/${Math.floor(page / size)}.texts`;
  if (!leaflets.has(path)) leaflets.set(path, unpacked(path, 0).then((data) => JSON.parse(new TextDecoder().decode(data))));
  return (await leaflets.get(path))[page % size];
}

const idsOf = (shard) => (shard.ids ??= got(`${shard.folder}/ids.json`).then((response) => response.json()));

async function got(path, options) {
  const response = await fetch(new URL(path, root), options);
  if (!response.ok) throw new Error(`${path} is missing`);
  return response;
}

async function unpacked(path, head = HEAD) {
  const response = await got(path);
  const stream = response.body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer()).subarray(head);
}
