"""A stream of parts → what was changed in it, by the paths of fields."""

from briefgen.review.edits import Found
from briefgen.review.elsewhere import joined, moved, others
from briefgen.review.ground import Going, Ground
from briefgen.review.hanging import comments
from briefgen.review.in_fields import edits
from briefgen.review.parts import Stream


def find(stream: Stream, going: Going) -> list[Found]:
    """All that was changed in a story."""
    ground = Ground(stream, going)
    return [*edits(ground), *moved(ground), *joined(ground), *others(ground), *comments(ground)]
