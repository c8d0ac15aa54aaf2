"""Exhibits: the tables and charts of a brief that are made from the whole scenario and its analysis.

A template prints one as a hole (`{{ exhibits.options_by_criteria }}`). What an analyst should be able to
reword in a template is not here.
"""

from briefgen.exhibits.charts import Charts, charts
from briefgen.exhibits.exhibits import Exhibits, exhibits
from briefgen.exhibits.figures import Illustration, illustration
from briefgen.exhibits.markings import with_portions
from briefgen.exhibits.since import ChangedSince, changed_since
from briefgen.exhibits.sources import MissingPositions, Sourcing, missing_positions, sourcing
from briefgen.exhibits.tables import Sign, sign_of_leaning, sign_of_position
from briefgen.exhibits.words import Words

__all__ = [
    "ChangedSince",
    "Charts",
    "Exhibits",
    "Illustration",
    "MissingPositions",
    "Sign",
    "Sourcing",
    "Words",
    "changed_since",
    "charts",
    "exhibits",
    "illustration",
    "missing_positions",
    "sign_of_leaning",
    "sign_of_position",
    "sourcing",
    "with_portions",
]
