"""Whatever happens to the files of a scenario: a brief that is left as it is, is the one that would be made."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.use_cases import reported

from briefgen.commands.batch import Shared, Target, batch
from briefgen.commands.options import RenderOptions
from briefgen.commands.render import rendered_bytes
from briefgen.io.filesystem import World, shipped

SEED = int(os.environ.get("BRIEFGEN_SEED", "2022"))


STEPS = 6
"""Things that happen to one folder, one after the other."""


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and ".briefgen" not in path.parts)


def byte_changed(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes() or b" ")
    at = chance.randrange(len(data))
    data[at] = chance.choice(b"aeiou 0123456789")
    path.write_bytes(data)


def words_swapped(chance: random.Random, path: Path) -> None:
    words = path.read_bytes().split(b" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    path.write_bytes(b" ".join(words))


def removed(_: random.Random, path: Path) -> None:
    path.unlink()


def copied(chance: random.Random, path: Path) -> None:
    shutil.copy(path, path.with_name(f"copy-{chance.randrange(9)}{path.suffix}"))


def linked(chance: random.Random, path: Path) -> None:
    real = path.with_name(f"real-{chance.randrange(9)}{path.suffix}")
    shutil.move(path, real)
    path.symlink_to(real.name)


def touched(chance: random.Random, path: Path) -> None:
    os.utime(path, (chance.randrange(10**9), chance.randrange(10**9)))


def put_beside(chance: random.Random, path: Path) -> None:
    name = chance.choice(["templates/options-paper.md.j2", "../briefgen.yaml", "texts/x.txt", "evidence.lock", ".x"])
    there = path.parent / name
    there.parent.mkdir(exist_ok=True)
    there.write_bytes(chance.choice([b"", b"x\n", path.read_bytes()]))


HAPPENINGS: tuple[Callable[[random.Random, Path], None], ...] = (
    byte_changed, words_swapped, removed, copied, linked, touched, put_beside,
)  # fmt: skip


def trial(seed: int, tmp_path: Path) -> tuple[int, int]:
    """How often something happened, and how often the brief was left as it is."""
    chance = random.Random(seed)
    whole = shipped("scenarios") / chance.choice(["starter", "starter", "haiti-2022"])
    folder = tmp_path / "all" / "it"
    world = World(tmp_path)
    order = RenderOptions(formats=("native",), audience=chance.choice(["", "public"]), lang=chance.choice(["", "fr"]))
    brief = Target(Path("all/it/scenario.yaml"), order)
    forced = replace(brief, options=replace(order, force=True))
    left, sound = 0, False
    for _ in range(STEPS):
        if not sound:
            shutil.rmtree(tmp_path / "all", ignore_errors=True)
            shutil.copytree(whole, folder)
        (outcome,) = batch(world, [forced], [None], Shared(), jobs=1)
        sound = outcome.state == "written"
        HAPPENINGS[chance.randrange(len(HAPPENINGS))](chance, chance.choice(files(folder)))
        known = brief.cached(world)
        if known is not None:
            left += 1
            made, _ = reported(rendered_bytes, world, brief.file, forced.options)
            assert {path: (tmp_path / path).read_bytes() for path in made} == made
            assert [str(tmp_path / path) for path in made] == list(known.outputs)
    shutil.rmtree(tmp_path / "all")
    shutil.rmtree(tmp_path / "briefs")
    return STEPS, left


def campaign(trials: int, tmp_path: Path) -> None:
    counts = [trial(SEED + number, tmp_path) for number in range(trials)]
    happened, left = sum(each for each, _ in counts), sum(each for _, each in counts)
    assert left >= happened / 20, "some of what happens changes nothing that a brief is made from"
    assert left < happened * 2 / 3


@pytest.mark.slow
def test_a_brief_that_is_left_as_it_is_is_the_one_that_would_be_made(tmp_path: Path) -> None:
    campaign(4, tmp_path)


@pytest.mark.soak
def test_a_long_campaign(tmp_path: Path) -> None:
    campaign(150, tmp_path)
