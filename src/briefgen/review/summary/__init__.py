"""A review as a paper: what was changed, by whom and when, said and disputed, for people who do not read YAML."""

from briefgen.review.summary.paper import Reviewers, summarised

__all__ = ["Reviewers", "summarised"]
