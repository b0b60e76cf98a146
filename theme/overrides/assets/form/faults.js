// What is wrong, shown twice: in a summary that leads to the questions, and at the questions themselves.
import { box } from "./answers.js";

export class Faults {
  /** `answers` finds the question of a path, `words` are those of the page. */
  constructor(form, answers, words) {
    [this.form, this.answers, this.words] = [form, answers, words];
    this.summary = form.querySelector(".error-summary");
    this.touched = new Set(); // questions that were answered before, so that nobody is told of what is still to come
    this.isWhole = false;
  }

  /** All faults from now on: everything was asked to be checked. Goes to the summary where there is any error. */
  showAll(faults) {
    this.isWhole = true;
    this.show(faults);
    if (faults.some(({ severity }) => severity === "error")) this.summary.focus();
  }

  /** Nothing is wrong as long as nothing is answered. */
  forget() {
    this.isWhole = false;
    this.touched.clear();
    this.show([]);
  }

  /** Somebody has answered a question. */
  touch(question) {
    this.touched.add(question);
  }

  /** Show at each question what is wrong with it; the summary, too, once everything was checked. */
  show(faults) {
    const byQuestion = new Map();
    for (const fault of faults) {
      const question = this.answers.find(fault.path);
      const isTold = this.isWhole || (this.touched.has(question) && fault.code !== "P102");
      if (question && isTold) byQuestion.set(question, [...(byQuestion.get(question) ?? []), fault]);
    }
    for (const question of this.form.querySelectorAll("[data-name]")) this.#mark(question, byQuestion.get(question) ?? []);
    this.#sum(this.isWhole ? byQuestion : new Map());
  }

  #mark(question, faults) {
    const problem = question.querySelector(":scope > .problem");
    if (!problem) return;
    const errors = faults.filter(({ severity }) => severity === "error");
    problem.hidden = !faults.length;
    problem.replaceChildren(...faults.map((fault) => this.#line(fault)));
    question.classList.toggle("wrong", errors.length > 0);
    question.classList.toggle("doubtful", !errors.length && faults.length > 0);
    if (errors.length) box(question).setAttribute("aria-invalid", "true");
    else box(question).removeAttribute("aria-invalid");
  }

  #line({ code, message, advice }) {
    const line = document.createElement("span");
    line.dataset.code = code;
    line.append(...withCode(code === "P102" ? message : `${message} (${advice})`));
    return line;
  }

  #sum(byQuestion) {
    const told = [...byQuestion].sort(([one], [other]) => (one.compareDocumentPosition(other) & 4 ? -1 : 1));
    const each = told.flatMap(([question, faults]) => faults.map((fault) => [question, fault]));
    const items = (severity) => each.filter(([, fault]) => fault.severity === severity).map(([question, fault]) => this.#item(question, fault));
    const [errors, warnings] = [items("error"), items("warning")];
    this.summary.hidden = !each.length;
    this.summary.classList.toggle("only-remarks", !errors.length);
    this.summary.querySelector("h2").textContent = errors.length ? this.words.count("wrong", errors.length) : this.words.say("remarked");
    this.summary.querySelector(".errors").replaceChildren(...errors);
    this.summary.querySelector(".lesser").hidden = !warnings.length;
    this.summary.querySelector(".lesser ul").replaceChildren(...warnings);
  }

  #item(question, fault) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${box(question).id}`;
    link.append(`${title(question)}: `, ...withCode(fault.message));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      box(question).focus();
      question.scrollIntoView({ block: "center" });
    });
    item.append(link);
    return item;
  }
}

/** A message with what stands in backquotes as code, which keeps its direction among words that run the other way. */
function withCode(message) {
  return message.split("`").map((part, place) => {
    if (place % 2 === 0) return part;
    return Object.assign(document.createElement("code"), { textContent: part });
  });
}

/** What a question is called, with the group that it is part of. */
function title(question) {
  const own = question.querySelector(":scope > :is(label, legend)").firstChild.textContent.trim();
  const item = question.closest(".item");
  return item && item !== question ? `${item.querySelector("legend").textContent} · ${own}` : own;
}
