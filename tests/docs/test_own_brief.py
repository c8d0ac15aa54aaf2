"""A newcomer makes a brief of their own in fifteen commands, none of which is lost."""

import re
from pathlib import Path

from tests.docs.walk import Reader

from briefgen.io.filesystem import World
from briefgen.model.read import load

SCRIPT = Path(__file__).with_name("own_brief.sh").read_text(encoding="utf-8")
MINUTES = """\
Minutes of the harbour council of Skerry
2 March 2026

The last ferry leaves Skerry at 20:15, as it has since 1998. The council had asked households what they do in the
evening. In January, 64 of 210 households stayed on the island in the evening for want of a boat. Nobody asked them how
often they would take a later one.

The harbour master said that a later ferry needs a second crew of three. The crew costs 180,000 euros a year, she said,
and can be found by May. She had no figures on fuel, and none on what passengers would pay.

The hotel owners support a later ferry. The fishermen oppose a later ferry as long as it blocks the quay, where they
land their catch after ten. The school had nothing to say on it. The council will decide on 15 April.
"""
MOST = 15


def test_a_first_brief_takes_fifteen_commands(tmp_path: Path) -> None:
    reader = Reader(tmp_path / "here")
    (reader.folder / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    commands = re.split(r"^# \d+\n", SCRIPT, flags=re.MULTILINE)[1:]
    assert len(commands) <= MOST
    for command in commands:
        said = reader.run(command)
        assert reader.code == 0, f"{command}\n{said}"
        assert "warning" not in said
    loaded, faults = load(World(reader.folder), Path("ferry/scenario.yaml"))
    assert loaded is not None
    assert faults == []
    assert len([fact for fact in loaded.scenario.facts if fact.evidence]) >= 6
    assert reader.run("briefgen check ferry") == "1 scenario: no problems.\n"
    assert (reader.folder / "briefs/ferry.pdf").read_bytes().startswith(b"%PDF-")
