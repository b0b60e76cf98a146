// Asks the index of one language, which is made of shards. Pagefind's WebAssembly searches each of them; what it is given,
// what is shown of a page, and what comes first, is decided here.
const files = import("../files.js"); // comes while the scripts do
importScripts("query.js", "excerpt.js", "vocabulary.js");

const HEAD = 12; // bytes that Pagefind puts before what it packs
const FIRST = 1; // shards of which the first answer is made
const MORE = 8; // times as many shards have been asked when the next answer is made
const AT_ONCE = 16; // shards that are asked at the same time
const PAUSE = 200; // ms after the first answer in which who types goes on to the next letter, which finds nothing else being done
const BREATH = 80; // ms in which a page shows an answer before the next one is looked for: on a small machine each would hold up the other
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
  if (data?.prepare) prepare(data.prepare).catch(() => {}); // what cannot be had is said to who asks for it
  if (data?.ask === undefined) return;
  let isWanted = true;
  data.port.onmessage = () => (isWanted = false);
  const say = (answer) => data.port.postMessage(answer);
  answer(data, () => isWanted, say).catch((error) => say({ error: String(error?.message ?? error) }));
});

// Somebody is about to ask: what every first answer needs is fetched before, and the program has run once, which compiles it.
async function prepare(language) {
  const list = await (opened ??= open(language));
  await Promise.all(list.shards.slice(0, FIRST).flatMap((shard) => [ready(shard, list), idsOf(shard)]));
  for (const { terms } of understand("a", list).searches) searched(list.speaker, terms);
}

async function answer({ ask, language, limit, ids }, isWanted, say) {
  opened ??= open(language);
  const list = await opened;
  const asked = understand(ask, list);
  const found = new Map(); // what has all of the words
  const partly = new Map(); // what has some of them, or words that begin like them; shown where that is all there is
  const tell = async (isComplete) => {
    const best = together(found, partly).sort((a, b) => b.score - a.score || a.place - b.place);
    const results = await Promise.all(best.slice(0, limit).map((one) => shown(one, list)));
    const scores = ids ? await scored(best) : undefined;
    const near = isComplete && !best.length ? nearest(ask, list) : [];
    if (isWanted()) say({ isComplete, total: best.length, answers: asked.answers, results, near, scores });
    return best.length;
  };
  if (!asked.searches.length || !list.shards.length) return tell(true);
  // Entries lie in shards by chance, so the best of one are a fair first answer, for a part of what all of them weigh. Where that
  // is less than what is shown, more of them make the next answer; all that are known so far are told to who asks for the ids.
  let told = 0;
  const tellSoFar = async () => {
    if (!isWanted() || told >= Math.min(found.size || partly.size, ids ? Infinity : limit)) return;
    const pause = told ? BREATH : PAUSE;
    told = await tell(false);
    await new Promise((resolve) => setTimeout(resolve, pause));
  };
  let wider;
  const widened = new Set(); // the shards that were asked for pages with some of the words
  const widen = async (some) => {
    wider ??= await alike(asked.wider, list, isWanted);
    await each(some.filter((shard) => !widened.has(shard)), wider, isWanted, (shard, one) => find(shard, one, list, isWanted, partly, ids, WIDENED));
    some.forEach((shard) => widened.add(shard));
  };
  const searches = await located(asked.searches, list);
  const shards = list.shards.filter(({ number }) => searches.some(({ among }) => among.has(number)));
  for (let start = 0, end = FIRST; start < shards.length && isWanted(); [start, end] = [end, end * MORE]) {
    await each(shards.slice(start, end), searches, isWanted, (shard, one) => find(shard, one, list, isWanted, found, ids));
    if (end >= shards.length) break;
    if (start && !found.size && !told) await widen(shards.slice(0, end));
    await tellSoFar();
  }
  for (let end = FIRST; isWanted() && found.size < FEW; end *= MORE) {
    await widen(list.shards.slice(0, end));
    if (end >= list.shards.length) break;
    await tellSoFar();
  }
  if (isWanted()) await tell(true);
}

// Each of the searches after another, in those of several shards at once that may answer it, as long as somebody waits for the answer.
async function each(shards, searches, isWanted, work) {
  const waiting = shards.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const shard of waiting) {
      for (const one of searches) {
        if (!one.among.has(shard.number)) continue;
        await heard();
        if (!isWanted()) return;
        await work(shard, one);
      }
    }
  }));
}

// Lets the messages in that have come meanwhile, as that an answer is not wanted any more.
const heard = () => new Promise((resolve) => {
  const { port1: here, port2: there } = new MessageChannel();
  here.onmessage = () => (here.close(), resolve());
  there.postMessage("");
});

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
  list.vocabulary ??= []; // the names of its parts, and below what has come of them
  list.parts = [];
  list.everywhere = new Set(list.shards.keys());
  list.shards = list.shards.map(([folder], number) => ({ folder, number, words: new Map(), come: [], held: [] }));
  return prepared(list);
}

const ready = (shard, list) => (shard.ready ??= load(shard, list));

