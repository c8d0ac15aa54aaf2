"""How tests run the command line inside their own process."""

from click.testing import CliRunner, Result

from briefgen.cli.app import app


def run(*words: str) -> Result:
    """Run `briefgen` with these words. An exit is part of the result; any other exception fails the test."""
    result = CliRunner().invoke(app, list(words), prog_name="briefgen")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
