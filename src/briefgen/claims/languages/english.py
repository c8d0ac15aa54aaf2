"""English."""

from collections.abc import Mapping

from briefgen.claims.lexicon import Amounts, Contrast, Dates, Denials, Lexicon, Numerals, Reserves, Scope, Voices
from briefgen.claims.phrases import Cues

# English: the words around numbers.

_UNITS = {
    "knot": "knot", "knots": "knot", "kilometres per hour": "kmh", "kilometers per hour": "kmh", "kph": "kmh",
    "percent": "percent", "per cent": "percent", "pct": "percent", "percentage point": "point",
    "percentage points": "point", "points": "point", "point": "point",
    "basis points": "basis-point", "basis point": "basis-point", "pp": "point", "per thousand": "per-mille",
    "euro": "eur", "euros": "eur", "dollar": "dollar", "dollars": "dollar", "us dollars": "dollar",
    "pound": "pound", "pounds": "pound", "pounds sterling": "pound", "peso": "peso", "pesos": "peso",
    "francs": "franc", "crowns": "crown", "crown": "crown", "kroner": "crown", "krona": "crown", "rupees": "rupee",
    "rupee": "rupee",
    "shillings": "shilling", "rand": "rand", "rubles": "ruble", "roubles": "ruble", "yuan": "yuan", "lira": "lira",
    "liras": "lira",
    "dinars": "dinar", "dirhams": "dirham", "reais": "real", "zlotys": "zloty", "marks": "mark",
    "franc": "franc", "yen": "yen", "cents": "cent", "gourdes": "gourde",
    "second": "", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour",
    "day": "day", "days": "day", "night": "night", "nights": "night", "week": "week", "weeks": "week",
    "fortnight": "fortnight", "fortnights": "fortnight", "month": "month", "months": "month", "quarters": "quarter",
    "year": "year", "years": "year", "decade": "decade", "decades": "decade", "century": "century",
    "centuries": "century", "yr": "year", "yrs": "year", "hrs": "hour", "mins": "minute",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m", "kilometre": "km", "kilometres": "km", "kilometer": "km",
    "kilometers": "km", "mile": "mile", "miles": "mile", "centimetre": "cm", "centimetres": "cm", "centimeters": "cm",
    "millimetre": "mm", "millimetres": "mm", "millimeters": "mm", "foot": "foot", "feet": "foot", "inch": "inch",
    "inches": "inch", "gram": "g", "grams": "g", "grammes": "g", "kilogram": "kg", "kilograms": "kg", "kilos": "kg",
    "kilo": "kg", "kilogrammes": "kg", "tonne": "t", "tonnes": "t", "ton": "t", "tons": "t", "metric tons": "t",
    "milligrams": "mg", "hectare": "ha", "hectares": "ha", "acre": "acre", "acres": "acre", "litre": "l",
    "litres": "l", "liter": "l", "liters": "l", "gallon": "gallon", "gallons": "gallon", "barrel": "barrel",
    "barrels": "barrel", "cubic metre": "m3", "cubic metres": "m3", "cubic meters": "m3", "square metre": "m2",
    "square metres": "m2", "square meters": "m2", "square kilometre": "km2", "square kilometres": "km2",
    "square kilometers": "km2", "watt": "w", "watts": "w", "kilowatt": "kw", "kilowatts": "kw", "megawatt": "mw",
    "megawatts": "mw", "gigawatt": "gw", "gigawatts": "gw", "kilowatt hours": "kwh", "kilowatt hour": "kwh",
    "megawatt hours": "mwh", "gigawatt hours": "gwh", "terawatt hours": "twh", "degrees": "celsius",
    "degree": "celsius", "decibels": "db", "millilitres": "ml", "milliliters": "ml", "stone": "",
}  # fmt: skip
_COUNTED = {
    "person": (
        "people person persons residents inhabitants citizens villagers townspeople adults individuals respondents"
        " patients migrants refugees voters"
    ),
    "household": "household households families family",
    "dwelling": "dwelling dwellings homes house houses flats apartments properties",
    "building": "building buildings",
    "child": "child children pupils minors",
    "woman": "woman women girls",
    "man": "man men boys",
    "worker": "workers employees staff jobs nurses teachers doctors officers",
    "school": "school schools classrooms",
    "hospital": "hospital hospitals clinics clinic",
    "village": "village villages",
    "town": "town towns city cities municipalities",
    "district": "district districts neighbourhoods neighborhoods wards",
    "region": "region regions province provinces counties",
    "country": "country countries states nations",
    "vehicle": "vehicle vehicles cars buses lorries trucks",
    "death": "death deaths dead killed fatalities",
    "injury": "injured injuries wounded",
    "case": "case cases infections",
    "vote": "vote votes ballots",
    "company": "company companies firms businesses",
}

