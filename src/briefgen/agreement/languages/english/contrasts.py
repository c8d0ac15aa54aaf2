"""English: words of which a claim may not have the one where its passage has the other."""

from collections.abc import Mapping

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Contrast

CONTRASTS: Mapping[Contrast, tuple[Cues, Cues]] = {
    "confirming-disputing": (
        Cues("confirm*", "agree|agrees|agreed with", "endors*"),
        Cues("disput*", "contest*", "challeng*", "contradict*"),
    ),
    "killed-injured": (Cues("kill|kills|killed", "dead", "died", "deaths", "fatal*"), Cues("injur*", "wound*", "hurt")),
    "adopted-voted-down": (
        Cues("adopt*", "carried", "passed", "set"),
        Cues("voted down", "lost by", "defeated", "and lost"),
    ),
    "upwards-downwards": (Cues("upwards", "raised", "upward"), Cues("downwards", "lowered", "downward")),
    "more-less": (
        Cues(
            "rise", "rises", "rose", "risen", "rising", "increas*", "grew", "grow", "grows", "grown", "growth",
            "climb*", "up", "gain*", "higher", "jump*",
        ),
        Cues(
            "fewer", "fall", "falls", "fell", "fallen", "falling", "decreas*", "declin*", "drop*", "shrank", "shrink*",
            "shrunk", "reduc*", "down", "lower", "lowered", "lost", "cut", "cuts",
        ),
    ),
    "for-against": (
        Cues("support*", "back", "backs", "backed", "favour*", "favor*", "endors*", "approv*", "in favour"),
        Cues("oppos*", "against", "reject*", "object*", "resist*", "disapprov*", "voted down"),
    ),
    "accepting-refusing": (
        Cues("accept*", "agree", "agreed", "agrees", "approv*", "adopt*", "pass|passes|passed", "granted"),
        Cues("refus*", "reject*", "declin*", "turned down", "disagree*", "deny|denies|denied"),
    ),
    "open-closed": (
        Cues("open", "opens", "opened", "opening", "reopen*"),
        Cues("close", "closes", "closed", "closing", "closure*", "shut*"),
    ),
    "greater-smaller": (
        Cues("larger", "greater", "higher", "bigger", "above", "exceed*", "exceeds", "longer", "highest", "largest"),
        Cues("less", "fewer", "smaller", "lower", "below", "shorter", "lowest", "smallest"),
    ),
    "before-after": (Cues("before", "prior to", "ahead of", "earlier"), Cues("after", "following", "later")),
    "success-failure": (
        Cues(
            "success*", "succeed*", "win", "wins", "won", "meets", "met", "complied", "complies", "pass|passes|passed",
        ),
        Cues("fail", "fails", "failed", "failure*", "lost", "lose", "loses", "miss|misses|missed", "breach*"),
    ),
    "sound-unsound": (
        Cues("safe", "legal", "lawful", "possible", "able", "likely", "sufficient", "adequate", "stable", "reliable"),
        Cues(
            "unsafe", "illegal", "unlawful", "impossible", "unable", "unlikely", "insufficient", "inadequate",
            "unstable", "unreliable", "not enough",
        ),
    ),
    "better-worse": (
        Cues("improv*", "better", "strengthen*", "eas|eased|eases|easing", "best"),
        Cues("worse*", "deteriorat*", "weaken*", "tighten*", "worst"),
    ),
    "beginning-end": (
        Cues("begin", "begins", "began", "begun", "start", "starts", "started", "launch*", "resum*"),
        Cues("end", "ends", "ended", "stop*", "ceas*", "halt*", "suspend*"),
    ),
    "allowed-banned": (
        Cues("allow*", "permit*", "legalis*", "legaliz*", "lifted"),
        Cues("ban", "bans", "banned", "prohibit*", "forbid*", "forbade", "forbidden", "outlaw*", "imposed"),
    ),
    "included-excluded": (Cues("include", "includes", "included", "including"), Cues("exclud*", "except", "excepting")),
    "admitting-denying": (Cues("confirm*", "admit*", "acknowledg*"), Cues("deny", "denies", "denied", "denying")),
    "having-lacking": (
        Cues("enjoy|enjoys|enjoyed", "possess*", "endowed", "well supplied"),
        Cues("lack|lacks|lacked|lacking", "devoid", "deprived", "want of", "short of"),
    ),
    "returning-vanishing": (
        Cues("returned", "reappear*", "resurfac*", "re emerg*", "reemerg*", "came back", "come back"),
        Cues("disappear*", "eradicat*", "vanish*", "stamped out", "wiped out"),
    ),
    "taking-losing": (
        Cues(
            "seize|seizes|seized", "taken over", "took over", "capture|captured|captures",
            "dominate|dominates|dominated|dominating", "in control of", "control|controls|controlled|controlling",
        ),
        Cues("lost control", "lose control", "driven out", "ousted", "expelled", "pushed out", "ceded", "lost hold"),
    ),
    "clear-murky": (
        Cues("clear|clearly", "obvious|obviously", "transparent", "plain|plainly", "evident"),
        Cues("murky", "unclear", "opaque", "obscure", "vague", "hazy", "shadowy"),
    ),
    "remembering-forgetting": (
        Cues("remember|remembers|remembered", "recall|recalls|recalled", "mindful"),
        Cues("forget|forgets|forgot|forgotten"),
    ),
    "keeping-dropping": (
        Cues("keep|keeps|kept|keeping", "retain*", "preserv*", "upheld", "uphold*"),
        Cues(
            "abolish*", "scrap|scrapped|scraps|scrapping", "abandon*", "repeal*", "given up", "dropped", "did away",
            "does away",
        ),
    ),
    "convicted-cleared": (
        Cues("convict*", "guilty", "found liable", "sentenced"),
        Cues("acquit*", "cleared", "innocent", "exonerat*"),
    ),
    "punctual-late": (
        Cues("on time", "ahead of schedule", "on schedule", "in time", "early"),
        Cues("late", "delayed", "behind schedule", "overdue"),
    ),
    "surplus-deficit": (Cues("surplus*", "profit|profits", "in credit"), Cues("deficit*", "shortfall*", "loss|losses")),
    "hired-dismissed": (
        Cues("appoint|appoints|appointed", "hire|hires|hired", "recruit*", "reinstat*"),
        Cues("dismiss|dismisses|dismissed", "sack|sacked", "fired", "resign*", "laid off", "stepped down"),
    ),
    "voluntary-compulsory": (Cues("voluntary|voluntarily", "optional"), Cues("compulsory", "mandatory", "obligatory")),
    "arrested-released": (
        Cues("arrest|arrests|arrested", "detain*", "jail|jailed", "imprison*", "in custody"),
        Cues("release|released|releases", "freed", "set free", "liberat*"),
    ),
    "encouraging-discouraging": (
        Cues("encourag*", "advises|advised in favour"),
        Cues("discourag*", "deter|deters|deterred", "warned|warns|advise|advises|advised against"),
    ),
    "extended-expired": (
        Cues("extend|extends|extended|extension", "renew*", "prolong*"),
        Cues("expir*", "lapse*", "ran out", "cut short", "shortened"),
    ),
    "imports-exports": (Cues("import|imports|imported"), Cues("export|exports|exported")),
    "lending-borrowing": (Cues("lend|lends|lent|lending", "creditor*"), Cues("borrow*", "debtor*")),
    "strong-weak": (Cues("strong|stronger|strongest|strongly", "robust"), Cues("weak|weaker|weakest|weakly", "feeble")),
    "north-south": (Cues("north|northern|northwards"), Cues("south|southern|southwards")),
    "east-west": (Cues("east|eastern|eastwards"), Cues("west|western|westwards")),
    "women-men": (Cues("women|woman|girls|girl|female"), Cues("men|man|boys|boy|male")),
    "urban-rural": (Cues("urban|towns|cities"), Cues("rural|countryside")),
    "summer-winter": (Cues("summer|summers"), Cues("winter|winters")),
    "public-private": (Cues("public|publicly"), Cues("private|privately")),
    "many-few": (
        Cues("many", "most", "numerous", "the majority", "a majority"),
        Cues("few", "a minority", "hardly anyone", "hardly any", "a handful"),
    ),
    "fulfilled-broken": (
        Cues("honour|honours|honoured", "honored", "kept its|their word|promise", "complied", "complies", "comply"),
        Cues("breach*", "broke|broken|breaks", "flout*", "violat*"),
    ),
    "helping-hindering": (
        Cues("help|helps|helped|helping", "assist|assists|assisted", "facilitat*", "eased"),
        Cues("hinder*", "hamper*", "obstruct*", "imped*", "prevent|prevents|prevented", "complicat*"),
    ),
    "hastening-delaying": (
        Cues("speed|speeds|sped|speeded up", "accelerat*", "hasten*", "brought forward"),
        Cues("slow|slows|slowed", "delay|delays|delayed", "postpon*", "put off", "pushed back", "deferred"),
    ),
    "approving-criticising": (
        Cues("praise|praises|praised", "welcome|welcomes|welcomed", "applaud*", "commend*"),
        Cues("critici*", "condemn*", "denounc*", "deplor*", "blame|blames|blamed", "censur*"),
    ),
    "joining-leaving": (
        Cues("join|joins|joined", "enter|enters|entered", "accede|acceded"),
        Cues(
            "leave|leaves|leaving", "quit|quits", "withdraw|withdraws|withdrew|withdrawn|withdrawal",
            "pull|pulled|pulls out", "walked out",
        ),
    ),
    "cheap-dear": (
        Cues("cheap|cheaper|cheapest", "inexpensive"),
        Cues("expensive", "dear|dearer|dearest", "costly|costlier|costliest"),
    ),
    "fast-slow": (
        Cues("fast|faster|fastest", "quick|quicker|quickly|quickest", "rapid|rapidly", "swift*"),
        Cues("slow|slower|slowest|slowly"),
    ),
    "domestic-foreign": (Cues("domestic", "home grown", "local"), Cues("foreign", "overseas", "abroad")),
    "upstream-downstream": (Cues("upstream"), Cues("downstream")),
    "morning-evening": (Cues("morning|mornings"), Cues("evening|evenings|night|nights|afternoon")),
    "permanent-temporary": (
        Cues("permanent|permanently", "for good", "indefinite*"),
        Cues("temporary|temporarily", "provisional*", "interim"),
    ),
    "staying-leaving": (
        Cues("remain|remains|remained", "stay|stays|stayed", "keep|keeps|kept within"),
        Cues("leave|leaves|left", "exit*", "go|goes|went beyond", "stray*", "depart|departs|departed"),
    ),
}  # fmt: skip
