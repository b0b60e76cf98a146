// What was written, kept in this browser until it is cleared. It may be forbidden to keep anything.

/** The draft of what is written at this address: a new practice, a change of one, or its translation. */
export class Draft {
  constructor(name) {
    this.key = `observatory form ${name}`;
  }

  /** The values that were kept; none where there are none, or what is there is no draft. */
  get() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key));
      return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : null;
    } catch {
      return null;
    }
  }

  /** Keep values; says whether they are. */
  keep(values) {
    try {
      localStorage.setItem(this.key, JSON.stringify(values));
      return true;
    } catch {
      return false;
    }
  }

  clear() {
    try {
      localStorage.removeItem(this.key);
    } catch {} // then nothing is kept either
  }
}
