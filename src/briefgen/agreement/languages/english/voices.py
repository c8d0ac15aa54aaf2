"""English: the words around who speaks."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Voices

VOICES = Voices(
    stances=Cues(
        "place|places|placed it|the|them at", "set|sets the _ at", "give|gives a figure",
        "oppose|opposes|opposed", "recommend|recommends|recommended", "attribute|attributes|attributed",
        "describe|describes|described", "hold|holds|held that", "propose|proposes|proposed",
        "demand|demands|demanded", "dispute|disputes|disputed", "conclude|concludes|concluded",
        "project|projects|projected that", "asserts|asserted", "put|puts the", "see|sees no",
        "advise|advises|advised", "urges|urged", "blame|blames|blamed", "point|points|pointed out",
        "concede|concedes|conceded", "contend|contends|contended", "caution|cautions|cautioned",
        "criticise|criticises|criticised", "criticize|criticizes|criticized",
        "condemn|condemns|condemned", "welcome|welcomes|welcomed", "expects|expected that", "believe|believes|believed",
        "thinks|thought that", "fear|fears|feared", "accuse|accuses|accused", "allege|alleges|alleged",
        "calculate|calculates|calculated", "ruled that", "call|calls|called for", "comment|comments|commented",
        "emphasise|emphasises|emphasised", "emphasize|emphasizes|emphasized", "reject|rejects|rejected the",
        "predicts", "put|puts it|this|that|them at", "put by", "doubts|doubted",
        "challenges|challenged", "questioned", "replies", "responded",
        "complains", "threaten|threatens|threatened", "pledges|pledged", "considers",
        "finds", "argue", "warn", "estimate", "reckon|reckons|reckoned", "put|puts the", "notes",
        "state|states that", "add|adds that",
        "made|makes|make it clear", "made|makes|make clear", "suggests that", "suggested that",
    ),
    according=Cues(
        "according to", "in the words of", "in the view of", "in the eyes of", "in the opinion of",
        "in the judgement of", "by the account of", "in the estimation of",
    ),
    agents=Cues("by"),
    passives=frozenset("is are was were be been being get got".split()),
    auxiliaries=frozenset("has have had did does do will would".split()),
    relatives=frozenset("who which".split()),
    content=frozenset("that of against about by".split()),
    first_person=Cues("i", "we", "my", "our", "me", "us"),
    pronouns=frozenset("he she it they we i who".split()),
    bodies=frozenset((
        "ministry minister department office agency authority council committee commission board court "
        "tribunal union association federation league group party parliament assembly senate congress "
        "government cabinet treasury bank fund police army navy guard service bureau institute institution "
        "university school college hospital clinic centre center foundation society company corporation "
        "church inspectorate inspector auditor ombudsman secretariat secretary chamber house state province "
        "city town republic kingdom act law code charter convention treaty agreement constitution plan "
        "programme program report survey courier times post news journal nations states conference alliance "
        "coalition front movement forces directorate registry statistics water"
    ).split()),
    saying=Cues(
        "speaks|spoke of", "talks|talked of",
        "said", "says", "say", "told", "tells", "according to", "stated", "states", "declared", "announced",
        "reported", "reports", "warned",
        "warns", "wrote", "writes", "argued", "argues", "claimed", "claims", "added", "explained", "insisted",
        "confirmed", "denied", "called",
        "noted", "estimates", "estimated", "found", "concluded", "asked", "promised", "acknowledged", "admitted",
        "testified", "recalled",
        "complained", "maintains", "maintained", "stressed", "put it", "in the words of", "replied", "predicted",
        "remarked", "observed",
    ),
    titles=frozenset(
        "treasurer clerk auditor secretariat speaker mr mrs ms dr prof"
        " professor state foreign president minister prime secretary general mayor governor"
        " senator judge chief director chair sir lady lord king queen colonel captain inspector councillor"
        " commissioner ambassador spokesperson spokesman spokeswoman deputy former justice engineer chairwoman"
        " chairman".split()
    ),
)  # fmt: skip
