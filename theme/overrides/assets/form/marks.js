// The marks by which a translation knows what it was made from: the first digits of the SHA-256 of each original text.

/** The mark of each field of an original; none where the browser does not work them out, as on a page without HTTPS. */
export async function marks(original, fields) {
  const found = {};
  if (!globalThis.crypto?.subtle) return found;
  for (const { name } of fields) {
    const text = [original[name]].flat().join("\n").normalize("NFC").trim();
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    found[name] = Array.from(new Uint8Array(digest).slice(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  return found;
}
