"""`briefgen migrate`."""

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli.arguments import scenario_arguments
from briefgen.cli.output import exit_code, for_terminal, show
from briefgen.core.report import Report
from briefgen.io.filesystem import World

if TYPE_CHECKING:
    from briefgen.commands.migrate import Migrated


@click.command("migrate")
@scenario_arguments
@click.option("--dry-run", is_flag=True, help="Print the changes as a diff, and write nothing.")
def migrate_command(scenarios: tuple[str, ...], dry_run: bool) -> None:
    """Rewrite scenarios in the newest format, in place.

    Keys get their new names, and `format: 2` is added. Comments, order and all other lines stay as they are. A rating
    without `basis` stays stated if a passage that it cites mentions the option or the criterion; all others become
    inferred, and are listed for you to confirm. Name scenarios that load the same files together.
    """
    from briefgen.commands.migrate import difference, migrate  # 80 ms
    from briefgen.commands.options import scenario_files  # 0 ms, after the line above

    environment, report = World.here(), Report()
    found = scenario_files(report, environment, scenarios)
    migration = migrate(report, environment, found, write=not dry_run) if found and not report.errors else None
    show(report)
    if migration is None:
        sys.exit(exit_code(report))
    if dry_run:
        click.echo(difference(environment, migration), nl=False)
    else:
        for path in sorted(migration.files):
            click.echo(environment.printed(path))
    for each in migration.scenarios:
        for line in for_terminal(_summary(environment, each)):
            click.echo(line, err=True)
    if not migration.files:
        click.echo("Nothing to change: all are in the newest format.", err=True)
    sys.exit(exit_code(report))


def _summary(environment: World, migrated: "Migrated") -> list[str]:
    """The share of the weight that rests on evidence, and what the author has to confirm."""
    name = environment.printed(migrated.scenario.parent)
    before, after = (f"{int(share)} %" for share in (migrated.share_before, migrated.share_after))
    lines = [f"{name}: evidence supports {after} of the weight (before: {before})."] if before != after else []
    if migrated.inferred:
        count = len(migrated.inferred)
        ratings = "1 rating is" if count == 1 else f"{count} ratings are"
        lines.append(f"{name}: {ratings} inferred now. Write `basis: stated` where a cited passage says it:")
        lines += [f"  {cell.span.file.name}:{cell.span.line}: {cell.path}" for cell in migrated.inferred]
    return lines
