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
const NOWHERE = '{"nowhere":"nowhere"}'; // a filter that leaves nothing to be weighed, so that pages are only counted
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
  const found = new Map();
  const tell = async (isComplete) => {
    const best = [...found.values()].sort((a, b) => b.score - a.score || a.place - b.place);
    const results = await Promise.all(best.slice(0, limit).map((one) => shown(one, list)));
    const scores = ids ? new Map(await Promise.all(best.map(async (one) => [(await idsOf(one.shard))[one.page], one.score]))) : undefined;
    const near = isComplete && !best.length ? nearest(ask, list) : [];
    if (isWanted()) say({ isComplete, total: best.length, answers: asked.answers, results, near, scores });
  };
  // Entries lie in shards by chance, so the best of a few shards are a fair first answer, for a part of what all of them weigh.
  // Where that is less than what is shown, more of them make the next answer.
  let told = 0;
  const through = async (searches, factor) => {
    for (let start = 0, end = FIRST; start < list.shards.length && isWanted(); [start, end] = [end, end * MORE]) {
      await Promise.all(list.shards.slice(start, end).map(async (shard) => {
        await (shard.ready ??= load(shard));
        for (const one of searches) await find(shard, one, found, factor);
      }));
      if (end < list.shards.length && told < Math.min(found.size, limit)) {
        told = found.size;
        await tell(false);
      }
    }
  };
  await through(asked.searches, 1);
  if (found.size < FEW) await through(asked.wider, WIDENED);
  await tell(true);
}

// The list of a language, and Pagefind's program for it.
async function open(language) {
  const list = await (await got(`${language}.json`, { cache: "no-cache" })).json();
  importScripts(new URL(list.script, root));
  await wasm_bindgen({ module_or_path: await unpacked(list.wasm) });
  list.language = language;
  list.shards = list.shards.map(([folder], number) => ({ folder, number, words: new Map() }));
  return prepared(list);
}

async function load(shard) {
  const pages = await unpacked(`${shard.folder}/pages`);
  shard.pointer = wasm_bindgen.set_ranking_weights(wasm_bindgen.init_pagefind(pages), JSON.stringify(WEIGHTS));
}

async function find(shard, { terms, weight }, found, factor) {
  const words = terms.split(" ");
  // The program leaves out a word that a shard does not hold, and gives what has the others; but only pages with all words are wanted.
  const has = (word) => searched(shard, word, NOWHERE).unfiltered_total;
  // What stands for a State or a provision is rarer than most words, so it is looked for first: many shards need not be asked for the others.
  if (NAMED.test(words[0])) {
    await fetched(shard, words[0]);
    if (!has(words[0])) return;
  }
  await fetched(shard, terms);
  if (!words.every(has)) return;
  for (const { p, s, l } of searched(shard, terms).results) {
    const page = Number.parseInt(p, 10); // its number and, behind it, whose language its text is in
    const place = shard.number * 10000 + page;
    const before = found.get(place);
    const score = s * weight * factor * (p.endsWith(OTHER) ? FOREIGN : 1) + (before?.score ?? 0);
    found.set(place, { place, shard, page, score, places: [...(before?.places ?? []), ...l] });
  }
}

// Have those files of the index that words stand in.
function fetched(shard, terms) {
  const needed = JSON.parse(wasm_bindgen.request_indexes(shard.pointer, terms)).filter(Boolean);
  return Promise.all(needed.map((hash) => {
    if (!shard.words.has(hash)) {
      shard.words.set(hash, unpacked(`${shard.folder}/${hash}.words`).then((data) => {
        shard.pointer = wasm_bindgen.load_index_chunk(shard.pointer, data);
      }));
    }
    return shard.words.get(hash);
  }));
}

const searched = (shard, terms, filter = "{}") => JSON.parse(wasm_bindgen.search(shard.pointer, terms, terms, filter, "", false, false));

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
