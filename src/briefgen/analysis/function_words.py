"""Function words, by language: words of three letters and more that say nothing of a subject.

Among them are the words of any comparison: option, criterion.
"""

from functools import cache

_WORDS = {
    "en": (
        "about above according across after again against ago ahead all almost alone along already also although "
        "always among and another any anybody anyone anything are around because become becomes been before began "
        "begin being below between beyond both but came can cannot come comes could criteria criterion did does "
        "doing done down during each either else enough etc even ever every everybody everyone everything except "
        "far few first for from further gave get gets getting give given gives giving goes going gone got had has "
        "have having hence her here hers him his how however instead into its itself just last least less let "
        "like likely made make makes making many may might more most much must neither never nevertheless next "
        "nobody none nor not nothing now off often once one ones only onto option options other others ought our "
        "out over own per perhaps put quite rather said same say saying says second see seem seems seen set "
        "several shall she should since some somebody someone something sometimes still such take taken takes "
        "taking than that the their theirs them themselves then there therefore these they third this those "
        "though three through throughout thus together too took toward towards two under unless until upon use "
        "used uses using very want wants was way well went were what whatever when where whereas whether which "
        "while who whole whom whose why will with within without would year years yes yet you your"
    ),
    "fr": (
        "afin ailleurs ainsi alors année années ans après assez aucun aucune aujourd auquel aussi autant autour "
        "autre autres aux auxquelles auxquels avaient avait avant avec avoir beaucoup bien car ceci cela celle "
        "celles celui cependant certain certaine certaines certains ces cet cette ceux chacun chacune chaque chez "
        "choix combien comme comment contre critère critères dans davantage dehors demi depuis derrière des "
        "desquelles desquels deux deuxième devant devoir devra devraient devrait dit doit doivent donc donner "
        "dont duquel dès déjà désormais elle elles encore enfin ensuite entre envers environ est eux faire fait "
        "faite faites faits faudrait faut fois font hors hui ici ils jamais jusque laquelle lequel les lesquelles "
        "lesquels leur leurs lors lorsque lui mais malgré mettre mieux mis moins même mêmes non nos notamment "
        "notre nous ont option options par parce parfois parmi partout pas pendant personne peu peut peuvent plus "
        "plusieurs plutôt pour pourquoi pourra pourraient pourrait pourtant premier première prendre presque pris "
        "près puis puisque quand quant que quel quelle quelles quelque quelques quels qui quoi quoique rien sans "
        "sauf selon sera seraient serait seront ses seul seule seulement seuls soient soit son sont sous souvent "
        "suivant sur surtout tandis tant tel telle telles tels toujours tous tout toute toutefois toutes trois "
        "trop très une unes uns vers voici voilà voir vont vos votre vous vraiment étaient était étant été être"
    ),
    "es": (
        "acerca además ahora algo alguien alguna algunas alguno algunos algún allí ambas ambos ante anterior "
        "antes apenas aquel aquella aquellas aquello aquellos aquí así aunque año años aún bajo bastante bien "
        "cada casi cierta ciertas cierto ciertos como con conforme contra criterio criterios cual cuales "
        "cualquier cuando cuanto cuya cuyas cuyo cuyos cuál cuándo cuánto cómo dado dan dar deba debe deben deber "
        "debería del demás dentro desde después dicho donde dos durante dónde ella ellas ello ellos embargo "
        "entonces entre era eran eres esa esas ese eso esos esta estar estas este esto estos estuvo está están "
        "etc fin fue fuera fueron gran grandes haber había habían hace hacer hacia han hasta hay haya hecho hizo "
        "hoy incluso jamás junto las les los luego mas mayor mayoría mediante mejor menos mientras mis misma "
        "mismas mismo mismos modo mucha muchas mucho muchos muy más nada nadie ninguna ninguno ningún nos "
        "nosotros nuestra nuestras nuestro nuestros nueva nuevo nunca opciones opción otra otras otro otros para "
        "parte pero pesar poca pocas poco pocos podría podrían por porque pretende primer primera primero puede "
        "pueden puedo pues que quien quienes quiere quizá quién qué sea sean segunda segundo según seis ser será "
        "serán sería serían sido siempre siendo sin sino sobre sola solo son soy sus suya suyo sólo tal también "
        "tampoco tan tanta tanto tener tenía tiene tienen toda todas todavía todo todos tras tres tuvo una unas "
        "uno unos usted ustedes van varias varios veces ver vez"
    ),
    "de": (
        "aber alle allein allem allen aller alles als also andere anderem anderen anderer anderes anders auch auf "
        "aus außer außerdem bei beide beiden beim bereits bevor bin bis bisher bist dabei dadurch dafür dagegen "
        "daher damit danach daneben dann daran darauf daraus darf darin darum darüber das dass davon davor dazu "
        "dein dem den denen denn dennoch der deren des deshalb dessen die dies diese diesem diesen dieser dieses "
        "doch dort drei dritte durch dürfen eben ebenso ein eine einem einen einer eines einige einigen einiger "
        "einmal entweder erst erste ersten etwa etwas falls fast für ganz gar gegen gegenüber geht gemacht gerade "
        "gewesen gibt habe haben hat hatte hatten her hier hin hinter hätte hätten ihm ihn ihnen ihr ihre ihrem "
        "ihren ihrer ihres immer indem ins insbesondere ist jahr jahre jahren jede jedem jeden jeder jedes jedoch "
        "jemand jene jenem jenen jener jenes jetzt kann kaum kein keine keinem keinen keiner kriterien kriterium "
        "können könnte könnten lassen lässt machen macht man manche mehr mehrere mein mich mindestens mit muss "
        "müssen müsste nach nachdem neben nein nicht nichts nie niemand noch nun nur obwohl oder oft ohne option "
        "optionen per schon sehr sei sein seine seinem seinen seiner seines seit selbst sich sie sind sobald "
        "sogar solche solchen solcher soll sollen sollte sollten sondern sonst sowie sowohl statt trotz und uns "
        "unser unsere unter viel viele vielen vom von vor wann war waren warum was weder wegen weil weiter "
        "weitere welche welchem welchen welcher welches wenig wenige weniger wenn wer werde werden wessen wie "
        "wieder will wir wird wirklich wobei wodurch wohl wollen worden wurde wurden wäre wären würde würden zum "
        "zur zwar zwei zweite zwischen über überhaupt"
    ),
    "it": (
        "abbastanza alcun alcuna alcune alcuni alla alle allo allora almeno altra altre altri altro anche ancora "
        "anni anno appena attraverso avere aveva avevano ben bene che chi chiunque ciascuna ciascuno circa ciò "
        "come con contro cosa così criteri criterio cui dai dal dalla dalle dallo degli dei del della delle dello "
        "dentro deve devono dopo dove due dunque durante ecco ella era erano essa esse essere essi esso fare "
        "fatto fin fino fra già gli grazie hanno infatti inoltre insieme invece lei loro lui lungo mai malgrado "
        "meglio meno mentre modo molta molte molti molto negli nei nel nella nelle nello neppure nessun nessuna "
        "nessuno niente noi non nostra nostri nostro nulla ogni ognuno oltre oppure opzione opzioni ora per "
        "perché però più poca pochi poco poi potrebbe potrebbero presso prima primo proprio puoi può qua qualche "
        "qualcosa qualcuno quale quali quando quanta quante quanti quanto quasi quella quelle quelli quello "
        "questa queste questi questo qui quindi sarebbe sarebbero sarà secondo sei sembra sempre senza sia siano "
        "solo sono sopra soprattutto sotto sta stata state stati stato stesso sua subito sue sugli sui sul sulla "
        "sulle sullo suo suoi tale tali tanta tante tanto tra tre troppo tutta tuttavia tutte tutti tutto una uno "
        "verso voi volta volte vostra vostro"
    ),
    "pt": (
        "acerca agora ainda algo algum alguma algumas alguns alguém ali além ambos ano anos ante antes aos apenas "
        "após aquela aquelas aquele aqueles aqui aquilo assim através até bem cada caso cerca cima com como "
        "contra contudo critério critérios cuja cujas cujo cujos dado das dela delas dele deles depois desde "
        "dessa desse desta deste deve devem deveria dois dos duas durante ela elas ele eles embora enquanto entre "
        "então era eram essa essas esse esses esta estar estas estava este estes está estão foi for fora foram "
        "haver havia isso isto jamais las lhe lhes logo mais mas mediante melhor menos mesma mesmas mesmo mesmos "
        "muita muitas muito muitos nada nas nem nenhum nenhuma nessa nesse nesta neste nos nossa nosso num numa "
        "nunca não nós onde opção opções ora outra outras outro outros para parte pela pelas pelo pelos perante "
        "pode podem poderia pois por porque porquê porém pouca pouco poucos primeira primeiro própria próprio "
        "quais qual qualquer quando quanto quase que quem segundo sem sempre sendo ser seria seriam será seu seus "
        "sido sob sobre sua suas são tal talvez também tampouco tanta tanto tem ter tinha toda todas todavia todo "
        "todos três tudo tão têm uma umas uns vez vezes você"
    ),
}


@cache
def function_words(lang: str) -> frozenset[str]:
    """Those of a language; none if they are not listed."""
    return frozenset(_WORDS.get(lang, "").split())
