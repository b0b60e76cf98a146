// The stretch of a text that says most of what was asked, in pieces: [text, isMarked].
const LENGTH = 28; // words

function excerpt(text, places) {
  const isSegmented = text.includes("\u200b"); // a script without spaces: the index says where words end
  const words = text.split(isSegmented ? "\u200b" : " ");
  const marked = new Map(places.map(({ l, s }) => [l, s]));
  const length = isSegmented ? LENGTH * 2 : LENGTH;
  const start = Math.max(0, Math.min(bestStart(marked, length), words.length - length));
  const pieces = [];
  if (start > 0) pieces.push(["… ", false]);
  const end = Math.min(words.length, start + length);
  for (let at = start; at < end; at += 1) {
    const isMarked = marked.has(at);
    const space = isSegmented ? "" : " ";
    const last = pieces.at(-1);
    if (last && last[1] === isMarked) last[0] += words[at] + space;
    else if (isMarked) pieces.push([words[at], true], [space, false]);
    else if (last && !last[1]) last[0] += words[at] + space;
    else pieces.push([words[at] + space, false]);
  }
  if (end < words.length) pieces.push(["…", false]);
  return pieces.filter(([piece]) => piece);
}

// Where the words that weigh most stand together; a little before the first of them.
function bestStart(marked, length) {
  const at = [...marked.keys()].sort((a, b) => a - b);
  let best = [0, 0];
  at.forEach((first, number) => {
    let weight = 0;
    for (let next = number; next < at.length && at[next] < first + length; next += 1) weight += marked.get(at[next]);
    if (weight > best[0]) best = [weight, first];
  });
  return best[1] - 4;
}
