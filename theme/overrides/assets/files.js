// Files of the site, fetched. Those of which there are thousands lie there packed (gzip), since a host counts the bytes that
// lie there; their names end in a word of ours, so that none sends them as anything but what they are.

/** What the site answers at an address; fails where there is no such file. */
export async function fetched(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/** The same of a packed file: what is in it, to be read like any answer. */
export async function unpacked(address, options) {
  const { body } = await fetched(address, options);
  return new Response(body.pipeThrough(new DecompressionStream("gzip")));
}

/** A file as a value. */
export async function json(address) {
  return (await fetched(address)).json();
}

/** A packed file as a value. */
export async function packedJson(address) {
  return (await unpacked(address)).json();
}