AMOUNTS = Amounts(
    units=_UNITS,
    counted={
        word: "household" if kind == "dwelling" else kind for kind, words in _COUNTED.items() for word in words.split()
    },
    per={
        "hour": Cues("an hour", "per hour", "hourly", "each hour", "every hour", "/h"),
        "day": Cues("a day", "per day", "daily", "each day", "every day", "per person per day"),
        "night": Cues("a night", "per night", "nightly", "each night", "every night"),
        "week": Cues("a week", "per week", "weekly", "each week", "every week"),
        "month": Cues("a month", "per month", "monthly", "each month", "every month"),
        "year": Cues("a year", "per year", "yearly", "annually", "each year", "every year", "per annum", "annual"),
    },
    more=Cues("more", "higher", "above", "extra", "additional", "longer", "over"),
    difference_gap=0,
    fewer=Cues("fewer", "less", "cheaper", "lower", "below", "short of", "under"),
    about=Cues(
        "about", "around", "roughly", "approximately", "approx", "some", "circa", "an estimated", "estimated",
        "estimated at", "estimated to _", "in the region of",
        "nearly", "almost", "something like", "close to", "or so", "or thereabouts", "broadly",
        "in the order of", "on the order of", "more or less", "ca",
    ),
    estimating=Cues("estimat*", "put|puts|putting at", "put|puts _ at", "put|puts the _ at", "put|puts the _ _ at",
    "reckon*", "calculat*", "guess*"),
    least=Cues(
        "higher than", "larger than", "longer than", "older than", "bigger than", "taller than", "heavier than",
        "more than", "at least", "over", "above", "exceeding", "upwards of", "no fewer than", "no less than",
        "or more", "or higher",
        "a minimum of", "not less than", "in excess of", "well over", "just over", "slightly more than",
        "a little over",
        "over|above the age of", "aged over", "exceeds", "exceeded", "greater than", "beyond", "minimum",
    ),
    most=Cues(
        "lower than", "smaller than", "shorter than", "younger than", "cheaper than", "lighter than",
        "less than", "fewer than", "at most", "up to", "under", "below", "no more than", "just under",
        "as many as", "as much as", "a maximum of", "not more than", "or less", "or fewer", "well under",
        "slightly less than",
        "below|under the age of", "younger than", "aged under", "does|do|did|would not exceed", "not exceed",
        "maximum", "close on", "not exceeding", "as long as", "just short of", "short of", "a little under",
        "little under",
        "not quite", "no longer than", "not above", "at the most", "a shade under", "not even",
    ),
    behind_numbers=Cues(
        "at the most", "at the least", "or so", "or more", "or higher", "or less", "or fewer", "at least", "at most",
        "approx*",
    ),
    behind_nouns=Cues("at least", "at most", "or more", "or higher", "or fewer", "or less"),
    terms=frozenset("half quarter semester term".split()),
    year_parts={"quarter": 3, "trimester": 3, "half": 6, "semester": 6},
    rest=Cues("rest", "others", "remainder", "remaining"),
    parting=Cues("and", "but", "while", "whereas", "against", "compared with"
    "|to", "up from", "down from", "versus", "from", "to", "after", "before", "rather than", "than"),
    spanning=frozenset({"over"}),
)  # fmt: skip


# English: words of which a claim may not have the one where its passage has the other.

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


# English: the words of dates.

MONTHS = "january february march april may june july august september october november december".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_EVERY_DAY = "|".join(DAYS)

