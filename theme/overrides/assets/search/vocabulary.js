// Which shards hold a word: the vocabulary of a language, which lies in parts (generator/search/vocabulary.py says how). It only spares
// questions: of what it does not say, because there is none or a part is missing or damaged, the shards themselves are asked.
const STEPS = 48; // the letter for nothing shared, and for the next shard
const ALONE = 0x2e80; // from here on a letter is a word's whole beginning

// In which of so many parts a word lies, with all that begin with it; none where it is too short to tell.
function partOf(word, parts) {
  const [first, second] = [...word.slice(0, 4)].map((letter) => letter.codePointAt(0));
  if (first < ALONE && second === undefined) return NaN;
  return (first * 41 + (first < ALONE ? second : 0)) % parts;
}

// Words, and the shards of each as they are written.
function partFrom(text, shards) {
  const [ends, steps] = text.split("\n\n").map((lines) => lines.split("\n"));
  if (ends.length !== steps?.length) throw new Error("a part of the vocabulary is damaged");
  let word = "";
  return ends.map((end, at) => {
    word = word.slice(0, end.charCodeAt(0) - STEPS) + end.slice(1);
    if (!steps[at] || numbers(steps[at]).at(-1) >= shards) throw new Error("a part of the vocabulary is damaged");
    return [word, steps[at]];
  });
}

function numbers(steps) {
  let last = -1;
  return [...steps].map((step) => (last += step.charCodeAt(0) - STEPS + 1));
}

// What a part says of a stem: the numbers of the shards with words that begin so or, where there are none, with the longest word
// that the stem begins with, if that is half of it at least.
function saidOf(stem, part) {
  const among = new Set();
  let like = ["", ""];
  for (const [word, steps] of part) {
    if (word.startsWith(stem)) for (const number of numbers(steps)) among.add(number);
    else if (isLike(word, stem) && word.length > like[0].length) like = [word, steps];
  }
  return among.size ? { among } : { among, like: like[0], alike: new Set(numbers(like[1])) };
}

function isLike(word, stem) {
  return stem.startsWith(word) && word.length * 2 >= stem.length;
}

// Searches with the numbers of the shards that may hold all of their words; `isSure` where the vocabulary says so of every word.
function located(searches, list) {
  return Promise.all(searches.map(async (one) => {
    const words = one.terms.split(" ");
    const [first] = list.shards;
    await ready(first, list);
    if (!words.every((word) => list.parts[partAt(word, list)]?.isHere)) fetched(first, one.terms).catch(() => {}); // meanwhile; told when it is asked
    const said = await Promise.all(words.map((word) => known(word, list)));
    const among = [...list.everywhere].filter((number) => said.every((word) => !word || word.among.has(number)));
    return { ...one, among: new Set(among), isSure: said.every(Boolean) };
  }));
}

// The same of searches for one word each, or for what is `like` it where no shard holds it.
function alike(searches, list, isWanted) {
  return Promise.all(searches.map(async (one) => {
    const { among, like, alike } = (await known(one.terms, list)) ?? (await heldBy(one.terms, list, isWanted));
    return like ? { ...one, among: alike, like } : { ...one, among };
  }));
}

// What the vocabulary says of a word, if it does.
async function known(word, list) {
  const at = partAt(word, list);
  if (!(at in list.vocabulary)) return null;
  list.parts[at] ??= part(list.vocabulary[at], list);
  const words = await list.parts[at].words;
  return words && saidOf(stemOf(word, list), words);
}

const partAt = (word, list) => partOf(stemOf(word, list), list.vocabulary.length);

// Words that come; nothing comes of what is missing or damaged.
function part(name, list) {
  const one = { isHere: !name };
  const text = async () => new TextDecoder().decode(await unpacked(`${list.language}/${name}.vocabulary`, 0));
  const read = async () => (name ? partFrom(await text(), list.shards.length) : []);
  one.words = read().catch(() => null).finally(() => (one.isHere = true));
  return one;
}

// What the vocabulary would say of a word, asked of all shards.
async function heldBy(word, list, isWanted) {
  const stem = stemOf(word, list);
  const holding = async (terms, isHeld) => {
    const among = new Set();
    await each(list.shards, [{ among: list.everywhere }], isWanted, async (shard) => {
      await ready(shard, list);
      await fetched(shard, terms);
      if (isHeld(shard)) among.add(shard.number);
    });
    return among;
  };
  const among = await holding(word, (shard) => holds(shard, stem));
  for (let length = stem.length - 1; !among.size && isLike(stem.slice(0, length), stem); length -= 1) {
    const like = stem.slice(0, length);
    const alike = await holding(like, (shard) => holds(shard, like, true));
    if (alike.size) return { among, like, alike };
  }
  return { among };
}
