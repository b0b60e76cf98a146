// What a script says: messages that came with the page, in its language, and numbers as that language writes them.

/** The messages of a `<template class="words">`: `say(name, values)`, and `count(name, n)` in the plural form that n takes. */
export function spoken(template) {
  const language = `${document.documentElement.lang}-u-nu-latn`; // Western digits, as in the rest of the page
  const messages = new Map();
  for (const one of template.content.children) {
    messages.set(`${one.dataset.word} ${one.dataset.form ?? ""}`, one.textContent);
  }
  const plural = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);
  const number = (value) => figures.format(value);
  const fill = (message, values) => message.replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "");
  const say = (name, values = {}) => fill(messages.get(`${name} `) ?? "", values);
  const count = (name, n) => {
    const message = messages.get(`${name} ${plural.select(n)}`) ?? messages.get(`${name} other`) ?? "";
    return fill(message, { n: number(n) });
  };
  return { say, count, number };
}

/** A text for a sentence, which must not be longer than the sentence. */
export function shortened(text, length = 60) {
  const letters = [...text.slice(0, 4 * length)];
  return letters.length > length ? `${letters.slice(0, length).join("")}…` : text;
}
