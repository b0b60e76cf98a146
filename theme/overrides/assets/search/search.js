// Search, as dialog and Explore ask it. All work is done in a worker, one a language, which ends with the page.
//
//   for await (const answer of search("asset declarations", { limit: 10 })) show(answer);
//
// Each answer is whole and as good as known so far; the last one has `isComplete`:
//   { isComplete, total, answers, results, near, scores }
// `results`, best first, at most `limit`: { id, score, path, title, language, direction, states, provisions, excerpt,
//   spoken, spokenDirection }; `excerpt`, in the language `spoken`, is a list of pieces of text, [text, isMarked], never markup.
// `answers` is what the query names outright: { key, value, label, path, count }, with key and value as in Explore's address,
//   and an empty path where there is no page.
// `near` are words that would find something, where nothing was found. `scores`, with `ids: true`, is a Map of every id found.
// Throws SearchError where files are missing or blocked, or the browser cannot run the index.

export class SearchError extends Error {
  name = "SearchError";
}

const LONGEST = 200; // characters of a query
const workers = new Map();

export async function* search(query, { limit = 10, ids = false, language = document.documentElement.lang, signal } = {}) {
  const text = query.slice(0, LONGEST).trim();
  const answers = [];
  let wake;
  const { port1: here, port2: there } = new MessageChannel();
  const tell = (answer) => {
    answers.push(answer);
    wake?.();
  };
  here.onmessage = ({ data }) => tell(data);
  const stop = () => tell({ stopped: true });
  const failed = () => tell({ error: "the worker does not start" });
  const worker = working(language);
  worker.addEventListener("error", failed);
  signal?.addEventListener("abort", stop);
  worker.postMessage({ ask: text, language, limit, ids, port: there }, [there]);
  try {
    while (true) {
      if (signal?.aborted) return;
      if (!answers.length) await new Promise((resolve) => (wake = resolve));
      const answer = answers.shift();
      if (answer.stopped) return;
      if (answer.error) {
        end(language);
        throw new SearchError(answer.error);
      }
      yield answer;
      if (answer.isComplete) return;
    }
  } finally {
    here.postMessage("enough");
    here.close();
    signal?.removeEventListener("abort", stop);
    worker.removeEventListener("error", failed);
  }
}

/** Somebody is about to ask: what every answer needs is fetched before. Where it cannot be had, the question will say so. */
export function prepare(language = document.documentElement.lang) {
  try {
    working(language).postMessage({ prepare: language });
  } catch {
    // no worker can be had
  }
}

function working(language) {
  if (!workers.has(language)) {
    try {
      const worker = new Worker(new URL("worker.js", import.meta.url));
      worker.addEventListener("error", () => end(language));
      workers.set(language, worker);
    } catch (error) {
      throw new SearchError(error.message);
    }
  }
  return workers.get(language);
}

// A worker that failed is started again by the next question.
function end(language) {
  workers.get(language)?.terminate();
  workers.delete(language);
}
