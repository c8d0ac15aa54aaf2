"""How long a search in a reading room takes, in the page that a browser has open."""

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


def search_times(browser: Browser, queries: Sequence[str]) -> dict[str, list[float]]:
    """Query → milliseconds of each of 15 rounds, from the last letter typed to the list laid out."""
    taken: dict[str, list[float]] = browser.run(_TIMED % json.dumps(list(queries)))
    return taken
