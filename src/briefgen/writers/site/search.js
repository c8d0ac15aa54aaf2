// The search of a reading room. Without this script all briefs are listed; it reads the data that index.js gives.
(() => {
  "use strict";

  const data = window.BRIEFS;
  const form = document.getElementById("search");
  if (!data || !form) return;

  // Letters alike: without accents, capitals and ligatures.
  const ALIKE = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i" };
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => ALIKE[letter]);
  const parts = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

  // What packed.py wrote: numbers of words, in one to three characters.
  const characters = Array.from({ length: 92 }, (_, at) => String.fromCharCode(0x23 + at))
    .filter((sign) => !"\\<>&'".includes(sign)).join("");
  const BASE = characters.length, SHORT = 20, MIDDLE = 45;
  const value = new Uint8Array(128);
  [...characters].forEach((sign, at) => { value[sign.charCodeAt(0)] = at; });

  const words = data.words.split(" ");
  const unpack = (text) => {
    const out = [];
    for (let at = 0; at < text.length;) {
      const first = value[text.charCodeAt(at++)];
      if (first < SHORT) out.push(first);
      else if (first < SHORT + MIDDLE) out.push(SHORT + (first - SHORT) * BASE + value[text.charCodeAt(at++)]);
      else {
        const middle = value[text.charCodeAt(at++)], last = value[text.charCodeAt(at++)];
        out.push(SHORT + MIDDLE * BASE + ((first - SHORT - MIDDLE) * BASE + middle) * BASE + last);
      }
    }
    return out;
  };
  const said = (numbers) => numbers.map((number) => words[number]).join(" ");

  const texts = data.texts.split(" ").map(unpack);
  const topics = texts.slice(texts.length - data.topics).map((numbers) => ({ numbers, words: said(numbers) }));
  let text = 0, at = 0, day = 0;
  const rows = unpack(data.rows);
  const next = () => rows[at++];
  const many = (each) => Array.from({ length: next() }, each);
  const entries = (data.names ? data.names.split("/") : []).map((name, place) => {
    day += data.days[place];
    return {
      name,
      date: day > -99999 ? new Date(Date.UTC(2000, 0, 1 + day)) : null,
      edition: Math.abs(data.editions[place]),
      draft: data.editions[place] < 0,
      marking: next(),
      versions: many(() => (
        { lang: next(), pdf: next(), docx: next(), stem: data.stems[next()], about: many(next),
          title: texts[text++], question: texts[text++] })),
    };
  });

  // A word of the index may have several parts: “drinking-water”, “l’eau”.
  const folded = words.map(parts);
  const fits = (asked, last) => {
    const found = new Uint8Array(words.length);
    const inside = UNSPACED.test(asked);
    for (let number = 0; number < folded.length; number += 1) {
      for (const part of folded[number]) {
        if (part === asked || (last && part.startsWith(asked)) || (inside && part.includes(asked))) found[number] = 1;
      }
    }
    return found;
  };

  const holds = (numbers, found) => {
    for (const number of numbers) if (found[number]) return true;
    return false;
  };

  const TITLE = 4, QUESTION = 2, TOPIC = 1;
  const score = (version, asked) => {
    let sum = 0;
    for (const found of asked) {
      if (holds(version.title, found)) sum += TITLE;
      else if (holds(version.question, found)) sum += QUESTION;
      else if (version.about.some((topic) => holds(topics[topic].numbers, found))) sum += TOPIC;
      else return 0;
    }
    return sum;
  };

  const chosen = (name) => form.elements[name]?.value ?? "";

  const search = () => {
    const typed = parts(form.elements.words.value);
    const asked = typed.map((part, at) => fits(part, at === typed.length - 1));
    const [topic, year, marking, lang] = ["topic", "year", "marking", "lang"].map(chosen);
    const out = [];
    for (const entry of entries) {
      if (year && String(entry.date?.getUTCFullYear()) !== year) continue;
      if (marking && entry.marking !== Number(marking)) continue;
      if (topic && !entry.versions.some(({ about }) => about.includes(Number(topic)))) continue;
      let best = null, most = -1;
      for (const version of entry.versions) {
        if (lang && version.lang !== Number(lang)) continue;
        const points = asked.length ? score(version, asked) : 0;
        if ((points || !asked.length) && points > most) [best, most] = [version, points];
      }
      if (best) out.push({ entry, version: best, points: most });
    }
    return out.sort((one, other) => other.points - one.points);  // of as many points, the newest first, as they stand
  };
  const isAsked = () => Boolean(parts(form.elements.words.value).length || ["topic", "year", "marking", "lang"].some(chosen));

  // An entry, in the same form as those of the list. Words get in as text alone.
  const say = data.say;
  const filled = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const make = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, given] of Object.entries(attributes)) if (given) made.setAttribute(key, given);
    made.append(...content.filter(Boolean));
    return made;
  };
  const foreign = (version) => (data.langs[version.lang] === data.lang ? {} : { lang: data.langs[version.lang] });
  const grouped = (number) => {
    const [whole, part] = String(number).split(".");
    const digits = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, say.group) : whole;
    return part ? digits + say.decimal + part : digits;
  };
  const size = (number) => (number >= 1000  // tenths of MB from there on, the first ten of which are KB
    ? filled(say.MB, { number: grouped((number - 990) / 10) }) : filled(say.KB, { number: grouped(number) }));
  const dated = (date) => filled(say.day, {
    day: date.getUTCDate() === 1 ? say.first : date.getUTCDate(), month: say.months[date.getUTCMonth()], year: date.getUTCFullYear(),
  });
  const address = (entry, version, form) => (
    ["." , entry.name, entry.edition, `${entry.name}${version.stem}.${form}`].map(encodeURIComponent).join("/"));

  const copy = (entry, version, form, title, several) => {
    const own = foreign(version);
    const lang = data.langs[version.lang];
    const language = say.languages[lang] ?? say.languages[lang.split("-")[0]] ?? lang;
    const kind = form === "html" ? language : `${say[form]}, ${size(version[form])}`;
    const before = several && form !== "html"
      ? [make("span", { class: "unseen" }, (language + say.colon).trimEnd()), " "] : [];
    return make("li", {}, make("a", { href: address(entry, version, form), hreflang: lang },
      ...before, kind, make("span", { class: "unseen", ...own }, say.colon + title)));
  };
  const listed = ({ entry, version }) => {
    const title = said(version.title), own = foreign(version);
    const several = entry.versions.length > 1;
    const files = [version, ...entry.versions.filter((each) => each !== version)].map((each) => (
      ["html", "pdf", "docx"].filter((form) => (form === "html" ? several : each[form]))
        .map((form) => copy(entry, each, form, said(each.title), several))));
    const date = entry.date;
    const ink = `ink-${data.colours[entry.marking].replace("#", "")}`;
    const mark = make("span", { class: `marking ${ink}` }, data.markings[entry.marking]);
    return make("li", {},
      make("h2", {}, make("a", { href: address(entry, version, "html"), ...own }, title)),
      make("p", { class: "question", ...own }, said(version.question)),
      make("div", { class: "data" }, make("p", { class: "about" },
        date ? make("time", { datetime: date.toISOString().slice(0, 10) }, dated(date)) : make("span", {}, say.undated),
        make("a", { href: `./${encodeURIComponent(entry.name)}/index.html` }, filled(say.edition, { number: entry.edition })),
        entry.draft && make("span", { class: "status" }, say.draft),
        data.marks && data.markings[entry.marking] && mark),
        version.about.length > 0 && make("ul", { class: "topics", role: "list" },
          ...version.about.map((topic) => make("li", own, topics[topic].words)))),
      ...files.map((links) => links.length > 0
        && make("ul", { class: several ? "copies several" : "copies", role: "list" }, ...links)));
  };

  const list = document.getElementById("briefs"), count = document.getElementById("count");
  const spoken = document.getElementById("spoken");
  const pages = document.getElementById("pages"), rest = document.getElementById("rest");
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
  // A screen reader hears what was found when the typing has come to rest, not at each letter.
  let resting = 0;
  const REST = 700;  // milliseconds
  const speak = (words) => {
    clearTimeout(resting);
    resting = setTimeout(() => { spoken.textContent = words; }, REST);
  };
  const told = () => (found.length === 0 ? say.none : filled(found.length === 1 ? say.one : say.many, { n: grouped(found.length) }));
  const update = () => {
    const asked = isAsked();
    if (pages) pages.hidden = asked;
    document.getElementById("clear").disabled = !asked && !form.elements.words.value;
    if (!asked) {
      list.replaceChildren(...before.list);
      rest.hidden = true;
      count.textContent = before.count;
      count.classList.remove("none");
      if (spoken.textContent) speak(before.count);
      return;
    }
    found = search();
    shown = 0;
    list.replaceChildren();
    more();
    const words = told();
    if (count.textContent !== words) count.textContent = words;
    count.classList.toggle("none", found.length === 0);
    speak(words);
  };

  // What is asked stands in the address, so that who comes back from a brief finds it again.
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
