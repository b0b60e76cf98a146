// What the search answers to a question, row by row of the columns. The search is fetched when somebody asks something; where
// its files are missing, the list goes on without it.

const program = () => import("../search/search.js");

/** Somebody is about to ask: the search is fetched before. */
export function prepare() {
  program().then((search) => search.prepare()).catch(() => {}); // the question will say so
}

/**
 * Answers to a question as they come, the last one complete: `scores` by row, `answers` (facets that the words name) and
 * `near` (words that would find something). Throws where the search cannot be reached.
 */
export async function* ask(question, columns, signal) {
  const { search } = await program();
  for await (const answer of search(question, { limit: 0, ids: true, signal })) {
    const scores = new Map();
    for (const [id, score] of answer.scores) {
      const row = columns.row(id);
      if (row >= 0) scores.set(row, score);
    }
    yield { isComplete: answer.isComplete, scores, answers: answer.answers ?? [], near: answer.near ?? [] };
  }
}
