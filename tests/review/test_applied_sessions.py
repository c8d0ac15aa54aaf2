"""What reviewers changed is in the scenario after `--apply`: each edit that was written reads as they left it, in the
brief that is made of the scenario then, and no other field reads otherwise."""

import os
import shutil
from pathlib import Path
from random import Random

import pytest
from tests.laws.briefs import every_brief
from tests.review.sessions import Session, plain
from tests.review.test_sessions import for_review

from briefgen.commands.apply_review import AppliedReview, apply_review
from briefgen.commands.review import review_files
from briefgen.io.filesystem import World, shipped
from briefgen.locale import untied
from briefgen.markup.model import MARK
from briefgen.model.read import load
from briefgen.model.walk import labels, proses
from briefgen.review.fields import block_texts
from briefgen.review.model import Applied, Conflict, Edit


def fields(folder: Path) -> dict[str, str]:
    """Path → the words of the field, in the brief that would be made now: paragraphs with an empty line between."""
    loaded, _ = load(World(folder.parent), Path(folder.name) / "scenario.yaml")
    assert loaded is not None
    texts = [*proses(loaded.scenario), *labels(loaded.scenario)]
    paths = {f"{each.path}.{lang}" for each in texts for lang in each.texts}
    out: dict[str, str] = {}
    for (path, _), text in sorted(block_texts(loaded, paths).items()):
        out[path] = f"{out[path]}\n\n{text}" if path in out else text
    return {path: untied(text).replace(MARK, "") for path, text in out.items()}


def applied(seed: int, folder: Path) -> tuple[AppliedReview, dict[str, str], dict[str, str]]:
    """A session that was applied, with the fields before and after."""
    random = Random(seed)
    of = random.choice(every_brief())
    session = Session(for_review(of), random)
    session.work(random.randint(1, 12))
    copy = folder / of[0]
    shutil.copytree(shipped("scenarios") / of[0], copy)
    (folder / "edited.docx").write_bytes(session.saved())
    before, world = fields(copy), World(folder)
    reviews, told = review_files(world, [Path("edited.docx")], Path(of[0]) / "scenario.yaml")
    assert reviews is not None, told
    done, told = apply_review(world, reviews, Path(of[0]) / "scenario.yaml", comments=True)
    assert done is not None, (seed, told)
    return done, before, fields(copy)


def holds(seed: int, folder: Path) -> None:
    done, before, after = applied(seed, folder)
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    written = [each.change for each in done.written.outcomes if isinstance(each, Applied)]
    assert changed <= {change.path for change in written}, seed
    assert not any(isinstance(each, Conflict) for each in done.written.outcomes), seed
    for change in written:
        if isinstance(change, Edit):
            new = " ".join(plain(change.left.replace(MARK, "")).split())
            assert new in " ".join(plain(after.get(change.path, "")).split()), (seed, change)


@pytest.mark.parametrize("seed", range(6))
def test_what_was_applied_reads_as_it_was_left(seed: int, tmp_path: Path) -> None:
    holds(seed, tmp_path)


@pytest.mark.soak
def test_what_was_applied_reads_as_it_was_left_in_the_long_run(tmp_path: Path) -> None:
    first = int(os.environ.get("BRIEFGEN_SEED", "1"))
    for seed in range(first, first + 300):
        holds(seed, tmp_path / str(seed))
        shutil.rmtree(tmp_path / str(seed))
