"""What changed in a scenario since an earlier edition of it, as its readers may see both."""

from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from briefgen.analysis.editions import Pair, Since, since
from briefgen.diagnostic import Diagnostic, error
from briefgen.release.filter import filtered
from briefgen.scenario import Loaded, load
from briefgen.scenario.marking import scheme_of
from briefgen.verbs.edition import Kept, edition
from briefgen.world import World


def changes_since(
    world: World, name: str, whole: Loaded, seen: Loaded, audience: str, lang: str
) -> tuple[tuple[Since, Kept] | None, list[Diagnostic]]:
    """What changed since the edition of that name: a folder, or REVISION:PATH. `whole` is the new edition, `seen` what
    the audience, if one is named, may see of it. Of the old one, what they may see now counts, whatever they could see
    then; the last look is for what of it they may not."""
    with TemporaryDirectory(prefix="briefgen-") as folder:
        where = edition(world, name, Path(folder) / "old")
        if isinstance(where, Diagnostic):
            return None, [where]
        loaded, faults = load(*where)
    if loaded is None:
        return None, faults
    old = loaded.scenario
    readers = next((each for each in whole.scenario.audiences if each.id == audience), None)
    if readers is None:
        return (since(Pair(old, old), Pair(seen.scenario, whole.scenario), lang), Kept(old, old, {})), []
    ours, theirs = scheme_of(whole.scenario), scheme_of(old)
    if ours.up_to(readers.marking).labels != theirs.up_to(readers.marking).labels:
        message = f"The old edition is marked by {theirs.name}, and the new one by {ours.name}."
        hint = "What an audience may see of both cannot be told; leave `--since` or `--audience` out."
        return None, [error("unknown-audience", message, hint=hint)]
    old = replace(old, audiences=whole.scenario.audiences)
    released = filtered(old, readers).scenario
    if released is None:
        message = f"Of the old edition nothing is for `{audience}`."
        return None, [error("nothing-released", message, hint="Leave `--since` out.")]
    told = since(Pair(released, old), Pair(seen.scenario, whole.scenario), lang)
    return (told, Kept(old, released, {})), []  # no text of its sources is read
