"""French: the words around who speaks."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Voices

VOICES = Voices(
    saying=Cues(
        "parle|parlent|parlait|parlaient de|d", "fait|font etat de|d",
        "dit", "disent", "disait", "disaient", "a dit", "ont dit", "selon", "d'apres", "declar*", "affirm*",
        "annonc*", "rapport|rapporte|rapportent|rapporter",
        "averti*", "ecrit|ecrivent|ecrivait|ecrivit", "argue|arguent", "soutient", "soutiennent", "ajout*",
        "expliqu*", "insist*", "confirm*", "dementi*",
        "dement", "nie|nient", "appelle|appelle|appele", "note|notent|notait|notant", "estim*", "constat*",
        "conclu*", "demand*", "promet*",
        "promis", "reconnai*", "reconnu*", "admet*", "admis", "temoign*", "rappel*", "se plain*", "plaint",
        "maintient", "soulign*", "aux termes de",
        "aux yeux de", "pour reprendre", "repond|repondent|repondait|repondaient|repondit", "repondu", "predi*",
        "remarqu*", "observ*", "precis*", "indiqu*",
        "assur*", "signal*",
        "raconte*", "confie|confient|confiait", "pretend|pretendent", "accus*", "denonc*", "deplor*", "regrett*",
        "juge|jugent", "lance|lancait",
        "releve|relevent", "fait|font savoir|valoir|remarquer|etat", "mis en garde", "met|mettent en garde",
        "au dire de", "propos de", "evoqu*",
    ),
    titles=frozenset(
        "m mm mme mmes mlle me monsieur madame mademoiselle dr docteur docteure pr prof professeur professeure"
        " president presidente ministre premier"
        " premiere secretaire general generale maire mairesse gouverneur gouverneure senateur senatrice depute deputee"
        " juge chef cheffe directeur directrice"
        " roi reine prince princesse colonel capitaine inspecteur inspectrice conseiller conseillere commissaire"
        " ambassadeur ambassadrice porte parole"
        " adjoint adjointe vice ancien ancienne ingenieur ingenieure prefet prefete procureur procureure echevin"
        " bourgmestre sous avocat avocate maitre"
        " commandant lieutenant monseigneur mgr pere soeur".split()
    ),
    bodies=frozenset((
        "ministere departement office agence autorite conseil comite commission bureau cour tribunal syndicat "
        "union association federation ligue groupe parti parlement assemblee senat congres gouvernement "
        "cabinet tresor banque fonds police armee marine garde service institut universite ecole faculte "
        "college hopital clinique centre fondation societe compagnie eglise inspection inspecteur auditeur "
        "mediateur secretariat secretaire chambre maison province ville republique royaume loi code charte "
        "convention traite accord constitution plan programme rapport enquete nations conference alliance "
        "coalition front mouvement forces direction registre statistique eaux eau etats mairie prefecture "
        "etat"
    ).split()),
    stances=Cues(
        "situe|situent", "fixe|fixent a", "ramene|ramenent",
        "recommande|recommandent|recommande", "attribue|attribuent", "qualifie|qualifient", "propose|proposent",
        "exige|exigent", "conteste|contestent", "conclut|concluent", "s'oppose|opposent", "affirme|affirment",
        "impute|imputent", "denonce|denoncent", "juge|jugent", "craint|craignent", "redoute|redoutent",
        "chiffre|chiffrent", "evalue|evaluent", "critique|critiquent", "condamne|condamnent", "salue|saluent",
        "pense|pensent", "croit|croient", "considere|considerent", "reclame|reclament", "preconise|preconisent",
        "conseille|conseillent", "deconseille|deconseillent", "rejette|rejettent", "refute|refutent",
        "calcule|calculent", "commente|commentent", "doute|doutent", "met|mettent en doute",
        "argumente|argumentent", "allegue|alleguent", "suggere|suggerent", "martele|martelent", "avance|avancent",
        "propose que", "replique|repliquent", "retorque|retorquent", "plaide|plaident", "s'attend|attendent a",
        "prevoit|prevoient", "espere|esperent", "exhorte|exhortent", "appelle|appellent a", "reproche|reprochent",
        "impute", "relate|relatent", "mentionne|mentionnent", "atteste|attestent", "s'inquiete|inquietent",
        "repete|repetent", "souhaite|souhaitent", "voit|voient",
    ),
    according=Cues(
        "selon", "d'apres", "aux termes de|du|des", "aux yeux de|du|des", "pour reprendre", "au dire|dires de|du|des",
        "de l'avis de|du|des", "a en croire", "de l'aveu de|du|des", "au jugement de|du|des",
        "d'apres les propos de|du|des",
    ),
    agents=Cues("par", "de la part de"),
    passives=frozenset("est sont etait etaient ete etre fut furent soit".split()),
    auxiliaries=frozenset("a ont avait avaient aura aurait auraient".split()),
    relatives=frozenset("qui lequel laquelle".split()),
    content=frozenset("que qu' de d' des du contre selon d'avoir d'etre visant".split()),
    first_person=Cues("je", "j'*", "nous", "mon|ma|mes", "notre|nos", "moi", "me", "m'*"),
    pronouns=frozenset("il elle ils elles on qui".split()),
)  # fmt: skip
