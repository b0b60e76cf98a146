// The ways out of the page for a file: to the disk, into the clipboard, into the repository, into a letter.

/** A longer address is not taken by the hosts of repositories. */
const LONGEST_ADDRESS = 8000;

/** A longer one is not taken by the programs that write letters. */
const LONGEST_LETTER = 1900;

/** Hand a file to the browser to save. */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Copy a text; where the browser does not, select it in the element that shows it. Says whether it is copied. */
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return false;
  }
}

/**
 * The page of a repository in which a file is proposed: `address`, and `carries` it, or `asks` for what must be done there.
 *
 * A new file goes to the page that makes one, with its content where the host takes it and the address is not too long.
 */
export function inRepository({ repository, branch, host }, { folder, name, text, isNew }) {
  const at = (action) => `${repository}${host === "gitlab" ? "/-" : ""}/${action}/${encodePath(branch)}/practices/${encodePath(folder)}`;
  if (!isNew) return { address: `${at("edit")}/${encodeURIComponent(name)}`, asks: "paste" };
  if (host === "gitlab") return { address: `${at("new")}?${new URLSearchParams({ file_name: name })}`, asks: "paste" };
  const address = `${at("new")}?${new URLSearchParams({ filename: name, value: text })}`;
  return address.length < LONGEST_ADDRESS ? { address, asks: "" } : { address: at("upload"), asks: "long" };
}

/** A letter with the file in it, or that it is attached where it is too long; `words` are those of the page. */
export function letter(mail, { path, title, text }, words) {
  const write = (body) => `mailto:${mail}?subject=${encodeURIComponent(words.say("subject", { title }))}&body=${encodeURIComponent(body)}`;
  const whole = write(`${words.say("letter", { path })}\r\n\r\n${text.replaceAll("\n", "\r\n")}`);
  if (whole.length < LONGEST_LETTER) return { address: whole, asks: "" };
  return { address: write(words.say("attached", { path })), asks: "attach" };
}

function encodePath(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}
