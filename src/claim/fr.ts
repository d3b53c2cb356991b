import type {Lexicon} from './lexicon.js'
import {soleFr} from './sole-fr.js'

/** How French speaks of trials. */
export const fr: Lexicon = {
  months: [
    'janv(?:ier)?',
    'f[ée]vr?(?:ier)?',
    'mars',
    'avr(?:il)?',
    'mai',
    'juin',
    'juil(?:let)?',
    'ao[uû]t',
    'sept(?:embre)?',
    'oct(?:obre)?',
    'nov(?:embre)?',
    'd[ée]c(?:embre)?'
  ],
  seasons:
    "(?:mi-|fin |début |courant |(?:à |dès )?la fin (?:de )?|(?:au |le )?début (?:de )?|(?:au |le )?printemps |(?:à |l[’'])?(?:été|automne|hiver) )(?:l[’']année )?",
  numbers: {
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    'dix-sept': 17,
    'dix-huit': 18,
    'dix-neuf': 19,
    vingt: 20
  },
  rounds: {
    dizaine: 10,
    douzaine: 12,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100
  },
  people:
    'participants?|participantes?|patients?|patientes?|personnes?|malades?|adultes?|sujets?|volontaires?|individus?|porteurs?|porteuses?',
  bounds: {
    about:
      "environ|quelque|près de|à peu près|presque|approximativement|autour de|~|≈|une? total d[’']environ|aux alentours de|un peu plus de|un peu moins de",
    least: 'plus de|au moins|>|≥|au-delà de|pas moins de',
    most: "moins de|jusqu[’']à|<|≤|au plus|au maximum"
  },
  and: '\\set\\s|\\sou\\s|\\sà\\s',
  stages: [
    ['phase un', ['PHASE1']],
    ['phase deux', ['PHASE2']],
    ['phase trois', ['PHASE3']],
    ['phase quatre', ['PHASE4']]
  ],
  sponsorLeads:
    "sous la promotion d[eu](?: la| l[’'])?|[Pp]romu(?:e|s|es)? par(?: les?| la| l[’']| le laboratoire| la société)?|[Pp]arrainée?s? par(?: les?| la| l[’'])?|[Ss]ponsorisée?s? par(?: les?| la| l[’'])?|[Pp]romoteurs?(?: d[eu][^.;,]{1,60})? (?:est|était|reste)(?: les?| la| l[’'])?|[Pp]romoteur ?:|[Pp]ar(?: les?| la| l[’'])?(?=[^.;]{3,60}, promot)|[Pp]our promoteur(?: les?| la| l[’'])?|dont(?: les?| la| l[’'])?(?=[^.;,]{3,60} (?:est|était) (?:le )?promoteur)|avec(?: les?| la| l[’'])?(?=[^.;,]{3,60} (?:comme|pour) promoteur)",
  sponsorTails:
    "(?:, [^,;.]{3,80},)? (?:est|était|reste|demeure|(?:en )?assure|assurait)(?: bien| aussi| également)? (?:le promoteur|la promotion) (?:de |du |d[’'])",
  macros: {
    language: 'fr',
    drop: "(?<a>ne |n')(?:(?!(?:pas|jamais|plus|aucune?|guere|ni|rien|point)(?![a-z]))[^\\s,;:().]+ ){1,5}?(?<b>que |qu')(?=(?:[a-zà']+ ?){0,2}[{c}{b}{n}{y}])|(?<![a-z])(?<c>en )(?=(?:ouvert|double|simple) )|(?<![a-z])(?<d>(?:à|au) )(?=long (?:terme|cours))",
    alias: ",? (?:aussi )?(?:dite?|appelee?|nommee?|connue? sous le nom de) (?:l')?",
    same: " (?:est|etait|correspond à|s'appelle|porte le nom de|designe) ?(?:aussi )?(?:l'essai |l'etude |appelee? |nommee? |enregistree? sous (?:le numero )?)?",
    noun: "(?:l'|d'|cet |cette |cet |une |un |les |des |ces |deux |trois )?(?:essais?(?: cliniques?)?|etudes?(?: cliniques?)?|extensions?|protocoles?|programmes?)",
    nouns: '(?:les |des |ces |deux |trois )?(?:essais(?: cliniques)?|etudes(?: cliniques)?|extensions)',
    and: '(?:et|ou|ainsi que)',
    the: "(?:les?|la|l'|l'essai|l'etude|les essais|les etudes|d'|de|du)",
    that: 'qui',
    det: "(?:l'un des|l'une des|un des|une des|un|une|le|la|l'|les|deux|trois|tous deux|toutes deux|des|cet|cette)",
    adv: "(?:(?:toujours|encore|actuellement|aujourd'hui|desormais|maintenant|deja|aussi|egalement|donc|bien|en fait|elle-meme|lui-meme|initialement|finalement|recemment|effectivement|officiellement|ensuite|puis|tous deux|toutes deux|tous|toutes|a ce jour|pourtant|cependant|alors|chacun|chacune|seulement) )",
    stop: "sur|dans|en|à|au|aux|pour|par|avec|sans|apres|avant|depuis|que|qui|dont|comme|et|ou|mais|ni|tandis|alors|si|quand|lorsque|parce|bien|ne|n'[a-z]*|pas|jamais|est|sont|etait|etaient|fut|furent|etre|ete|ayant|avait|avaient|ont|aura|sera|seront|serait|aurait|pourrait|devrait|doit|il|elle|ils|elles|leur|leurs|le|la|les|l'[a-z]*|un|une|ce|cet|cette|ces|autre|puis|suivi|suivie|precede|precedee|suivante?|prochaine?|contrairement|versus|vs|entre|contre|lors|pendant|vers|chez|afin|selon|plutot|sous|grace|malgre|depuis",
    break:
      "apres|avant|depuis|parce|bien que|tandis|alors|mais|ne|n'[a-z]*|pas|contrairement|sera|serait|aurait|pourrait|devrait|si|quand|lorsque|suivie?|conduisant|menant|precedant|puis|est|sont|etait|etaient|fut|furent|ont|avait|a|comme|ni|ou|que|versus|vs|plutot|avant",
    free: "(?<!(?:^|[^a-z'])(?:de|du|des|à|au|aux|apres|avant|dans|par|pour|avec|depuis|suivant|sous|entre|versus|vs\\.?|comme|contre|lors|pendant|sur|chez|en|vers|malgre|selon|hors|outre|(?:d'|à )l'(?:essai|etude)|d'[a-z]+) (?:l'|la |le |les )?(?:{v} ){0,3}(?:{noun} )?)(?<!(?:^|[^a-z])(?:d'|de l'|à l'))(?<!(?:de|à|dans|sur|par|pour|apres|avec|au|du) (?:l')?(?:essai|etude|extension) (?:de {p} )?)(?<!(?:apres|dans|de|à) l'(?:essai|etude) (?:{v} ){0,2}(?:de {p} )?)",
    head: "(?<=^|[;:,.] |[^a-z](?:et|mais|tandis que|alors que|que) )(?:(?:le|la|cet|cette|un|une|son|sa|les|deux|ces) |l')?(?:(?:{w},? ){0,6}{noun}|(?:le |l'|la )?{r})(?: {x}| (?:de|du|en|dans|chez|par|avec|sur|à|la|le|les|l'[a-z]+|d'[a-z]+)| \\([^()]{0,60}\\)){0,12}",
    headof:
      "(?<=^|[;:,.] |[^a-z](?:et|mais|que) )(?:(?:le|la|cet|cette|un|une|son|sa) |l')?(?:{w} ){0,4}{noun}(?: {w}){0,3}(?: de {p})? (?:de|du|d'|sur|avec) ?(?:l'|la |le )?(?:{w} ){1,3}",
    npt: "(?:(?:le|la|les|cet|cette|deux) |l'|d')?(?:(?:{w} ){0,3}(?:{noun} )?(?:{w} ){0,4}(?:de {p} )?(?:{w} ){0,3}|{noun}(?: {x}| (?:de|du)){0,8} )\\(?{T}",
    whole:
      "(?<![^a-z](?:participants|patients|malades|personnes|adultes|sous-groupe|bras|groupe|ceux|cohorte|partie [a-d]|porteurs) (?:{w} ){0,3}(?:de|du|dans|issus de) (?:l'essai |l'etude )?(?:{w} ){0,2})",
    subj: '{subject}{aside}?{appositive}?(?:,? (?:qui|laquelle|lequel))?{also}?',
    subjs: '{Ts}{appositive}?(?:,? (?:qui|lesquels|lesquelles))?{also}?',
    front:
      '(?<!(?:^|[^a-z])(?:apres|à la suite|suite|depuis|avant|contrairement|malgre|outre|fort|base|compte tenu|au vu|grace|à partir|sur la base|à la difference) [^,;:]{0,60})(?<!(?:est|etait|sont|etaient|fut|comme) (?:{det} ?)?(?:{w} ){0,3})',
    follows:
      "(?:extension|etude d'extension|phase|partie|periode|volet|prolongation|prolongement|suivi|suite|suites|phase d'extension|extension en ouvert|patients|participants|malades|resultats|donnees|essai d'origine)(?: [a-z'-]+){0,3}? (?:de|du|de la|d'|de l'|issus de|apres|dans|à|ayant termine)(?: l')?(?:essai |etude )?",
    be: '(?:est|etait|fut|a ete|reste|demeure|devient|constitue|represente)',
    are: '(?:sont|etaient|furent|ont ete|restent|demeurent)',
    finite:
      'montre|montrait|montra|demontre|suggere|suggerait|justifie|confirme|permis|permet|convaincu|conduit à|demarre|echoue|donne|prend|devient|est|a|avait|ont',
    enrol:
      "(?:inclus|reparti|inclut|incluait|recrute|recrutait|randomise|randomisait|enrole|enrolait|comporte|comportait|comprend|comprenait|compris|comptait|compte|compter|reuni|reunissait|reunit|rassemble|rassemblait|porte sur|portait sur|porte|prevoit d'inclure|prevoyait d'inclure|prevoit de recruter|prevoyait de recruter|prevoit|prevoyait|vise à inclure|visait à inclure|doit inclure|devait inclure|concerne)",
    enrolled: '(?:inclus(?:es?)?|recrutee?s?|randomisee?s?|enrolee?s?)',
    called:
      '(?:(?:concu|enregistre|inscrit|decrit|mene|conduit|classe|presente|designe|considere|repertorie|prevu|realise|repute)e?s?(?: comme)?(?: etant)? )'
  },
  doubt:
    "ne|n'[a-z]*|pas|jamais|aucun|aucune|ni|sans|si|s'il|s'ils|serait|seraient|aurait|auraient|pourrait|pourraient|devrait|devraient|plutot que|au lieu|à tort|faux|fausse|errone|erronee|contrairement à ce|contrairement aux|pretendu|pretendue|soi-disant|suppose|supposons|imaginons|eventuel|eventuelle|hypothetique|loin|souvent decrit|comme si",
  clause: '; | mais | tandis que | alors que | bien que | quoique |: |, et | – |, donc ',
  verb: 'est|sont|etait|etaient|fut|sera|serait|ont|a|avait|avaient|aura|etre|ete|inclut|recrute|evalue|evaluait|teste|testait|compare|comparait|demontre|montre|montrait|etudie|etudiait|porte|portait|reste|demeure|prevoit|prevoyait|comporte|comportait|vise|visait|peut|doit|suit|avait',
  phrases: [
    "{nouns} {m}(?:de |en )?{F}[^;:.{t}]{0,80} ?: (?:l')?(?<trials>{t}(?:,? [^;:.{t}]{0,60})?,? {and} (?:l')?{t})",
    '{nouns} {m}(?:de |en )?{F}(?: {m}|, )\\(?{Ts}',
    '{nouns} {m}(?:de |en )?{F}(?:,| :) {Ts}',
    '{nouns} {m}(?:de |en )?{F}(?: {x}){0,6},? (?<trials>{t}{aside}?(?: {z}){0,5},? {and}(?: {z}){0,3} {t})',
    '(?<!ni )(?:{noun} )(?:{w} ){0,5}?(?:de |en )?{F} (?:{w} ){0,4}{T}',
    '{nouns}(?: {w}){0,5}? (?:de |en )?{F}(?: {x}| \\([^(){t}]{0,80}\\)){0,14} \\((?<trials>[^()]{0,200}{t}[^()]{0,160})\\)',
    '{noun}(?: {w}){0,5}? (?:de |en )?{F}(?: {x}| \\([^(){t}]{0,80}\\)){0,14} \\((?:[^(){t}]{0,80} )?{T}',
    "{noun}(?: {w}){0,5}? (?:de |en )?{F}(?: {x}){0,8}?,? \\(?(?:tels? que|telles? que|comme|notamment|dont|par exemple|p\\. ?ex\\.|y compris),?(?: {z}){0,5} ?(?:l'(?:essai|etude) )?\\(?(?<trials>{t}(?:{aside}?,?(?: {and})?(?: {z}){0,5}(?: \\((?:[^(){t}]{0,80} )?| ){t}){0,8})",
    '{front}{noun}(?: {w}){0,5}? (?:de |en )?{F}(?: {x}){0,8}, {T}(?=[,.;)]| \\(|$)',
    '{front}{noun}(?: {w}){0,5}? (?:de |en )?{F}(?: {x}){0,8} ?: {T}(?=[,.;)]| \\(|$)',
    "{noun}(?: {w}){0,5}? (?:de |en )?{F}(?: {x}){0,8},? (?:appelee?|nommee?|denommee?|baptisee?|intitulee?|dite?|enregistree?s? sous(?: le numero)?) (?:l')?{T}"
  ],
  apposed: [
    '\\({T}\\),? (?:qui est )?(?:desormais |maintenant )?{F}(?=[,.;)]|$| (?:en|chez|dans|depuis|aux) )',
    '(?={t}){front}{T}{aside}?,(?: qui est| desormais| maintenant)? {F}(?=[,.;)]|$| (?:pour|en|par|apres|faute|à|depuis|suite) )',
    '^(?:{adv})?{F}(?: (?:pour|en|par|apres|faute|à|depuis) [^,;:({t}]{1,60})?, (?:{det} ?)?(?:{w} ){0,3}(?:{noun} )?(?:{w} ){0,3}(?:de {p} )?{T}'
  ],
  recruiting: [
    '(?:recrutement|inclusions?) (?:est|sont|reste|restent) {adv}{0,2}(?<said>en cours|ouverte?s?) (?:dans|pour) {npt}\\)?(?=[,.;)]|$)',
    '(?:recrutement|inclusions?)(?: {x}){0,2} (?:dans|de|pour|à) {npt}\\)? (?:est|sont|reste|restent) {adv}{0,2}(?<said>en cours|ouverte?s?)',
    '{npt}\\)? (?:est|reste) {adv}{0,2}(?<said>ouverte?)(?=[,.;)]|$| et | mais )'
  ],
  denied: ["{subj} (?:n'est|n'etait|n'a) pas (?:un|une|d')? ?(?:{w},? ){0,5}?(?:de |en )?{P}"],
  refers: {
    noun: "(?:cet essai|cette etude|l'essai|l'etude)(?! (?:{t}|de|du|d'|des|clinique|que|qui|dans|{p}|pivot|princeps))(?! [a-z'-]+ {t})",
    pronoun: '(?<=(?:;|:|,? (?:et|mais)| –) )(?:il|elle)'
  },
  latter: ['ce premier', '(?:ce dernier|cette derniere)'],
  adjectives: [
    [
      'planned',
      '(?:pas encore|non encore) (?:recrutant|ouvert|debute|commence|demarre)e?s?|recrutement (?:pas encore|non) (?:ouvert|commence|debute)|à venir|pas encore en recrutement'
    ],
    [
      'active',
      'actife?s?,? (?:mais )?(?:ne recrut(?:e|ant) (?:pas|plus)|sans recrutement|recrutement (?:clos|termine))|active,? (?:sans recrutement|non recrutante?)|actif|active'
    ],
    ['by-invitation', 'recrutement sur invitation|sur invitation'],
    [
      'recruiting',
      '(?:toujours |actuellement |encore )?(?:en (?:cours de |phase de )?recrutement|recrutement (?:en cours|ouvert)|recrutant|recrute)'
    ],
    ['ongoing', "(?:toujours |encore |actuellement )?(?:en cours)(?! de| d')"],
    ['completed', '(?:achevee?s?|completee?s?)'],
    ['ended', '(?:terminee?s?|closes?|clos|cloturee?s?|fini(?:e|s|es)?)'],
    [
      'terminated',
      '(?:(?:interrompu|arrete|abandonne)(?:e|s|es)?)(?: prematurement| precocement| avant terme)?|arret premature'
    ],
    ['withdrawn', '(?:retire(?:e|s|es)?)'],
    ['suspended', '(?:suspendu(?:e|s|es)?)']
  ],
  predicates: [
    [
      'planned',
      "(?<said>n'a (?:pas|toujours pas) encore (?:ete )?(?:debute|commence|demarre|ouvert|recrute)|n'a pas encore debute|ne recrute pas encore)"
    ],
    [
      'ongoing',
      "(?<said>n'(?:est|a) (?:toujours )?pas (?:encore )?(?:ete )?(?:achevee?|terminee?|finie?|close?|cloturee?|arrivee? à son terme))"
    ],
    [
      'recruiting',
      "(?:est|sont|reste|demeure) {adv}{0,2}(?<said>(?:en (?:cours de |phase de )?recrutement|ouverte? (?:au|aux) (?:recrutement|inclusions?)|en cours d'inclusion))"
    ],
    [
      'ongoing',
      '(?:est|sont|reste|restent|demeure|demeurent|figure|figure au registre) (?:comme )?{adv}{0,2}(?<said>en cours(?: de realisation)?)(?! d)'
    ],
    ['ongoing', '{adv}{0,1}(?<said>se poursuit|se poursuivent|se deroule (?:actuellement|toujours|encore))'],
    [
      'recruiting',
      '(?:continue (?:de|à) |(?:toujours|encore) )?(?<said>(?:recrute|recruter)(?: actuellement| toujours| encore)?(?! (?:{c}|{b}|[a-z]+ (?:{c}|{b}))))(?=[ ,.;)]|$)'
    ],
    ['recruiting', '(?<said>recrutent)'],
    [
      'recruiting',
      '(?<said>(?:poursuit (?:ses|les) inclusions|poursuit (?:son|le) recrutement|inclut (?:actuellement|toujours|encore)))'
    ],
    ['active', '(?:est|sont|reste) {adv}{0,2}(?<said>active?s?|actifs?)'],
    ['suspended', '(?:est|a ete|reste) {adv}{0,2}(?<said>suspendue?s?|en pause)'],
    [
      'completed',
      '(?:est|a ete|sont|ont ete|fut|figure|figure au registre|est (?:inscrite?|enregistree?)) (?:comme )?{adv}{0,2}(?<said>achevee?s?|menee?s? à (?:son |leur )?terme|completee?s?)'
    ],
    ['completed', "(?<said>s'est achevee?)"],
    [
      'ended',
      '(?:est|a ete|sont|ont ete|fut|figure|figure au registre|est (?:inscrite?|enregistree?)) (?:comme )?{adv}{0,2}(?<said>terminee?s?|close?s?|cloturee?s?|finie?s?)'
    ],
    ['ended', "(?<said>s'est terminee?|s'est conclue?|a pris fin)"],
    [
      'terminated',
      '(?:est|a ete|sont|ont ete|fut) {adv}{0,2}(?<said>(?:prematurement )?(?:interrompu|arrete|abandonne|stoppe)(?:e|s|es)?(?: prematurement| precocement| avant (?:son )?terme)?)'
    ],
    ['withdrawn', '(?:est|a ete|fut) {adv}{0,2}(?<said>retiree?s?)(?! du marche)']
  ],
  status: [
    '{subj} {S}',
    '{subjs} {S}',
    '(?<=^|[;:,] )(?:(?:tous|toutes|les|ces|ses|deux|trois) ){1,3}(?:{w} ){0,3}{nouns}(?: {x}| (?:de|du|en)){0,12} \\((?<trials>[^()]{0,160}{t}[^()]{0,100}{t}[^()]{0,80})\\),? {S}'
  ],
  phase: [
    "^(?:comme|en tant qu')(?: une?)? ?(?:{w} ){0,3}{noun} (?:{w} ){0,3}(?:de )?{P}(?: {x}){0,6}, (?:l')?{T}",
    "{subj} (?:{be}|n'etait autre qu') {adv}{0,2}{called}?(?:{det} ?)?(?:{w},? ){0,6}?(?:de |en )?{P}",
    '{subjs} {are} {adv}{0,2}{called}?(?:{det} ?)?(?:{w},? ){0,6}?(?:de |en )?{P}',
    "{Ts}, (?:tous|toutes|tous deux|toutes deux|l'un et l'autre) (?:{w},? ){0,4}?(?:de |en )?{P}",
    '{Ts} \\((?:tous|toutes|tous deux|toutes deux) (?:{w},? ){0,4}?(?:de |en )?{P}',
    '(?={t}){front}{T}{aside}?, (?:{det} ?)?{noun}? ?(?:{w},? ){0,6}?(?:de |en )?{P}(?: {x}){0,14}(?=[,.;)]| \\(|$| qui | dont | ayant )',
    '(?={t}){front}{T}{aside}?,? (?:de |en ){P}(?=[,.;)]| \\(|$)',
    '(?={t}){free}{T}{aside}?, (?:{det} ?)?{noun} (?:{w},? ){0,6}?(?:de |en )?{P}',
    '{T}{aside}?(?: ?:| –) (?:{det} ?)?(?:{w},? ){0,6}?(?:de |en )?{P}',
    '{T} \\((?:{w}[,;]? ){0,6}?(?:de |en )?{P}',
    '\\((?:{w}[,;]? ){0,6}?{P}[^(){t}]{0,80}{T}',
    '\\((?:[^(){t}]{0,60} )?{T} ?[,;:] (?:{w}[,;]? ){0,6}?{P}',
    '(?:en|au stade de) {P}(?: {x}){0,4} dans {npt}',
    '(?:en|au stade de|stade de) {P}(?: {x}){0,6} \\({T}\\)',
    "(?:resultats|donnees)(?: {x}){0,3} (?:de |en )?{P} (?:de |de l'essai |de l'etude |issue?s de )(?:l'essai )?{T}"
  ],
  enrolment: [
    '{Ts}{appositive}? (?:ont |avaient )?{adv}?{enrol}(?: au total| respectivement)? (?<said>[{c}{b}])(?:,| {and}|, {and}) (?<next>[{c}{b}])',
    '{subj} (?:a |avait |ayant |doit )?{adv}{0,2}{enrol}(?: au total| seulement| un total de| quelque)? {C}',
    '{subj} (?:a |avait |ayant )?{adv}{0,2}{enrol}(?: au total)? {B}(?=[,.;)]|$| (?:en|dans|sur|et|entre) )',
    '(?={t}){front}{T}{aside}?,? (?:ayant|qui a|qui avait)? ?{adv}?{enrol}(?: au total| un total de)? {C}',
    "(?={t}){front}{T}{aside}?, (?:{det} ?)?{noun}?(?: ?{x}| (?:de|du|en|d'[a-z]+)){0,8} (?:ayant|qui a|qui avait) {enrol} {C}",
    '{noun}(?: {x}){0,8} (?:ayant|qui a|qui avait) {enrol} {C}(?: {x}){0,10} \\({T}',
    '{subj} {be} (?:{det} ?)?(?:{w} ){0,4}{noun}(?: {x}){0,8} (?:ayant|qui a|qui avait) {enrol} {C}',
    '{C}(?: {x}){0,6} (?:ont|avaient|ont ete|avaient ete|etaient|sont|seront)(?: ete)? {adv}?(?:{enrolled}|participe|pris part)(?: {x}){0,3}? (?:dans|à|au) ?(?:{the} ?)?(?:{w} ){0,4}(?:{noun} )?(?:{w} ){0,4}(?:de {p} )?{T}',
    '{C}(?: {x}){0,6} (?:ont|avaient|ont ete|avaient ete|etaient|sont)(?: ete)? {adv}?(?:{enrolled}|participe|pris part) (?:dans|à|au) ?(?:{det} ?)?{noun}(?: {x}){0,12} \\({T}',
    '(?={t}){free}{T}(?:,? avec)? {C}',
    '(?:^|, )avec {C}(?:, | )(?:{the} ?)?(?:{w} ){0,2}{T}',
    '{noun}(?: {x}){0,6} (?:chez|sur|de|portant sur|avec|aupres de|incluant|randomisant|menee? chez|menee? sur) {C}(?: {x}){0,10} \\({T}',
    '{noun}(?: {x}){0,8} \\({T}\\),?(?: {x}){0,6} (?:chez|sur|portant sur|avec|aupres de|incluant|ayant inclus|menee? chez|qui a inclus) {C}',
    '(?={t}){front}{T}{aside}?, (?:{det} ?)?{noun}(?: {x}){0,8} (?:chez|sur|de|portant sur|avec|aupres de|incluant|menee? chez) {C}',
    '{subj} {be} (?:{det} ?)?(?:{w} ){0,4}{noun}(?: {x}){0,6} (?:chez|sur|de|portant sur|avec|aupres de|incluant|menee? chez) {C}',
    '(?={t}){whole}{T} \\((?:[^(){t}]{0,60}[ ,;])??{N}',
    '(?={t}){front}{T}{aside}?,? (?:dans lequel|dans laquelle|auquel|à laquelle|où) {C} (?:ont|avaient) (?:ete )?{adv}?(?:{enrolled}|participe|pris part)',
    '{T} \\((?:{w}[,;] ){0,3}?{C}\\)',
    '\\((?:[^(){t}]{0,60} )?{T} ?[,;:] (?:[^(){t}]{0,60}[ ,;])??{N}',
    '\\((?:[^(){t}]{0,60} )?{T} ?[,;:] (?:{w}[,;]? ){0,4}?{C}(?= ?[,;)])',
    '\\({N} ?[,;] {T}',
    'dans {noun}? ?{T}, {C} (?:ont ete|furent|etaient) {adv}?{enrolled}',
    '{T},? dont les {C}',
    "(?:effectif|nombre de (?:patients|participants))(?: {x}){0,3} (?:de|dans) (?:l'essai |l'etude )?{T} (?:est|etait|s'eleve à|atteint|a atteint|etait fixe à) (?:de )?{CB}",
    "{T}(?:,| \\(|,? avec)? (?:un |son )?(?:effectif|echantillon)(?: prevu| total| reel| cible)?(?: ?:| de| d'| etait de| est de)? ?{CNB}",
    "les {C}(?: {x}){0,3} de (?:l'essai |l'etude )?{T}"
  ],
  part: '[^,;:.()]{0,60}? (?:dans|de) (?:la |le |l.)?(?:partie [a-d]\\b|bras|groupe|cohorte|sous-groupe|analyse)| (?:(?:sous|avec) (?:le |l.)?(?:placebo|{r})|recevant |ont recu|ayant recu|recevaient|traitees?|du bras|du groupe|dans (?:le|chaque) (?:bras|groupe)|par (?:bras|groupe)|de la partie|au (?:placebo|{r})(?! ou| et)|sont decede|decedes|ayant termine|ont termine|à progression|progresseurs|repondeurs|sur les )',
  partOfPhase: " (?:de l'essai|de l'etude|de cet essai|de cette etude)(?! [{t}])",
  facts: [
    ['intervention', "(?:le |la |l'|les )?(?:cellules )?{R}(?: (?:orale?|intrathecale?))?"],
    [
      'phase',
      "(?:(?:{noun}) )?(?:{w} ){0,4}(?:de |en )?{P}(?: {w}){0,3}(?: (?:du|de|chez|d'[a-z]+) (?:{x} ?){1,6})?"
    ],
    ['enrolment', '(?:effectif ?:? |{w} )?{N}'],
    ['enrolment', '(?:effectif|inclusions|participants|patients)(?: prevu| reel| total)?(?: de)? {B}'],
    ['enrolment', '{C}(?: (?:inclus|randomises|prevus|recrutes))?'],
    ['sponsor', "(?:(?:promue?|parrainee?|sponsorisee?) par|promoteur ?) (?:le |la |l')?{O}"],
    ['start', '(?:debut(?:e|ee|s)?|commencee?|lancee?|ouverte?|demarree?)(?: en| le| à la)? {Y}'],
    [
      'completion',
      '(?:fin|achevee?|terminee?|close?|achevement|date de fin)(?: en| le| depuis| prevue en)? {Y}'
    ]
  ],
  sponsor: [
    "{O}{aside}?{appositive}?,? (?:est|etait|reste|demeure) (?:{adv})?le promoteur (?:de |du |d')(?:l')?{npt}",
    "{O}{aside}?{appositive}?,? (?:en )?(?:assure|assurait|a assure) (?:{adv})?la promotion (?:de |du |d')(?:l')?{npt}",
    "^(?:le |la |l'|les )?{O} [^;:.{t}]{1,100}{T}{aside}?, dont (?:il|elle|ils) (?:est|etait|etaient|sont) (?:les? )?promoteurs?",
    "{T}[^;:.{t}]{0,80} sous la promotion (?:de la |de l'|du |de |d'){O}",
    "(?={t}){front}{T}{aside}?,? (?:{w} ){0,3}(?:est |etait |a ete )?(?:promue?|parrainee?|sponsorisee?) par (?:le |la |l'|les )?(?:laboratoire |societe )?{O}",
    "(?={t}){front}{T}{aside}?,(?: {x}| (?:de|du|en|dans|chez)){0,12},? (?:promue?|parrainee?|sponsorisee?) par (?:le |la |l'|les )?(?:laboratoire |societe )?{O}",
    "{subj} (?:est |etait |a ete )(?:{adv}){0,2}(?:promue?|parrainee?|sponsorisee?) par (?:le |la |l'|les )?(?:laboratoire |societe )?{O}",
    "{subj} a (?:{adv})?pour promoteur (?:le |la |l'|les )?(?:laboratoire |societe )?{O}",
    "{noun}(?: {x}| (?:de|du|en|dans|chez)){0,12} (?:promue?s?|parrainee?s?|sponsorisee?s?) par (?:le |la |l'|les )?(?:laboratoire |societe )?{O}(?: {x}){0,8} \\({T}",
    "^(?:promue?|parrainee?|sponsorisee?) par (?:le |la |l'|les )?(?:laboratoire |societe )?{O}(?: [^,]{0,60})?, (?:{det} ?)?(?:{w} ){0,4}(?:{noun} )?(?:{w} ){0,4}{T}",
    "{O}{aside}?,? (?:(?:est |etait |en est )?(?:le |les )?)promoteur (?:à la fois )?(?:de |des |d')(?:l'|les )?(?:{noun} )?{Ts}",
    "{O}{aside}?,? (?:(?:est |etait |en est )?(?:le |les )?)promoteur (?:à la fois )?(?:de |du |d')(?:l')?(?:(?:{w} ){0,2}{noun} )?(?:{w} ){0,4}(?:de {p} )?{T}",
    "promoteur (?:de |du )(?:l')?(?:(?:{w} ){0,2}{noun} )?(?:{w} ){0,4}(?:de {p} )?{T} (?:est|etait|reste) (?:le |la |l'|les )?(?:laboratoire |societe )?{O}",
    "{T}[^;:.]{0,120},? (?:mais |et )?(?:dont )?(?:le|son) promoteur (?:est|etait) (?:le |la |l'|les )?(?:laboratoire |societe )?{O}",
    '{T}[^;.]{0,60}[(,;:–] ?promoteur ?:? {O}',
    "(?={t}){front}{T}{aside}?,? dont (?:le |la |l'|les )?{O} (?:est|etait) (?:le )?promoteur",
    "(?={t}){free}{T}{aside}?,? (?:avec|ayant) (?:pour promoteur )?(?:le |la |l'|les )?{O} (?:comme|pour) promoteur",
    "{O} (?:a )?(?:promu|promeut|parraine|sponsorise) (?:aussi |egalement )?(?:l'|le |la )?(?:(?:{w} ){0,2}{noun} )?(?:{w} ){0,4}(?:de {p} )?{T}"
  ],
  runs: [
    "{O} (?:a )?(?:{adv})?(?:conduit|mene|realise|lance) (?:[^;:.,(){t}]{1,60} )?(?:l')?{npt}(?! (?:site|centre))",
    "{T}{aside}?, (?:{x} ){0,5}?(?:menee?|conduite?|realisee?|lancee?) par (?:le |la |l'|les )?(?:laboratoire |societe )?{O}",
    "{subj} (?:est|a ete|etait) (?:{adv}){0,2}(?:menee?|conduite?|realisee?|pilotee?|financee?|enregistree?) par (?:le |la |l'|les )?(?:laboratoire |societe )?{O}",
    "{noun}(?: {x}| (?:de|du|en)){0,10} (?:menee?|conduite?|pilotee?) par (?:le |la |l'|les )?(?:laboratoire |societe )?{O}(?: {x}){0,8} \\({T}",
    "(?:essai|etude)(?: {w}){0,3}(?: de {p})? (?:d'|de |du laboratoire |du )(?:l')?{O} \\({T}",
    '(?={t}){front}{T}{aside}?, {noun}(?: {w}){0,3}(?: de {p})?(?: du laboratoire [a-z]+| de la societe [a-z]+)? {O}'
  ],
  intervention: [
    "{subj} (?:a |avait )?{adv}?(?:teste|testait|evalue|evaluait|etudie|etudiait|examine|examinait|compare|comparait|explore|explorait|porte sur|portait sur) (?:si |l'efficacite(?: et la (?:tolerance|securite))? d[eu] (?:la |l')?|l'effet d[eu] (?:la |l')?|la tolerance d[eu] (?:la |l')?)?(?:le |la |l'|les |du |de |au )?(?:l'[a-z]+ )?(?:{w} ){0,3}?{R}",
    "(?={t}){front}{T}{aside}?,? (?:qui )?(?:est |etait )?(?:{det} ?)?(?:{w} ){0,2}{noun}(?: {x}){0,6} (?:du|de|evaluant|testant|etudiant|avec|sur|portant sur) (?:le |la |l'|les )?(?:{w} ){0,2}?{R}",
    "{T} (?:du|de l'|de la|de|avec) ?(?:le |la |l')?{R}",
    "{noun}(?: {x}){0,5} (?:du|de|de l'|evaluant|testant|etudiant|avec|sur) ?(?:le |la |l'|les )?(?:{w} ){0,2}?{R}(?: {x}){0,8} \\((?:[^(){t}]{0,60} )?{T}",
    "{R}{aside}?(?: {x}){0,2}{appositive}? (?:est|a ete|etait|a d'abord ete|fut) {adv}{0,2}(?:testee?|etudiee?|evaluee?|examinee?|administree?)(?: {x}| (?:chez|en|dans)){0,6} (?:dans|sous|par) (?:l'|le |la )?(?:(?:{w} ){0,2}{noun} )?(?:{w} ){0,3}(?:de {p} )?{T}",
    '{R}{aside}?(?: {x}){0,2}{appositive}? (?:est|a ete|etait|fut) {adv}{0,2}(?:testee?|etudiee?|evaluee?|examinee?)(?: {x}| (?:chez|en|dans|par|à)){0,8} \\({T}',
    '{R}(?: {w}){0,4} \\({T}',
    "^(?:le |la |l')?{R}{aside}?(?:,| –| ?:)(?: {w}){0,4} ?:? ?{T}",
    "{R} (?:dans|\\(dans) (?:l'essai |l'etude )?{T}",
    "{T} \\((?:le |la |l')?{R}",
    "(?={t}){front}{T}{aside}?(?: ?:| –) (?:{w} ){0,4}?(?:le |la |l')?{R}",
    "dans (?:l'essai |l'etude )?{T}, (?:{c} |{b} )?(?:{x} ){0,4}?(?:ont recu|recevaient|ayant recu) (?:le |la |l'|du |de l')?{R}"
  ],
  start: [
    "premi(?:er|ere) (?:patiente?|participante?|malade|sujet) (?:est entree?|entre) dans (?:l')?{npt}\\)? (?:en|le|des)? ?{Y}",
    '{subj} (?:a |avait )?(?:{adv})?(?:inclus|randomise|traite|recrute|enrole) (?:son|sa|le|la) premi(?:er|ere) (?:patiente?|participante?|malade|sujet) (?:en|le|des)? ?{Y}',
    "premi(?:er|ere) (?:patiente?|participante?|malade|sujet) (?:de|dans) (?:l')?{npt}\\)? (?:a ete|fut|avait ete) (?:{adv})?(?:inclus|randomise|traite|recrute|enrole)e? (?:en|le|des)? ?{Y}",
    "premi(?:er|ere) (?:patiente?|participante?|malade|sujet) (?:a ete|fut) (?:{adv})?(?:inclus|randomise|traite|recrute|enrole)e? dans (?:l')?{npt}\\)? (?:en|le|des)? ?{Y}",
    "{o} (?:a )?(?:{adv})?(?:debute|commence|lance|demarre|ouvert|initie) (?:l')?{npt}\\)? (?:en|le|des|au|à la)? ?{Y}",
    "(?:recrutement|inclusions) (?:de|dans|pour) (?:l')?{npt}\\)? (?:a|ont) (?:{adv})?(?:debute|commence|demarre) (?:en|le|des|au|à la)? ?{Y}",
    '{subj} (?:est|reste) {adv}{0,2}(?:en cours|ouverte?) depuis (?:le )?{Y}',
    "{subj} (?:a |avait |est |a ete )?{adv}?(?:ete )?(?:debutee?|commencee?|lancee?|demarree?|ouverte?|initiee?)(?: (?:ses inclusions|le recrutement|les inclusions|aux inclusions|au recrutement))?,? (?:en|le|à la|à l'|au|des|des le|courant)? ?{Y}",
    '(?={t}){front}{T}{aside}?,? {adv}?(?:debutee?|commencee?|lancee?|demarree?|ouverte?|initiee?) (?:en|le|à la|des|au)? ?{Y}',
    '(?={t}){free}{T}{aside}?[^;.{t}]{0,40}?[(,;:–] ?(?:debut(?:e|ee)?|demarree?|lancee?|ouverte?|commencee?) ?:? (?:en |le )?{Y}',
    "{subj} (?:s'est deroulee?|a ete menee?|a eu lieu|a ete conduite?|a dure) (?:de|d'|entre) ?{Y}",
    '^(?:debutee?|lancee?|commencee?|demarree?|ouverte?) (?:en|le|à la|des) ?{Y}(?: [^,;:({t}]{1,60})?, (?:{det} ?)?(?:{w} ){0,3}(?:{noun} )?(?:{w} ){0,3}(?:de {p} )?{T}',
    '{subj} (?:debute|commence|demarre) (?:en|le) {Y}'
  ],
  completion: [
    "{subj} (?:prendra fin|s'achevera|se terminera|durera jusqu'(?:en|à|au)|sera (?:acheve|termine|clos)e?) ?(?:en |le |d'ici )?{Y}",
    "{o} (?:a )?(?:{adv})?(?:acheve|termine|clos|cloture) (?:l')?{npt}\\)? (?:en|le|des|au|à la)? ?{Y}",
    '{subj} (?:est|etait) (?:{adv})?arrivee? à (?:son )?terme (?:en|le|des|au|à la)? ?{Y}',
    "{subj} (?:s'est |a ete |est |a |soit |etait |avait ete )?{adv}?(?:acheve|termine|clos|close|cloture|conclu|fini|arrive à son terme|pris fin)(?:e)?(?: en| le| depuis| fin| à la| au) ?{Y}",
    "{subj} (?:devrait|doit|est prevue? pour|devait) (?:s'achever|se terminer|prendre fin|etre achevee?|etre terminee?)(?: en| le| à la| fin| d'ici)? {Y}",
    "{T}(?:(?! (?:debut|commence|lance|demarre|ouver|depuis|inclu|recrut|publi))[^;.:()]){0,60},? (?:avec une? )?(?:fin|achevement|date de fin)(?: de l'etude| d'etude| primaire| prevue?| estimee?| attendue?){0,3} (?:est )?(?:prevue? |attendue? |estimee? )?(?:en |pour |le |à )?{Y}",
    "{subj} (?:s'est deroulee?|a ete menee?|a eu lieu|a ete conduite?|a dure) (?:de|d'|entre) ?{y} (?:à|et|jusqu'en|jusqu'à|au) ?{Y}",
    '^(?:achevee?|terminee?|close?) (?:en|le|à la|des) ?{Y}(?: [^,;:({t}]{1,60})?, (?:{det} ?)?(?:{w} ){0,3}(?:{noun} )?(?:{w} ){0,3}(?:de {p} )?{T}',
    "{subj} (?:s'est poursuivie?|a dure|a continue|se poursuit) (?:jusqu'en|jusqu'à|jusqu'au) ?(?:la )?{Y}",
    '(?={t}){front}{T}{aside}?,? {adv}?(?:achevee?|terminee?|close?|cloturee?) (?:en|le|depuis|à la) ?{Y}'
  ],
  sole: soleFr,
  columns: {
    phase: "phases?(?: de (?:l'essai|l'etude|developpement))?|phase clinique",
    status:
      "statuts?(?: de (?:l'essai|l'etude|recrutement))?|etat(?: d'avancement)?|avancement|recrutement|statut actuel",
    enrolment:
      'n|effectifs?(?: \\(?n\\)?)?|effectif (?:total|prevu|reel|inclus)|nombre de (?:patients|participants|sujets)|patients|participants|inclus|patients inclus|nb de (?:patients|participants)|nbre de (?:patients|participants)|patients \\(n\\)|participants \\(n\\)|inclusions|taille',
    sponsor: 'promoteurs?|sponsors?|promoteur/sponsor|laboratoire promoteur',
    intervention:
      "cellules|produit cellulaire|interventions?|traitements?|produits?|medicaments?|molecules?|agents?|produit (?:teste|evalue|a l'essai|à l'essai)|therapies?|traitement (?:teste|evalue|experimental)|principe actif",
    start:
      "debut|date de debut|demarrage|ouverture|debut de l'(?:essai|etude)|lancement|date de demarrage|commence en",
    completion:
      "fin|date de fin|achevement|cloture|fin de l'(?:essai|etude)|fin (?:prevue|reelle|estimee)|date d'achevement|termine en",
    trial:
      "essais?(?: cliniques?)?|etudes?|acronymes?|noms?|nom de l'(?:essai|etude)|sigle|essai \\(acronyme\\)|acronyme de l'essai"
  }
}
