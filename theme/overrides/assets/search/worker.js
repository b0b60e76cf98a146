// Asks the index of one language, which is made of shards. Pagefind's WebAssembly searches each of them; what it is given,
// what is shown of a page, and what comes first, is decided here.
importScripts("query.js", "excerpt.js");

const HEAD = 12; // bytes that Pagefind puts before what it packs
const FIRST = 4; // shards of which the first answer is made
const FEW = 5; // results below which a query is widened
const WIDENED = 0.05; // how much a result weighs that has only some of the words
const WEIGHTS = { meta_weights: { title: 5, keys: 4, names: 2, labels: 1.5, bodies: 1.5, terms: 0.8, wider: 0.5 }, page_length: 0.6 };
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
  if (!asked.searches.length) return tell(true);
  // Entries lie in shards by chance, so the best of a few shards are a fair first answer, for a part of what all of them weigh.
  for (const some of [list.shards.slice(0, FIRST), list.shards.slice(FIRST)]) {
    await Promise.all(some.map(async (shard) => {
      await (shard.ready ??= load(shard, list));
      for (const one of asked.searches) await find(shard, one, found);
    }));
    if (!isWanted()) return;
    if (some.length === FIRST && found.size >= limit && list.shards.length > FIRST) await tell(false);
  }
  if (found.size < FEW) for (const shard of list.shards) for (const one of asked.wider) await find(shard, one, found, WIDENED);
  await tell(true);
}

// The list of a language, and Pagefind's program for it.
async function open(language) {
  const list = await (await got(`${language}.json`, { cache: "no-cache" })).json();
  importScripts(new URL(list.script, root));
  await wasm_bindgen({ module_or_path: await unpacked(list.wasm) });
  list.language = language;
  list.shards = list.shards.map(([folder, count], number) => ({ folder, count, number, words: new Map() }));
  return prepared(list);
}

async function load(shard, list) {
  const pages = await unpacked(`${shard.folder}/pages`);
  shard.pointer = wasm_bindgen.set_ranking_weights(wasm_bindgen.init_pagefind(pages), JSON.stringify(WEIGHTS));
  // The pages are known to the program by hashes, which stand in their order at the beginning of this file.
  const hashes = new TextDecoder("latin1").decode(pages).match(new RegExp(`${list.language}_[0-9a-f]{7,}`, "g"));
  shard.page = new Map(hashes.slice(0, shard.count).map((hash, page) => [hash, page]));
}

async function find(shard, { terms, weight }, found, factor = 1) {
  const needed = JSON.parse(wasm_bindgen.request_indexes(shard.pointer, terms)).filter(Boolean);
  await Promise.all(needed.map((hash) => {
    if (!shard.words.has(hash)) {
      shard.words.set(hash, unpacked(`${shard.folder}/${hash}.words`).then((data) => {
        shard.pointer = wasm_bindgen.load_index_chunk(shard.pointer, data);
      }));
    }
    return shard.words.get(hash);
  }));
  const { results } = JSON.parse(wasm_bindgen.search(shard.pointer, terms, terms, "{}", "", false, false));
  for (const { p, s, l } of results) {
    const page = shard.page.get(p);
    const place = shard.number * 10000 + page;
    const before = found.get(place);
    const score = s * weight * factor + (before?.score ?? 0);
    found.set(place, { place, shard, page, score, places: [...(before?.places ?? []), ...l] });
  }
}

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
