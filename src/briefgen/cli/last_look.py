"""What `trace` and `analyse` would print for one audience, looked through before it is printed."""

from briefgen.analysis.acceptability import SAMPLES
from briefgen.cli import comparison_json, comparison_text, trace_csv, trace_json, trace_text
from briefgen.cli.trace_rows import TraceRow
from briefgen.diagnostic import Diagnostic
from briefgen.exhibits import Words
from briefgen.exhibits.trace import HOLES, KINDS
from briefgen.locale import load as load_locale
from briefgen.verbs.analyse import Analysed
from briefgen.verbs.scanned_words import scanned_words
from briefgen.verbs.trace import Traced

_STATES = ("cited", "listed", "own", "verified", "as-locked", "unverified")


def looked_through_trace(traced: Traced, form: str) -> list[Diagnostic]:
    """Why a trace cannot be shown in this form (`table`, `csv`, `json`) to those whom it is for; nothing if it can."""
    if traced.addressed is None:
        return []
    match form:
        case "json":
            text = trace_json.dumps([traced], None)
        case "csv":
            text = trace_csv.dumps([traced])
        case _:
            text = "\n".join(trace_text.lines(traced, load_locale(traced.lang)))
    words = Words(load_locale(traced.lang), traced.lang)
    places = (passage.where for each in traced.statements for ground in each.grounds for passage in ground.passages)
    own = (" ".join((*TraceRow.__struct_fields__, *KINDS, *HOLES, *_STATES, "traces", "language", "rows")),)
    counts = trace_text.summary(traced.statements, words)
    ending = {"table": "txt"}.get(form, form)
    return scanned_words(traced.addressed, text, ending, own, (counts, traced.lang, *places), computed=False)


def looked_through_analysis(analysed: Analysed, as_json: bool, lang: str) -> list[Diagnostic]:
    """Why an analysis cannot be shown to those whom it is for; nothing if it can."""
    if analysed.addressed is None:
        return []
    spoken = lang or analysed.loaded.scenario.language
    if as_json:
        text, form = comparison_json.dumps([analysed], None, lang), "json"
    else:
        text, form = "\n".join(comparison_text.lines(analysed, load_locale(spoken), spoken)), "txt"
    shares = analysed.analysis.acceptability
    number = load_locale(spoken).number
    drawn = (number(shares.samples), str(shares.seed)) if shares else ()
    own = (str(SAMPLES), comparison_json.OWN_WORDS)
    return scanned_words(analysed.addressed, text, form, own, (spoken, *drawn), computed=True)
