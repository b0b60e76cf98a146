// On every page while the site is served: reloads it when the site has changed, and shows what keeps it from being built.
(() => {
  const here = document.currentScript.dataset.site;
  let stream, shown;

  // What was hidden stays hidden on the pages that follow, until something else is wrong.
  const hidden = {
    get() { try { return sessionStorage.getItem("hidden faults"); } catch { return ""; } },
    set(told) { try { sessionStorage.setItem("hidden faults", told); } catch {} },
  };

  // A page that nobody sees holds no connection: a browser has six for all pages of a site.
  const listen = () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream || stream.readyState === EventSource.CLOSED) {
      stream = new EventSource(`/_live/news?language=${encodeURIComponent(document.documentElement.lang)}`);
      stream.onmessage = (event) => hear(event.data);
    }
  };
  const hear = (told) => {
    const news = JSON.parse(told);
    if (news.site !== here) location.reload();
    else if (!news.reason) mended();
    else show(news);
  };

  // All that comes from a file is put in as text, never as HTML.
  const element = (name, attributes = {}, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const said = (text) => { // what stands between backticks is code
    const parts = text.split("`");
    return parts.length % 2 ? parts.map((part, place) => (place % 2 ? element("code", { dir: "auto" }, part) : part)) : [text];
  };
  // The same in every language.
  const fingerprint = ({ site, faults, errors, trace, reason }) =>
    JSON.stringify([site, errors || reason, trace, faults.map(({ code, place, excerpt }) => [code, place, excerpt])]);

  // Apart from the styles of the page, and above whatever is on it.
  const overlay = () => {
    if (shown) return shown;
    const host = element("div");
    const root = host.attachShadow({ mode: "open" });
    const styles = element("link", { rel: "stylesheet", href: "/_live/live.css" });
    const body = element("div", { id: "said" });
    const close = element("button", { type: "button", autofocus: "" });
    const title = element("h2", { id: "title" });
    const dialog = element("dialog", { role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "reason" },
      element("div", { class: "head" }, title, close), body);
    const badge = element("button", { type: "button", class: "badge", hidden: "" });
    root.append(styles, dialog, badge);
    shown = { host, title, close, dialog, badge, body, told: "", ready: new Promise((go) => { styles.onload = styles.onerror = go; }) };
    close.addEventListener("click", () => dialog.close());
    badge.addEventListener("click", () => open());
    dialog.addEventListener("close", () => { hidden.set(shown.told); badge.hidden = !shown.told; });
    document.body.append(host);
    return shown;
  };
  const open = () => {
    shown.badge.hidden = true;
    if (!shown.dialog.open) shown.dialog.showModal();
  };
  const mended = () => {
    hidden.set("");
    if (!shown) return;
    shown.told = "";
    shown.badge.hidden = true;
    shown.dialog.close();
  };
  const show = async (news) => {
    const one = overlay();
    const told = one.told = fingerprint(news);
    one.host.lang = news.language;
    one.host.dir = news.direction;
    one.title.textContent = one.badge.textContent = news.title;
    one.close.textContent = news.close;
    one.body.replaceChildren(
      element("p", { id: "reason", lang: news.reasonLanguage, dir: "auto" }, ...said(news.reason)),
      ...(news.before ? [element("p", {}, news.before)] : []),
      ...news.faults.map((fault) => section(fault, news.rules)),
      ...(news.trace ? [element("pre", { lang: "en", dir: "ltr" }, news.trace), element("p", {}, news.report)] : []),
      ...(news.besides ? [element("p", {}, ...said(news.besides))] : []),
    );
    await one.ready;
    if (one.told !== told) return;
    if (hidden.get() === told && !one.dialog.open) one.badge.hidden = false;
    else open();
  };
  const section = (fault, rules) => {
    const code = rules
      ? element("a", { href: `${rules}${document.documentElement.lang || "en"}/rules/#${fault.code.toLowerCase()}`, class: "code" }, fault.code)
      : element("span", { class: "code" }, fault.code);
    const made = element("section", {}, element("h3", {}, code, " ", element("bdi", {}, ...said(fault.message))),
      element("p", { class: "place" }, element("bdi", { dir: "ltr" }, fault.place)));
    if (fault.excerpt.length) {
      const [before, marked, after] = fault.excerpt;
      made.append(element("pre", { lang: "", dir: "ltr" }, element("span", { class: "line" }, `${fault.line} | `),
        element("bdi", {}, before, element("mark", {}, marked || " "), after)));
    }
    if (fault.advice) made.append(element("p", { class: "advice" }, element("bdi", {}, ...said(fault.advice))));
    return made;
  };

  document.addEventListener("visibilitychange", listen);
  listen();
})();
