"""French: words of which a claim may not have the one where its passage has the other."""

from collections.abc import Mapping

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Contrast

CONTRASTS: Mapping[Contrast, tuple[Cues, Cues]] = {
    "more-less": (
        Cues(
            "hausse|hausses", "augment*", "accroi*", "accru*", "croissa*", "croissent",
            "monte|montee|montent|monter|montait|montes", "grimp*", "progress*", "en hausse", "a la hausse",
            "gagne|gagnes|gagner|gain|gains", "bond*", "s'envol*", "s'accroi*", "relev*", "flamb*", "grandi*",
            "multipli*", "alourdi*",
        ),
        Cues(
            "baisse*", "baissa*", "diminu*", "decroi*", "decru*", "chut*", "recul*", "redui*", "reduction*", "regress*",
            "en baisse", "a la baisse", "perd|perdent|perdu|perdue|perdus|perdre|perte|pertes", "abaiss*",
            "coupe|coupes", "retreci*", "declin*", "s'effondr*", "effondr*", "plong*",
            "tombe|tombent|tombee|tombes|tomber", "repli*", "amoindri*",
        ),
    ),
    "for-against": (
        Cues(
            "soutien*", "soutenu*", "soutenir", "appui*", "appuy*", "favorable*", "en faveur", "approuv*",
            "approbation*", "defend*",
        ),
        Cues(
            "oppos*", "rejet*", "defavorable*", "desapprouv*", "resist*", "hostil*", "combat*", "conteste*", "s'elev*",
        ),
    ),
    "accepting-refusing": (
        Cues(
            "accept*", "accorde*", "accordait", "approuv*", "approbation", "adopt*", "octroy*", "agree*", "valid*",
            "ratifi*",
        ),
        Cues(
            "refus*", "rejet*", "desaccord*", "decline*", "repouss*", "nie|nient", "deboute*", "rejette*", "invalid*",
            "ecart*",
        ),
    ),
    "open-closed": (
        Cues("ouvr*", "ouvert*", "rouvr*", "rouvert*", "reouvert*"),
        Cues(
            "ferme", "fermes", "fermee", "fermees", "fermer*", "ferment", "fermeture*", "fermait", "fermaient",
            "fermant", "ferma", "clos|close|closes",
        ),
    ),
    "greater-smaller": (
        Cues(
            "davantage", "superieur*", "plus eleve*", "plus grand*", "plus gros*", "plus fort*", "plus haut*",
            "plus long*", "plus nombreu*", "plus important*", "plus cher*", "plus rapide*", "plus souvent", "au dessus",
            "de plus en plus", "plus vite", "plus lourd*",
        ),
        Cues(
            "inferieur*", "moins eleve*", "moins grand*", "moins gros*", "moins fort*", "moins haut*", "moins long*",
            "moins nombreu*", "moins important*", "moins cher*", "moins rapide*", "moins souvent", "au dessous",
            "en dessous", "plus petit*", "plus faible*", "plus bas*", "plus court*", "de moins en moins", "moindre*",
            "moins vite", "moins lourd*",
        ),
    ),
    "before-after": (
        Cues("avant", "prealable*", "plus tot", "anterieur*", "precede*"),
        Cues("apres", "plus tard", "ulterieur*", "posterieur*", "a la suite", "suivant*", "par la suite", "ensuite"),
    ),
    "success-failure": (
        Cues(
            "succes", "reussi*", "reussite*", "gagne*", "remport*", "atteint*", "atteign*", "respect*", "conforme*",
            "rempli*", "satisfai*", "victoire*", "parvien*", "parvenu*",
        ),
        Cues(
            "echec*", "echou*", "perd|perdent|perdu|perdue|perdre", "manqu*", "rate|ratee|rater",
            "viol|viole|violent|viole|violation|violations", "enfrei*", "non conforme*", "defaite*", "enfreint*",
            "non respect",
        ),
    ),
    "sound-unsound": (
        Cues(
            "sure|surs|sures", "legal|legale|legaux|legales", "licite*", "possible|possibles", "capable|capables",
            "probable|probables", "suffisan*", "adequat*", "stable|stables", "fiable|fiables", "potable|potables",
            "apte|aptes", "valide|valides",
        ),
        Cues(
            "dangereu*", "illegal|illegale|illegaux|illegales", "illicite*", "impossible*", "incapable*", "improbable*",
            "insuffisan*", "inadequat*", "inadapte*", "instable*", "peu fiable*", "non potable*", "inapte*",
            "invalide*", "pas assez", "peu sur|sure|surs|sures",
        ),
    ),
    "better-worse": (
        Cues("amelior*", "meilleur*", "mieux", "renforc*", "assoupli*", "alleg*", "consolid*"),
        Cues(
            "pire|pires", "empir*", "aggrav*", "deterior*", "degrad*", "affaibli*", "durci*", "resserr*", "moins bon*",
            "moins bien", "fragilis*",
        ),
    ),
    "beginning-end": (
        Cues(
            "commenc*", "debut*", "demarr*", "lance*", "lancement", "lanca*", "entam*",
            "repris|reprise|reprend|reprennent|reprendre", "inaugur*", "engage*",
        ),
        Cues(
            "finir", "fini*", "pris|prend|prit|prenant|mis|met|mit fin", "termin*", "achev*", "arret*", "cess*",
            "suspen*", "interromp*", "interruption*", "stopp*",
        ),
    ),
    "allowed-banned": (
        Cues("autoris*", "perme*", "permis*", "legalis*", "lever|leve|levee|leves|levees", "toler*"),
        Cues("interdi*", "prohib*", "proscri*", "impos*", "banni*", "bannir"),
    ),
    "included-excluded": (
        Cues("inclu*", "compris|comprise|comprises|comprend|comprennent", "y compris", "englob*"),
        Cues("exclu*", "sauf", "hormis", "excepte*", "a l'exception", "hors"),
    ),
    "admitting-denying": (
        Cues("confirm*", "admet*", "admis*", "reconnai*", "reconnu*"),
        Cues("nie|nient|niait|nier|niant", "dement*", "dementi*", "conteste*"),
    ),
    "having-lacking": (
        Cues("jouit|jouissent|jouissait", "possed*", "beneficie|beneficient", "est dote|dotee"),
        Cues("manque|manquent de|d", "depourvu*", "denue*", "prive|privee|prives|privees de|d"),
    ),
    "returning-vanishing": (
        Cues("est|etait revenu|revenue", "reappar*", "ressurg*", "resurg*", "de retour"),
        Cues("dispar*", "eradiqu*"),
    ),
    "taking-losing": (
        Cues(
            "s'empar*|emparent|emparer|emparee|empares", "empare*", "pris le controle", "domin*",
            "controle|controlent|controlaient", "maitris*",
        ),
        Cues(
            "perdu le controle", "perdu du terrain", "chasse|chasses|chassee|chassees", "expulse*", "delog*",
            "cede|cedent",
        ),
    ),
    "clear-murky": (
        Cues("clair|claire|clairs|claires|clairement", "evident*", "limpid*", "transparen*", "manifeste*"),
        Cues("obscur*", "flou|floue|floues|flous", "opaque*", "trouble|troubles", "vague|vagues", "nebuleu*"),
    ),
    "remembering-forgetting": (
        Cues("se souvien*", "souvien*", "se souvenir", "se rappel*", "en memoire"),
        Cues("oubli*"),
    ),
    "keeping-dropping": (
        Cues("conserv*", "preserv*", "garde|gardent|garder", "maintenu*|maintien|maintient|maintiennent|maintenir"),
        Cues("aboli*", "abandonn*", "supprim*", "abrog*", "renonc*"),
    ),
    "convicted-cleared": (
        Cues("condamn*", "coupable*", "reconnu coupable"),
        Cues("acquitt*", "blanchi*", "innocent*", "disculp*", "relax*"),
    ),
    "punctual-late": (
        Cues("a temps", "dans les delais|temps", "en avance", "a l'heure"),
        Cues("en retard", "retarde|retardes|retardee", "hors delai"),
    ),
    "surplus-deficit": (Cues("excedent*", "benefices"), Cues("deficit*", "perte|pertes")),
    "hired-dismissed": (
        Cues("nomm*", "embauch*", "recrut*", "reintegr*"),
        Cues("licenci*", "revoqu*", "limog*", "demission*", "renvoy*"),
    ),
    "voluntary-compulsory": (Cues("volontaire*", "facultati*", "optionnel*"), Cues("obligatoire*", "force|forcee")),
    "arrested-released": (
        Cues("arret|arrete|arretes|arretee|arretees|arrestation*", "deten*", "incarcer*", "emprisonn*"),
        Cues("liber|libere|liberes|liberee|liberees|liberation|liberations", "relach*"),
    ),
    "encouraging-discouraging": (
        Cues("encourag*", "conseill*", "incit*"),
        Cues("decourag*", "deconseill*", "dissuad*"),
    ),
    "extended-expired": (
        Cues("prolong*", "prorog*", "renouvel*", "reconduit*"),
        Cues("expir*", "echu|echue", "a pris fin", "raccourci*", "ecourt*"),
    ),
    "imports-exports": (Cues("import|importe*|importation*"), Cues("export|exporte*|exportation*")),
    "lending-borrowing": (Cues("prete|pretent|preteur*", "creancier*"), Cues("emprunt*", "debiteur*")),
    "strong-weak": (Cues("fort|forte|forts|fortes|fortement", "solide*"), Cues("faible*", "fragile*")),
    "north-south": (Cues("nord|septentrional*"), Cues("sud|meridional*")),
    "east-west": (
        Cues("l'est|oriental|orientale|orientaux|orientales"),
        Cues("ouest|l'ouest|occidental|occidentale|occidentaux|occidentales"),
    ),
    "women-men": (Cues("femme|femmes|fille|filles|feminin*"), Cues("homme|hommes|garcon|garcons|masculin*")),
    "urban-rural": (Cues("urbain*|citadin*"), Cues("rural|rurale|ruraux|rurales|campagne|campagnes")),
    "summer-winter": (Cues("estival*", "en ete", "l'ete", "cet ete"), Cues("hiver|hivernal*")),
    "public-private": (Cues("public|publique|publics|publiques"), Cues("prive|privee|prives|privees")),
    "many-few": (
        Cues("beaucoup", "nombreux|nombreuses", "la plupart", "la majorite"),
        Cues("peu de|d", "une minorite", "rares sont", "une poignee", "tres peu"),
    ),
    "fulfilled-broken": (
        Cues("honor|honore|honores|honoree", "tenu parole", "se conform*"),
        Cues("enfrei*", "viole*", "manque a|aux", "transgress*"),
    ),
    "helping-hindering": (
        Cues("aide|aident|aidait|aider", "facilit*"),
        Cues("entrav*", "gen|gene|genent|gener", "empech*", "compliqu*", "frein*"),
    ),
    "hastening-delaying": (
        Cues("acceler*", "avance|avancee|avances au", "hat|hate|hater"),
        Cues("ralenti*", "retard*", "report|reporte*", "ajourn*", "differe*", "repouss*"),
    ),
    "approving-criticising": (
        Cues("salu|salue|saluent|salua", "felicit*", "lou|loue|louent"),
        Cues("critiqu*", "condamn*", "denonc*", "deplor*", "blam*", "fustig*"),
    ),
    "joining-leaving": (
        Cues("rejoin|rejoint|rejoignent|rejoindre", "adher*", "entre|entrent|entree dans"),
        Cues("quitte*", "se retir*", "retrait", "sorti|sortie|sortent de"),
    ),
    "cheap-dear": (Cues("bon marche", "moins cher*"), Cues("plus cher|chere|chers|cheres", "couteu*", "onereu*")),
    "fast-slow": (Cues("rapide*|rapidement", "vite"), Cues("lent|lente|lents|lentes|lentement")),
    "domestic-foreign": (
        Cues("interieur*", "local|locale|locaux|locales", "national*"),
        Cues("etranger*", "exterieur*"),
    ),
    "upstream-downstream": (Cues("amont"), Cues("aval")),
    "morning-evening": (Cues("matin|matinee|matins"), Cues("soir|soiree|nuit|apres midi")),
    "permanent-temporary": (
        Cues("permanent*", "definitif|definitive|definitivement", "pour de bon"),
        Cues("temporaire*", "provisoire*"),
    ),
    "staying-leaving": (
        Cues("reste|restent|restait|restaient|resteront|restera", "demeur*"),
        Cues("sort|sortent|sortait|sorti|sortis", "quitt*", "s'ecart*", "s'eloign*"),
    ),
}  # fmt: skip
