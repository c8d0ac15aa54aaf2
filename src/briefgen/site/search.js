// The search of a site, by MiniSearch. Without it all briefs are listed. Words get into the page as text alone.
(() => {
  "use strict";

  const data = window.BRIEFS, say = data?.say;
  const form = document.getElementById("search");
  if (!data || !window.MiniSearch || !form) return;
  const { nonce } = document.querySelector("script[src]");
  const [list, count, spoken, pages, rest] = ["briefs", "count", "spoken", "pages", "rest"]
    .map((id) => document.getElementById(id));

  // Words, without accents, capitals and ligatures. In scripts without spaces each sign is one.
  const ALIKE = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i" };
  const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
  const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => ALIKE[letter]);
  const tokens = (text) => fold(text).match(WORD) ?? [];

  // The index: of titles, questions and topics at once, of statements and passages when somebody begins to search.
  const BOOST = { title: 16, question: 8, topics: 4, statements: 1, passages: 1 };
  const PREFIX = (_term, at, terms) => at === terms.length - 1;
  const FUZZY = (term) => (term.length > 3 ? 0.3 : false);
  const versions = data.briefs.flatMap((brief) => brief.versions.map((version) => ({ brief, version, statements: [] })));
  const fields = ({ version, statements }, id) => ({
    id, title: version.title, question: version.question, topics: version.topics.join("\n"),
    statements: statements.map(([text]) => text).join("\n"), passages: statements.map(([, passage]) => passage).join("\n"),
  });
  const empty = () => new MiniSearch({
    fields: Object.keys(BOOST), tokenize: tokens, processTerm: (term) => term,
    searchOptions: { boost: BOOST, combineWith: "AND", prefix: PREFIX },
  });
  let engine = empty();
  engine.addAll(versions.map(fields));
  const indexed = async () => {
    versions.forEach((each, id) => { each.statements = window.STATEMENTS[id]; });
    const whole = empty();
    await whole.addAllAsync(versions.map(fields), { chunkSize: 20 });
    engine = whole;
  };
  let loading = null;
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = make("script", { src: "statements.js" });
      Object.assign(script, { nonce, onload: resolve, onerror: reject });
      list.setAttribute("aria-busy", "true");
      document.head.append(script);
    }).then(indexed).catch(() => { /* the titles are found without them */ }).finally(() => { list.removeAttribute("aria-busy"); update(); });
  };

  const chosen = (name) => form.elements[name]?.value ?? "";
  const fits = ({ brief, version }) => {
    const [topic, year, marking, lang] = ["topic", "year", "marking", "lang"].map(chosen);
    return (!year || brief.date.startsWith(year)) && (!marking || brief.marking === marking)
      && (!topic || brief.versions.some(({ topics }) => topics.includes(topic))) && (!lang || version.lang === lang);
  };
  const isAsked = () => Boolean(tokens(chosen("words")).length || ["topic", "year", "marking", "lang"].some(chosen));
  // Each brief once, in the place of its best version, and in the first of its languages that has the words. Other
  // spellings are tried when no brief has the words as they were typed.
  const search = () => {
    const words = chosen("words");
    let hits = versions.map((_version, id) => ({ id, terms: [] }));
    if (tokens(words).length) {
      hits = engine.search(words);
      if (hits.length === 0) hits = engine.search(words, { fuzzy: FUZZY, maxFuzzy: 2 });
    }
    const best = new Map();
    for (const { id, terms } of hits) {
      const { brief } = versions[id];
      if (fits(versions[id]) && !(best.get(brief)?.id < id)) best.set(brief, { ...versions[id], id, terms: new Set(terms) });
    }
    return [...best.values()];
  };

  const make = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.append(...content.filter(Boolean));
    return made;
  };
  const foreign = ({ lang }) => (lang === data.lang ? {} : { lang });
  const marked = (text, terms) => {
    const out = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!tokens(word).some((each) => terms.has(each))) continue;
      out.push(text.slice(end, index), make("mark", {}, word));
      end = index + word.length;
    }
    return [...out, text.slice(end)];
  };

  // The statements in which most of the words were found, each with its section and its passage.
  const PLACES = 3;
  const places = ({ version, statements, terms }) => {
    const found = statements.map((statement) => {
      const words = tokens(`${statement[0]} ${statement[1]}`).filter((word) => terms.has(word));
      return { statement, many: new Set(words).size };
    }).filter(({ many }) => many > 0).sort((one, other) => other.many - one.many).slice(0, PLACES);
    return found.length > 0 && make("ul", { class: "places", role: "list", ...foreign(version) },
      ...found.map(({ statement: [text, passage, section, note, occurrence] }) => make("li", {},
        make("span", { class: "section" }, [section, say.note.replace("{number}", note)].filter(Boolean).join(" · ")),
        make("a", { href: `${version.page}#${occurrence ? `cite-${note}-${occurrence}` : `note-${note}`}` },
          ...marked(text, terms)),
        make("span", { class: "passage" }, ...marked(passage, terms)))));
  };

  // An entry, in the same form as those of the list.
  const copies = (version, several) => version.copies.length > 0
    && make("ul", { class: several ? "copies several" : "copies", role: "list" },
      ...version.copies.map(([href, unseen, seen]) => make("li", {}, make("a", { href, hreflang: version.lang },
        unseen && make("span", { class: "unseen" }, unseen), unseen && " ",
        seen, make("span", { class: "unseen", ...foreign(version) }, say.colon + version.title)))));
  const listed = (found) => {
    const { brief, version } = found, own = foreign(version);
    const ordered = [version, ...brief.versions.filter((each) => each !== version)];
    return make("li", {},
      make("h2", {}, make("a", { href: version.page, ...own }, ...marked(version.title, found.terms))),
      make("p", { class: "question", ...own }, ...marked(version.question, found.terms)),
      places(found),
      make("div", { class: "data" }, make("p", { class: "about" },
        make(brief.date ? "time" : "span", { datetime: brief.date }, brief.day),
        make("a", { href: brief.editions }, brief.edition),
        brief.draft && make("span", { class: "status" }, brief.draft),
        brief.shown && make("span", { class: `marking ${brief.ink}` }, brief.shown)),
        version.topics.length > 0 && make("ul", { class: "topics", role: "list" },
          ...version.topics.map((topic) => make("li", own, ...marked(topic, found.terms))))),
      ...ordered.map((each) => copies(each, ordered.length > 1)));
  };

  const before = { list: [...list.children], count: count.textContent };
  const MOST = 20;
  let found = [], shown = 0;
  const more = () => {
    const first = shown;
    list.append(...found.slice(shown, shown + MOST).map(listed));
    shown = Math.min(found.length, shown + MOST);
    rest.hidden = shown >= found.length;
    return list.children[first];
  };
  // A screen reader announces what was found when the typing pauses, not at each letter.
  let pause = 0;
  const PAUSE = 700;  // milliseconds
  const speak = (words) => {
    clearTimeout(pause);
    pause = setTimeout(() => { spoken.textContent = words; }, PAUSE);
  };
  const summary = () => {
    if (found.length === 0) return list.hasAttribute("aria-busy") ? say.searching : say.none;
    const number = found.length.toLocaleString(data.lang, { useGrouping: "min2" });
    return (found.length === 1 ? say.one : say.many).replace("{n}", number);
  };
  const update = () => {
    const asked = isAsked();
    if (pages) pages.hidden = asked;
    document.getElementById("clear").disabled = !asked && !form.elements.words.value;
    if (asked) load();
    found = asked ? search() : [];
    shown = 0;
    list.replaceChildren(...(asked ? [] : before.list));
    more();
    const words = asked ? summary() : before.count;
    if (count.textContent !== words) count.textContent = words;
    count.classList.toggle("none", asked && found.length === 0);
    if (asked || spoken.textContent) speak(words);
  };

  // What is asked is in the address, so that it is found again on the way back from a brief.
  const FIELDS = ["words", "topic", "year", "marking", "lang"];
  const remember = () => {
    const asked = new URLSearchParams(FIELDS.map((name) => [name, chosen(name)]).filter(([, given]) => given));
    try {
      history.replaceState(null, "", `#${asked}`);
    } catch { /* some browsers do not let a page from a folder */ }
  };
  const recall = () => {
    for (const [name, given] of new URLSearchParams(location.hash.slice(1))) {
      if (FIELDS.includes(name) && form.elements[name]) form.elements[name].value = given;
    }
  };

  form.addEventListener("focusin", load);
  form.addEventListener("input", () => { update(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { update(); remember(); form.elements.words.focus(); }));
  document.getElementById("more").addEventListener("click", () => more()?.querySelector("a").focus());
  form.hidden = false;
  recall();
  update();
  window.addEventListener("hashchange", () => { recall(); update(); });
  window.addEventListener("pageshow", update);  // some browsers fill in a form when one comes back
})();
