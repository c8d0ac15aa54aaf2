"""What the files of a brief are called."""

from briefgen.release import Rendering
from briefgen.verbs.order import DEFAULT_TEMPLATE
from briefgen.world.names import portable


def output_name(scenario: str, asked: Rendering, language: str) -> str:
    """The name of the outputs without ending: the scenario's, then what is not the default."""
    parts = [scenario]
    if asked.template != DEFAULT_TEMPLATE:
        parts.append(asked.template)
    if asked.option:
        parts.append(asked.option)
    if asked.audience:
        parts.append(asked.audience)
    if asked.lang != language:
        parts.append(asked.lang)
    return portable("-".join(parts))
