"""Exhibits: the tables of a brief that are built from the whole scenario. Scenario and figures → blocks.

A template prints one as a hole (`{{ exhibits.options_by_criteria }}`). What an analyst should be able to reword in a
template without Python is not here.
"""

from briefgen.exhibits.charts import Charts, charts
from briefgen.exhibits.exhibits import Exhibits, exhibits
from briefgen.exhibits.figures import Illustration, illustration
from briefgen.exhibits.markings import with_portions
from briefgen.exhibits.since import ChangedSince, changed_since
from briefgen.exhibits.sources import Silence, Sourcing, silence, sourcing
from briefgen.exhibits.tables import Sign, sign_of_leaning, sign_of_position
from briefgen.exhibits.words import Words

__all__ = [
    "ChangedSince",
    "Charts",
    "Exhibits",
    "Illustration",
    "Sign",
    "Silence",
    "Sourcing",
    "Words",
    "changed_since",
    "charts",
    "exhibits",
    "illustration",
    "sign_of_leaning",
    "sign_of_position",
    "silence",
    "sourcing",
    "with_portions",
]
