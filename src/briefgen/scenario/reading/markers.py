"""What an annotation of the model says beyond its type: `Annotated[str, IdRule()]`. Data only: the model is light."""

import msgspec

from briefgen.prose.model import Kind


class IdRule(msgspec.Struct, frozen=True):
    """The text is an id: small letters, digits and hyphens, at most `most` of them."""

    most: int = 64


class RefTo(msgspec.Struct, frozen=True):
    """The text is the id of something else: `option`, `fact or assumption`."""

    what: str


class KindOf(msgspec.Struct, frozen=True):
    """What the sentences of a Prose field are by nature."""

    kind: Kind