DATES = Dates(
    months={word: number for number, word in enumerate(MONTHS, 1)}
    | {word[:3]: number for number, word in enumerate(MONTHS, 1) if word not in {"may", "march"}}
    | {"sept": 9},
    weekdays={word: number for number, word in enumerate(DAYS, 1)}
    | {word + "s": number for number, word in enumerate(DAYS, 1)},
    early=Cues("early", "early in", "beginning of", "start of", "at the start of"),
    middle=Cues("mid", "middle of"),
    late=Cues("late", "late in", "end of", "at the end of"),
    before_month=Cues(
        "in", "of", "since", "until", "till", "by", "last", "next", "this", "early", "mid", "late", "from", "to",
        "during", "before", "after", "every", "each", "between", "through",
    ),
    doubtful=frozenset({"may", "march", "mar", "dec", "sep", "jan"}),
    same_month=Cues("of that month", "of the same month"),
    between=frozenset({"of", "the", "in"}),
    before_day=frozenset({"the"}),
    spans=frozenset({"to", "and", "or", "until", "till", "through", "-", "–", "—"}),
    relative=Cues(
        "next|last|this january|february|april|june|july|august|september|october|november|december",
        "this|last|next|past week|month|year|quarter|summer|winter|autumn|fall|spring|weekend|morning|evening",
        f"this|last|next {_EVERY_DAY}",
        "yesterday", "tomorrow", "tonight", "last night", "the other day", "earlier today", "later today",
        "earlier this|last week|month|year", "later this|next week|month|year", "a few days|weeks|months|years ago",
        "_ days|weeks|months|years ago", "a day|week|month|year ago", "an hour ago", "the past few days|weeks|months",
        "in recent days|weeks|months", "in the last few days|weeks|months|years", "the coming days|weeks|months",
        "the past|last _ days|weeks|months|years", "past|last few days|weeks|months", "the day before yesterday",
        "a fortnight ago", "earlier this summer|winter|spring|autumn",
        "the previous day|week|month|year", "over the past year|month|week", "the following day|week|month|year",
    ),
    other_years=Cues(
        "year|years before|earlier|later", "previous year", "preceding year", "following year", "year after",
        "prior year", "year on year", "last year", "on the year", "next year",
    ),
    seasons={"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4},
    decades=Cues(),
    before_noon=Cues("am", "a.m.", "a.m", "in the morning"),
    after_noon=Cues("pm", "p.m.", "p.m", "in the afternoon|evening", "at night"),
    twelve_hours=True,
    month_first=True,
    moving=Cues("this|last|next year|month|week|quarter", "of this|last|next year|month", "yesterday", "tomorrow"),
    owners=frozenset("its their his her".split()),
    moving_before=frozenset({"last", "next"}),
    moving_behind=frozenset(),
    passing=Cues(
        "currently", "at present", "at the moment", "right now", "today", "these days", "nowadays", "presently",
        "recently", "lately", "to this day",
    ),
)  # fmt: skip


# English: the words of denial.

DENIALS = Denials(
    negation=Cues(
        "not", "n't", "cannot", "no", "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "no one",
        "isn't", "aren't",
        "wasn't", "weren't", "don't", "doesn't", "didn't", "hasn't", "haven't", "hadn't", "won't", "wouldn't",
        "can't", "couldn't",
        "shouldn't", "non",
    ),
    refusal=Cues(
        "abstain* from", "shut", "closed", "cut off", "broken off", "resigned",
        "stepped down", "quit",
        "spares|spare",
        "escap*", "untouched", "short of", "stopped short", "decline*",
        "unless", "exhaust*", "run|runs|ran out", "unlawful", "unfair", "unjust", "unacceptable", "unanswered",
        "leave|leaves|left|leaving out", "shielded", "spared", "immune", "free to", "alone", "fewer than half",
        "less than half",
        "limited to", "capped", "capped at", "excused", "waived", "no longer", "apart from", "other than", "all but",
        "refus*", "reject*", "refrain*", "deny|denies|denied|denying", "fail", "fails", "failed", "failing",
        "failure*", "lack", "lacks", "lacked", "lacking",
        "without", "unable", "absence", "absent", "oppos*", "against", "declin*", "ban", "bans", "banned", "halt*",
        "stop*", "ceas*", "suspend*",
        "cancel*", "prevent*", "avoid*", "exclud*", "except", "missing", "remains to", "yet to", "short of",
        "una*ed|unb*ed|unc*ed|und*ed|une*ed|unf*ed|ung*ed|unh*ed|unl*ed|unm*ed|uno*ed|unp*ed|unq*ed|unr*ed|uns*ed"
        "|unt*ed|unu*ed",
        "unchanged", "unused",
        "untouched", "unpaid", "unsigned", "unsafe", "untested", "unable", "unwilling", "unresolved", "unclear",
        "unknown", "uncertain", "incomplete",
        "impossible", "insufficient", "illegal", "ineligible", "invalid", "inactive", "independent*", "hardly",
        "barely", "rarely", "seldom", "few",
        "little", "zero", "idle", "void", "free", "shortage*", "scarc*", "rule|rules|ruled out", "blocked", "withh*",
        "dismiss*",
        "disput*", "disagree*", "dissent*", "out of", "free of", "exempt*", "rather than", "instead of", "empty",
        "postpone*", "unfunded", "vetoed",
        "still to", "await*", "pending", "turn|turns|turned _ down", "turn|turns|turned the _ down", "outstanding",
        "abandon*", "struck down", "turned down", "unchecked", "unreported", "unspent", "unoccupied", "vacant",
        "nil",
    ),
    correlative=frozenset({"neither", "nor"}),
    affirming=Cues(
        "not even half|a",
        "nowhere|nobody|nothing|none _ more|less|worse|better|*er than", "no _ _ more|less|worse|better|*er than",
        "nowhere|nobody|nothing|none _ _ more|less|worse|better|*er than",
        "nowhere|nobody|nothing|none _ _ _ more|less|worse|better|*er than",
        "never so|as", "never _ so|as", "never _ _ so|as",
        "nowhere else", "nothing else", "no one else", "nobody else", "no other", "not exceed", "nothing but",
        "not only", "not just", "not least", "no fewer than", "no less than",
        "no more than",
        "no later than", "not merely",
        "none other than", "no doubt", "not more than", "not less than", "no sooner", "whether or not", "no one but",
        "nobody but",
    ),
    weak_denials=frozenset({"without"}),
    restrictive=Cues(),
    nobody=Cues("no", "none", "nobody", "nothing", "never", "neither", "no one"),
    able=Cues("can", "cannot", "able to", "free to", "allowed to"),
    refusing=Cues("refus*", "declin* to", "reject*", "unwilling to"),
    undone=Cues("have|has|had not", "haven't|hasn't|hadn't", "have|has|had never", "have|has yet to"),
    perfect=Cues("has", "have"),
    denying=Cues(
        "devoid of",
        "abstain* from",
        "refus*", "reject*", "refrain*", "deny|denies|denied|denying", "declin* to", "fail|fails|failed|failing to",
        "ruled|rules|rule out",
        "unable to", "without", "lack|lacks|lacked", "unwilling to", "turned down", "prevented from", "opposed",
        "opposes", "oppose", "exempt*", "exclud*", "barred from", "stopped short of",
    ),
    contrasts=CONTRASTS,
    prefixes=("un", "in", "im", "il", "ir", "dis", "non"),
    adjective_endings=(
        "ble", "al", "ent", "ant", "ive", "ct", "ate", "ed", "ing", "lar", "fair", "safe", "happy", "clear", "aid",
        "sold", "known", "seen", "done",
    ),
)  # fmt: skip


# English: the words of numbers.

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_ONES += "seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
_ORDINALS += "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()

NUMERALS = Numerals(
    atoms={word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)},
    hundreds=frozenset({"hundred"}),
    magnitudes={
        "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
        "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
    },
    collectives={"dozen": 12},
    vague={"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1_000_000, "billions": 10**9},
    shares={
        "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
        "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
        "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100,
    },
    halves=frozenset({"half", "halves"}),
    weak_halves=frozenset(),
    ordinals={word: number for number, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30},
    ordinal_endings=frozenset({"st", "nd", "rd", "th"}),
    articles=frozenset({"a", "an", "one"}),
    joiners=frozenset({"and"}),
    between=frozenset({"to", "and", "or", "-", "–", "—"}),
    out_of=Cues("in", "in every", "out of", "out of every", "of every", "of", "in each", "of the", "out of the",
    "of its|their|our|his|her|these|those"),
    factors={
        "doubled": 2, "double": 2, "doubling": 2, "doubles": 2, "twice": 2, "twofold": 2, "tripled": 3, "triple": 3,
        "trebled": 3, "threefold": 3, "quadrupled": 4, "fourfold": 4, "halved": 0.5, "halve": 0.5, "halving": 0.5,
        "tenfold": 10, "fivefold": 5,
    },
    decimal=".",
    of=frozenset({"of"}),
    before_years=frozenset({"of", "in"}),
    before_spans=frozenset({"in"}),
    behind_half_hours=frozenset({"past"}),
    letters=True,
    joins_hundreds=True,
)  # fmt: skip


# English: the words of reserve.

RESERVES = Reserves(
    allegation=Cues(
        "accus*", "alleg*", "claim", "claims", "claimed", "claiming", "reportedly", "suspected", "suspect",
        "suspicion*",
        "said to", "is said to have", "purported*", "rumour*", "rumor*", "unconfirmed", "unverified", "complaint*",
        "charged with",
        "according to", "reported", "reports of", "denounc*", "supposed*", "contend*", "assert*", "maintain that",
        "argue*",
    ),
    suspicions=Cues("accus*", "suspic*", "suspec*", "rumo*", "reports of", "allegation*"),
    doubt=Cues(
        "credibl*", "conceivabl*", "plausibl*",
        "possib*", "ruled|rule|rules out", "excluded", "option", "opinion", "view", "proven", "proved",
        "not established",
        "evidence", "credible evidence", "evidence suggests", "suggest*", "indicat*", "appear", "appears",
        "appeared", "apparently",
        "seem", "seems", "seemed", "may", "might", "could", "likely", "unlikely", "probably", "probable",
        "possibl*", "perhaps",
        "believed", "believe", "believes", "thought to", "expected", "expect", "expects", "estimate*", "estimates",
        "projected",
        "projection*", "forecast*", "preliminary", "provisional", "potential*", "presum*", "risk", "risks", "tend",
        "tends", "would",
        "considered", "signs", "sign", "plausib*", "uncertain", "unclear", "not certain", "not confirmed", "assum*",
        "seemingly", "doubt*",
        "should", "is set to", "prone", "chance", "in theory", "on paper", "partial", "partially", "so it seems",
        "think", "thinks", "danger*", "threat*", "supposedly", "ostensibly", "in all likelihood", "as far as",
    ),
    intention=Cues(
        "agreed", "wish*", "willing*",
        "agree|agrees to", "accept*", "resolve|resolved|resolves to", "decided to",
        "plan", "plans", "planned", "planning", "intend*", "aim", "aims", "aimed", "propos*", "hope", "hopes",
        "hoped", "promis*",
        "pledg*", "agreed to", "consider*", "want", "wants", "wanted", "seek", "seeks", "sought", "would", "draft",
        "scheduled",
        "due to", "is to", "are to", "was to", "were to", "will", "shall", "set to", "vow*", "undertak*",
        "undertook", "expected",
        "threaten*", "offer*", "willing", "ready to", "prepared to", "announc*", "commit*", "request*", "asked",
        "ask", "asks", "called for",
        "recommend*", "urge*", "should", "envisag*", "in principle", "try", "tries", "tried", "attempt*", "bid",
    ),
    future=frozenset({"will", "shall"}),
    condition=Cues(
        "if", "unless", "provided", "provided that", "on condition that", "as long as", "assuming", "in case",
        "subject to", "should",
        "only if", "only when", "depending on", "once", "conditional*", "condition", "conditions", "contingent",
        "when", "depends", "until",
        "without", "where", "would", "requires", "require", "ask|asks|asked that|for", "demand*", "insist*",
        "in return for", "in exchange for", "so long as", "pending", "hinges on", "provided", "on the basis that",
        "given",
        "were to", "with a", "with the", "failing", "barring", "even if", "whether",
    ),
    extent=Cues(
        "now and then|again", "once in a while", "there are times", "there were times",
        "often", "sometimes", "usually", "generally", "mostly", "largely", "mainly", "partly", "in part",
        "partially", "occasionally",
        "typically", "frequently", "rarely", "seldom", "in some cases", "in most cases", "to some extent",
        "at times", "nearly", "almost",
        "virtually", "normally", "in many cases", "primarily", "chiefly", "in places", "for the most part", "tend*",
        "as a rule", "relatively",
        "somewhat", "slightly", "moderately", "sporadic*", "regularly", "most", "from time to time", "repeatedly",
        "some", "many",
        "intermittent*", "on occasion", "principally", "broadly", "limited", "not always", "little", "hardly",
        "scarcely", "in general", "on the whole", "overall", "by and large", "more often than not",
    ),
    so_far=Cues(
        "remain|remains|remained to be", "left to", "outstanding",
        "so far", "to date", "until now", "up to now", "yet", "as yet", "thus far", "as of", "still", "for now",
        "for the time being",
        "temporarily", "by then", "until then", "by that date", "hitherto", "up to then", "at that point",
        "at the time", "provisionally",
        "initially", "for the moment", "by the time", "had not", "by _", "until _", "interim", "at that date",
        "at the date", "up to _",
    ),
    unreserved=Cues("even if", "as if", "ask|asks|asked if", "if not", "if anything", "if at all", "the most",
    "could confirm|verify|find|see|hear"),
    possible=Cues("may", "might", "could"),
    not_possible=Cues(
        "could not", "couldn't", "might of", "the might", "military might", "all _ might", "come what may",
        "as the case may be",
        "as best _ could", "might and main", "whatever _ may", "however _ it may be",
    ),
    likelihoods={
        "almost no chance": ("almost no chance",),
        "very unlikely": ("very unlikely",),
        "unlikely": ("unlikely",),
        "roughly even chance": ("roughly even chance",),
        "likely": ("likely",),
        "very likely": ("very likely",),
        "almost certain": ("almost certain", "almost certainly"),
        "highly improbable": ("highly improbable",),
        "improbable": ("improbable", "improbably"),
        "roughly even odds": ("roughly even odds",),
        "probable": ("probable", "probably"),
        "highly probable": ("highly probable",),
        "nearly certain": ("nearly certain", "nearly certainly"),
        "remote chance": ("remote chance",),
        "highly unlikely": ("highly unlikely",),
        "realistic possibility": ("realistic possibility",),
        "highly likely": ("highly likely",),
        "": (
            "quite likely", "fairly likely", "rather likely", "extremely likely", "quite unlikely",
            "extremely unlikely",
            "rather unlikely", "more likely than not", "very probable", "very probably", "most probably",
            "quite probably",
            "in all likelihood", "in all probability", "good chance", "fair chance", "slim chance",
            "slight chance", "even chance",
            "remote possibility", "strong possibility", "real possibility", "distinct possibility",
        ),
    },
    comparing=Cues(
        "more likely", "less likely", "most likely", "least likely", "as likely", "equally likely",
        "more probable", "less probable",
        "most probable", "least probable", "how likely", "how probable", "likely or not", "how unlikely",
        "more unlikely",
    ),
    confidence=Cues(
        "low|moderate|medium|high|limited|great|full|little confidence", "level|levels|degree of confidence",
        "confidence level|levels",
        "are|am|remain confident", "with confidence", "confidently", "our|analytic|analytical confidence",
        "confidence in this|the|our judgement|judgment|assessment|conclusion|finding",
    ),
    weighty={
        "quantifier": Cues(
            "many", "several", "some", "most", "a number of", "a few", "few", "a majority of", "the majority of",
            "a minority of",
            "part of", "parts of", "a handful of", "numerous", "certain", "a large number of", "a small number of",
            "not all",
            "a portion of", "nearly all", "almost all", "a large share of", "a large part of",
        ),
        "allegation": Cues(
            "accus*", "alleg*", "reportedly", "suspected", "said to", "purported*", "unconfirmed", "unverified",
            "claim", "claims",
            "claimed", "rumour*", "rumor*", "reports of", "suspicion*", "supposedly", "what _ called",
            "what _ calls", "so called", "described as", "in the words of",
        ),
        "doubt": Cues(
            "credible indications", "indications that", "indications of", "is|are estimated to", "estimated to",
            "impression", "reliable information", "not rule|ruled out", "does|do|did not exclude",
            "cannot be ruled out",
            "it is possible", "is possible", "probable", "presumably", "conceivable", "conceivably", "arguably",
            "tentative*",
            "unaudited", "as far as is known", "to our knowledge", "on balance", "is thought", "are thought",
            "looks set to", "looks like", "forecast to", "is likely", "are likely", "unlikely",
             "one estimate", "estimated at", "thought likely", "a chance", "the likelihood",
            "points to",
            "credible evidence", "grounds to believe", "reason|reasons to believe", "evidence that", "some evidence",
            "evidence suggests", "suggests", "suggest",
            "suggested", "appear", "appears",
            "appeared", "apparently", "seem", "seems", "seemed", "may", "might", "could", "likely", "probably",
            "possibly", "perhaps", "believed",
            "thought to", "is expected", "are expected", "was expected", "were expected", "expected to", "estimate",
            "estimates", "estimated that",
            "projected", "preliminary", "provisional", "potentially", "expects", "expect", "signs of", "signs that",
            "a risk of", "not certain",
        ),
        "wish": Cues(
            "aims to", "aimed to", "aim to", "proposes", "proposed", "propose", "proposing", "hopes to", "hoped to",
            "hope to",
            "is considering", "are considering", "draft", "seeks to", "seek to",
        ),
        "intention": Cues(
            "plan to", "plans to", "our intention", "the intention", "aim to", "is to be", "are to be",
            "has|have offered", "planned to", "planning to", "intend*", "intention to", "promis*", "pledg*",
            "agreed to",
            "vow*", "offered to", "threaten*", "has undertaken to", "scheduled to", "due to open", "expects to",
        ),
        "condition": Cues(
            "if", "unless", "provided that", "provided", "on condition that", "as long as", "assuming", "subject to",
            "only if", "depending on",
            "conditional on", "only when", "on the condition that", "contingent on",
        ),
        "extent": Cues(
            "often", "sometimes", "usually", "generally", "mostly", "largely", "mainly", "partly", "in part",
            "partially", "occasionally",
            "typically", "in some cases", "in most cases", "nearly", "almost", "virtually", "at times",
            "to some extent", "frequently",
            "tends to", "tend to", "rarely",
        ),
        "so-far": Cues("so far", "to date", "until now", "up to now", "thus far", "for now", "for the time being",
        "temporarily"),
    },
)  # fmt: skip


# English: the words of all and some.

SCOPE = Scope(
    quantifiers=Cues(
        "predominant*", "predominate*", "mainly",
        "many", "several", "some", "most", "a number of", "an|a _ number of", "a few", "few", "a majority of",
        "the majority of", "a minority of",
        "part of", "parts of", "a handful of", "numerous", "various", "certain", "a large number of",
        "a small number of",
        "large numbers of", "a lot of", "half of", "not all", "a portion of", "much of", "a group of", "a share of",
        "majority", "minority", "one of", "two of", "mostly", "a good many", "a great many", "countless",
        "hardly any", "there are _ in which", "there are _ where", "there are|were", "for the most part",
        "a section of", "plenty of", "lots of", "a large part of", "a large share of", "nearly all", "almost all",
        "more than half",
        "dozens of", "hundreds of", "thousands of", "scores of", "a significant number of", "widespread",
        "a fraction of",
    ),
    majority=Cues("major*", "most"),
    universal=Cues(
        "all", "every", "everyone", "everybody", "entire", "whole", "always", "each", "everywhere", "nationwide",
        "throughout", "without exception", "unanimously", "unanimous", "across the country",
        "countrywide", "total",
    ),
    seeming_universal=Cues("everything points|suggests|indicates", "all the signs|evidence|indications", "all signs",
    "after all", "at all", "above all", "in all", "all but", "all the same", "as a whole"),
    parts=Cues(
        "member of", "belongs to",
        "members of", "a member of", "some of", "part of", "parts of", "elements of", "a faction of", "sections of",
        "a group of", "certain", "one of", "several of", "many of", "most of", "a wing of", "some",
        "a minority of", "a section of", "a branch of", "branches of", "individual", "a few of",
        "most", "segments of", "portions of", "some members of", "two of", "three of", "half of", "areas of",
    ),
    asked=Cues(
        "interview*", "questionnaire*",
        "respondents", "respondent", "surveyed", "of those asked", "interviewed", "interviewees", "polled", "sampled",
        "sample", "of those questioned", "who answered", "of the residents asked", "those asked", "in the survey",
        "participants",
        "who replied", "in the sample", "asked", "who responded", "survey", "poll", "said", "say", "questioned",
        "answers",
        "consulted", "of those who", "who took part",
    ),
    surveys=frozenset("survey poll sample".split()),
    narrow_places=Cues(
        "capital", "city", "town", "village", "district", "districts", "neighbourhood", "neighborhood",
        "neighbourhoods",
        "province", "region", "county", "municipality", "island", "port", "harbour", "suburb", "suburbs", "valley",
        "coast", "coastal", "northern", "southern", "eastern", "western", "north", "south", "east", "west", "ward",
        "local", "urban", "rural", "city's", "capital's", "metropolitan", "parish", "borough", "downtown", "quarter",
        "camp", "street", "airport", "old town", "canton", "communes", "provinces", "regions", "lowland", "upland",
        "inner-city", "downstream", "upstream", "basin", "delta", "peninsula",
    ),
    wide_places=Cues(
        "country", "nation", "national", "nationally", "nationwide", "the country's", "countrywide",
        "across the country",
        "throughout the country", "the whole country", "worldwide", "global", "globally", "the world", "the continent",
        "region-wide", "citywide", "city-wide", "the whole city", "the entire city", "the region", "the province",
        "the state",
        "island-wide", "statewide", "the whole region", "the whole province", "everywhere", "the whole island",
        "regionwide",
    ),
    idle=Cues(
        "each other", "all time", "after all", "above all", "at all", "all right", "all but", "all in all",
        "all along",
    ),
    capitals=frozenset({"capital"}),
    each=frozenset("each every".split()),
    unanimity=Cues("unanim*"),
    exclusive=Cues("only", "solely", "exclusively", "alone", "nowhere else", "nobody else", "no one else", "no other"),
    outside=Cues("outside", "elsewhere", "beyond", "other than", "apart from", "except", "others", "no other", "rest"),
    indefinite=frozenset(),
    existing=frozenset({"there are", "there were"}),
    settlements=frozenset(
        "district districts department towns cities villages provinces regions counties town city village port island"
        " province region county municipality state canton commune parish camp peninsula valley".split()
    ),
)  # fmt: skip


# English: the words around who speaks.

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


# English.

LEXICON = Lexicon(
    code="en",
    numerals=NUMERALS,
    dates=DATES,
    amounts=AMOUNTS,
    scope=SCOPE,
    reserves=RESERVES,
    denials=DENIALS,
    voices=VOICES,
    determiners=frozenset("the a an its their his her our".split()),
    opening=frozenset("but and while whereas although though because since as when if that so yet however".split()),
    prepositions=frozenset(
        "by in of to for with from on at without except excluding including besides outside inside near".split()
    ),
    contrasting=frozenset("but then or".split()),
    definite=frozenset("the this that these those such its their".split()),
    small_words=frozenset(
        "the a an of to in on at by for from with and or but as is are was were be been being has have had do"
        " does did it its this that these those they them their he she his her we our you your i who whom which"
        " what when where while than then there here into over under about after before between through during"
        " against not no nor so if will would can could may might shall should must also only just very more most"
        " much many some any all each every other another such own same s t per up down out off again once both"
        " few said says say according mr mrs ms dr beyond despite until since among within without although because"
        " however meanwhile unlike upon toward towards along across"
        " except excluding including besides outside inside near".split()
    ),
    endings=("ations", "ation", "ments", "ment", "ings", "ing", "ness", "ies", "ied", "ed", "es", "ly", "al", "s",
    "e", "y"),
    capitalised=frozenset(
        [*MONTHS, *DAYS, "i", "english", "french", "german", "spanish", "european", "christmas", "easter",
        "internet", "covid", "ok"]
    ),
)  # fmt: skip
