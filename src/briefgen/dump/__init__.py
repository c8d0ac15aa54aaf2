"""Document → plain text for diffs and golden tests.

A block is a line, its content is indented below. Text is in double quotes, preceded by its origin: `@path` is a field
of a scenario, `=what` a computed value, nothing the text of a template or the catalogue. An origin applies until the
next one on its line; `~` marks a return to template text. Marks follow the origin as `+strong`. The template line of a
text is omitted, so that a template can be edited without touching each golden file. In a redline, `+deleted` and
`+inserted` mark revisions. Everything else is included: documents that differ give texts that differ.

title-block kind "Options paper" title @title.en "Haiti: answering the request" body @options.team.summary.en "Ottawa
sends a team" ^1 "; " +judgement "it will not be enough" ^2.2
"""

from briefgen.dump.dump import write

__all__ = ["write"]
