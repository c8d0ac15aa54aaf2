// Notes open where they are cited; without this script a mark leads to the end notes. Contents fold up on a phone.
(() => {
  "use strict";

  const open = [];

  // What a note opens behind: the paragraph of its mark, or the end of its cell, and notes of marks before it.
  const last = (mark) => {
    const whole = mark.closest("dt, dd, caption, figcaption, li, td, th, div");
    let behind = mark.closest("p, h1, h2, h3, h4, h5, h6")
      ?? [...whole.childNodes].findLast((node) => !open.some(({ note }) => note === node));
    for (;;) {
      const next = open.find(({ note }) => note === behind.nextSibling);
      if (!next || next.mark.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_PRECEDING) return behind;
      behind = next.note;
    }
  };

  const show = (mark) => {
    const words = document.getElementById(`_note-${mark.dataset.note}`);
    if (!words) return false;
    const note = document.createElement("div");
    note.className = "open-note";
    note.id = `_open-${mark.id}`;
    note.setAttribute("role", "note");
    note.setAttribute("aria-label", mark.getAttribute("aria-label"));
    note.append(words.content.cloneNode(true));
    last(mark).after(note);
    mark.setAttribute("aria-expanded", "true");
    mark.setAttribute("aria-controls", note.id);
    open.push({ mark, note });
    return true;
  };

  const hide = (mark) => {
    const at = open.findIndex((each) => each.mark === mark);
    const [{ note }] = open.splice(at, 1);
    const inside = note.contains(document.activeElement);
    note.remove();
    mark.setAttribute("aria-expanded", "false");
    mark.removeAttribute("aria-controls");
    if (inside) mark.focus();
  };

  for (const mark of document.querySelectorAll("[data-note]")) {
    if (document.getElementById(`_note-${mark.dataset.note}`)) mark.setAttribute("aria-expanded", "false");
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-note]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (mark.getAttribute("aria-expanded") === "true") hide(mark);
    else if (!show(mark)) return;
    event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open.length) return;
    const here = document.activeElement;
    const near = open.find(({ mark, note }) => mark === here || note.contains(here));
    hide((near ?? open.at(-1)).mark);
  });

  const contents = document.querySelector("nav > details");
  const narrow = matchMedia("(width < 66rem)");
  const fold = () => { contents.open = !narrow.matches; };
  if (contents) {
    fold();
    narrow.addEventListener("change", fold);
  }
})();