async function load(shard, list) {
  const pages = await unpacked(`${shard.folder}/pages`, HEAD, urgency(shard));
  shard.pointer = wasm_bindgen.set_ranking_weights(wasm_bindgen.init_pagefind(pages), JSON.stringify(WEIGHTS));
  list.speaker ??= wasm_bindgen.enter_playground_mode(wasm_bindgen.init_pagefind(pages)); // says the stems of words; nothing is looked for in it
}

// The pages of a shard that have the words are added to `into`: all of the words or, where they are `widened` by a factor, what
// the program takes for them. It leaves out a word that a shard does not hold, and takes "on" for "online" where that is missing.
async function find(shard, { terms, weight, isSure, like }, list, isWanted, into, ids, widened = 0) {
  await ready(shard, list);
  const words = terms.split(" ");
  const isHeld = (word) => holds(shard, stemOf(word, list));
  // What stands for a State or a provision is rarer than most words, so it is looked for first: many shards need not be asked for the others.
  if (!isSure && NAMED.test(words[0])) {
    await fetched(shard, words[0]);
    if (!isHeld(words[0])) return;
  }
  await fetched(shard, like ? `${terms} ${like}` : terms);
  if (!isWanted()) return;
  if (!isSure && !widened && !words.every(isHeld)) return;
  take(shard);
  const { results } = searched(shard.pointer, terms);
  if (ids && results.length) idsOf(shard).catch(() => {}); // which come while the next shard is asked; a failure is told with the answer
  for (const { p, s, l } of results) {
    const page = Number.parseInt(p, 10); // its number and, behind it, whose language its text is in
    const place = shard.number * 10000 + page;
    const before = into.get(place);
    const words = (before?.words ?? 0) + 1;
    const score = s * weight * (widened || 1) * (p.endsWith(OTHER) ? FOREIGN : 1) + (before?.score ?? 0);
    into.set(place, { place, shard, page, score, words, places: [...(before?.places ?? []), ...l] });
  }
}

const searched = (pointer, terms) => JSON.parse(wasm_bindgen.search(pointer, terms, terms, "{}", "", false, false));

// The stem of a word, as the program makes it.
function stemOf(word, list) {
  if (!list.stems.has(word)) list.stems.set(word, searched(list.speaker, word).search_keywords.join(" "));
  return list.stems.get(word);
}

// Whether a shard holds a stem, or one that begins with it: in the files that were fetched each stands behind its length (CBOR).
function holds(shard, stem, isWhole = false) {
  take(shard);
  const letters = bytes(new TextEncoder().encode(stem));
  return shard.held.some((file) => {
    for (let at = file.indexOf(letters); at > 0; at = file.indexOf(letters, at + 1)) {
      const length = file.charCodeAt(at - 1);
      const said = file.charCodeAt(at - 2) === 0x78 ? length : length >= 0x60 && length < 0x78 ? length - 0x60 : 0;
      if (isWhole ? said === letters.length : said >= letters.length) return true;
    }
    return false;
  });
}

// Have those files of the index fetched that words stand in.
function fetched(shard, terms) {
  const needed = JSON.parse(wasm_bindgen.request_indexes(shard.pointer, terms)).filter(Boolean);
  return Promise.all(needed.map((hash) => {
    if (!shard.words.has(hash)) shard.words.set(hash, unpacked(`${shard.folder}/${hash}.words`, HEAD, urgency(shard)).then((data) => shard.come.push(data)));
    return shard.words.get(hash);
  }));
}

// What has come of the index is given to the program; not before it is needed, since a question may not be wanted any more.
function take(shard) {
  for (const data of shard.come.splice(0)) {
    shard.pointer = wasm_bindgen.load_index_chunk(shard.pointer, data);
    shard.held.push(bytes(data));
  }
}

// What is shown of the first answer comes before the shards of the next one.
const urgency = (shard) => ({ priority: shard.number < FIRST ? "high" : "low" });

const bytes = (data) => new TextDecoder("latin1").decode(data); // a letter each

async function shown({ shard, page, score, places }, list) {
  const { text, states, provisions, id, title, language, spoken } = await entry(shard, page, list.leaflet);
  return {
    id, score, title, language, states, provisions, spoken, path: `practices/${id}/`,
    direction: list.directions[language], spokenDirection: list.directions[spoken], excerpt: excerpt(text, places),
  };
}

// The score of every id that was found.
async function scored(found) {
  const shards = [...new Set(found.map(({ shard }) => shard))];
  const all = new Map(await Promise.all(shards.map(async (shard) => [shard, await idsOf(shard)])));
  return new Map(found.map(({ shard, page, score }) => [all.get(shard)[page], score]));
}

async function entry(shard, page, size) {
  const path = `${shard.folder}/${Math.floor(page / size)}.texts`;
  if (!leaflets.has(path)) leaflets.set(path, unpacked(path, 0).then((data) => JSON.parse(new TextDecoder().decode(data))));
  return (await leaflets.get(path))[page % size];
}

const idsOf = (shard) => (shard.ids ??= got(`${shard.folder}/ids.json`).then((response) => response.json()));

const got = async (path, options) => (await files).fetched(new URL(path, root), options);

async function unpacked(path, head = HEAD, options) {
  const within = await (await files).unpacked(new URL(path, root), options);
  return new Uint8Array(await within.arrayBuffer()).subarray(head);
}
