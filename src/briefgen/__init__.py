"""briefgen: policy briefs from plain YAML, each statement traced to a passage or marked as a judgement."""

__version__ = "0.2.0.dev0"
