"""The template is loaded once for all trials: compiling it takes longer than all the rest of a small brief."""

from collections.abc import Iterator
from typing import Any

import pytest

from briefgen.verbs import templates


@pytest.fixture(scope="session", autouse=True)
def template_loaded_once() -> Iterator[None]:
    load = templates.load
    kept: dict[str, Any] = {}

    def loaded(name: str, sources: Any) -> Any:
        if name not in kept:
            kept[name] = load(name, sources)
        template, faults = kept[name]
        return template, list(faults)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templates, "load", loaded)
        yield
