"""The template is loaded once for all trials: compiling it takes longer than all the rest of a small brief."""

from collections.abc import Iterator
from typing import Any

import pytest

from briefgen.template.kept import key
from briefgen.verbs import templates


@pytest.fixture(scope="session", autouse=True)
def template_loaded_once() -> Iterator[None]:
    load = templates.load
    found: dict[str, Any] = {}

    def loaded(name: str, sources: Any) -> Any:
        # By its words too: what is kept for these trials must not stand for another template of that name.
        entry = key(name, sources, b"")
        if entry not in found:
            found[entry] = load(name, sources)
        template, faults = found[entry]
        return template, list(faults)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templates, "load", loaded)
        yield
