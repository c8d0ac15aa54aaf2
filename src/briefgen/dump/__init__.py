"""Document → a plain text that people read in a diff and golden tests compare.

A block is a line, what it holds is indented under it. Words stand in double quotes; what stands before them says where
they come from: `@path` the field of a scenario, `=what` a computed value, nothing a template's own words or the
catalogue's. An origin holds until the next one on its line; `~` says that template text follows again. Marks stand
after the origin as `+strong`. Which line of which template a word stands on is left out, so that a template can be
edited without touching each golden file. In a redline `+deleted` and `+inserted` stand with whatever went or
came. All else is there: documents that differ give texts that differ.

    title-block
      kind "Options paper"
      title @title.en "Haiti: answering the request"
    body @options.team.summary.en "Ottawa sends a team" ^1 "; " +judgement "it will not be enough" ^2.2
"""

from briefgen.dump.dump import write

__all__ = ["write"]
