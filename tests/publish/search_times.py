"""How long a search in a site takes, in the page that a browser has open."""

import json
from collections.abc import Sequence

from tests.html.browser import Browser

_TIMED = """(() => {
  const field = document.getElementById("words"), out = {};
  for (let round = 0; round < 15; round += 1) {
    for (const asked of %s) {
      field.value = asked;
      const begun = performance.now();
      field.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.offsetHeight;  // and the page is laid out
      (out[asked] ??= []).push(performance.now() - begun);
    }
  }
  return out;
})()"""


_LOADED = """new Promise((done) => {
  const begun = performance.now(), field = document.getElementById("words"), list = document.getElementById("briefs");
  field.focus();
  const look = () => (list.hasAttribute("aria-busy") ? setTimeout(look, 1) : done(performance.now() - begun));
  look();
})"""


def loading_time(browser: Browser) -> float:
    """Milliseconds from the focus on the search field until statements are searched as well."""
    taken: float = browser.run(_LOADED)
    return taken


def search_times(browser: Browser, queries: Sequence[str]) -> dict[str, list[float]]:
    """Query → milliseconds of each of 15 rounds, from the last letter typed to the list laid out."""
    taken: dict[str, list[float]] = browser.run(_TIMED % json.dumps(list(queries)))
    return taken
