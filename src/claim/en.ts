import type {Lexicon} from './lexicon.js'
import {soleEn} from './sole-en.js'

/** How English speaks of trials. */
export const en: Lexicon = {
  months: [
    'Jan(?:uary)?',
    'Feb(?:ruary)?',
    'Mar(?:ch)?',
    'Apr(?:il)?',
    'May',
    'June?',
    'July?',
    'Aug(?:ust)?',
    'Sept?(?:ember)?',
    'Oct(?:ober)?',
    'Nov(?:ember)?',
    'Dec(?:ember)?'
  ],
  seasons:
    '(?:mid|late|early)[- ]|(?:the )?(?:end|beginning|start|middle|spring|summer|autumn|fall|winter) of |(?:spring|summer|autumn|winter),? |Q[1-4] ',
  numbers: {
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20
  },
  rounds: {dozen: 12, 'couple of dozen': 24, hundred: 100, 'hundred or so': 100},
  people:
    'participants?|patients?|people|persons?|adults?|subjects?|volunteers?|individuals?|carriers?|men and women|enrollees',
  bounds: {
    about:
      'about|around|approximately|approx\\.|roughly|nearly|almost|some|circa|ca\\.|~|≈|close to|an estimated|just under|just over',
    least: 'more than|over|at least|>|≥|upwards of|in excess of|no fewer than',
    most: 'fewer than|less than|under|up to|<|≤|at most|no more than'
  },
  and: '\\sand\\s|\\sor\\s|\\sto\\s',
  stages: [
    [
      'late[- ](?:stage|phase)(?=\\s(?:clinical\\s|[\\p{L}-]+\\s)?(?:trial|stud|extension))',
      ['PHASE2', 'PHASE3', 'PHASE4']
    ],
    [
      'early[- ](?:stage|phase)(?=\\s(?:clinical\\s|[\\p{L}-]+\\s)?(?:trial|stud))',
      ['EARLY_PHASE1', 'PHASE1', 'PHASE2']
    ],
    ['phase[- ]one', ['PHASE1']],
    ['phase[- ]two', ['PHASE2']],
    ['phase[- ]three', ['PHASE3']],
    ['phase[- ]four', ['PHASE4']]
  ],
  sponsorLeads:
    '[Ss]ponsorship of(?: the)?|(?:with|has|had|lists)(?: the)?(?=[^.;,]{3,60} as (?:its |the )?(?:lead )?sponsor)|of which(?: the)?|[Ss]ponsored (?:solely |jointly )?by(?: the)?|[Ss]ponsor(?:s)?(?: of [^.;,]{1,60})? (?:is|was|are)(?: the)?|[Ss]ponsor:|[Ss]ponsored by:',
  sponsorTails:
    '(?:, [^,;.]{3,80},)? (?:is|was|remains|acts as|acted as|serves as|served as) (?:the |its )?(?:lead |study |sole |main |official |registered |legal )?sponsor (?:of|for)',
  macros: {
    language: 'en',
    drop: '(?!)',
    alias: ',? (?:which is )?(?:also )?(?:known as|called|named|dubbed) (?:the )?',
    same: ' (?:is|was) (?:also )?(?:the |called |named |known as |identified as |(?:registered|listed) (?:as|under) (?:the )?(?:number |id )?)?',
    noun: '(?:clinical )?(?:trials?|stud(?:y|ies)|extensions?|rcts?|programmes?|programs?|protocol)',
    nouns: '(?:clinical )?(?:trials|studies|extensions|rcts)',
    and: '(?:and|or|&|as well as)',
    the: '(?:the|both)',
    that: '(?:that|which)',
    design:
      '[a-z0-9-]*(?:randomi[sz]ed|blind|blinded|controlled|label|cent(?:re|er)|national|arm|group|global|pivotal|confirmatory|international)',
    det: '(?:the|a|an|this|both|one of the|one of|all|each|two|three)',
    adv: '(?:(?:best|also|still|now|currently|presently|actively|since|already|only|itself|instead|indeed|actually|initially|originally|both|all|officially|formally|successfully|eventually|finally|later|recently|thus|therefore|however|reportedly|together|then|subsequently|each|fully) )',
    stop: 'results?|data|findings?|success|success of|evidence|about|regarding|concerning|around|over|into|whether|through|throughout|during|under|beyond|among|within|per|via|towards?|until|how|why|what|where|of|in|on|at|to|for|from|by|with|without|after|before|since|than|as|and|or|but|nor|that|which|who|whose|while|whereas|if|when|because|although|though|not|no|never|is|was|are|were|be|been|being|has|have|had|having|do|does|did|will|would|could|should|may|might|can|must|it|its|they|their|the|a|an|this|these|those|another|then|following|followed|preceded|led|next|subsequent|unlike|versus|vs|like|between|against|so|also|only',
    break:
      'after|before|since|because|although|though|while|whereas|but|not|unlike|will|would|should|could|may|might|if|when|followed|following|led|preceding|preceded|prior|then|is|was|are|were|has|had|have|supporting|leading|supported|than|versus|vs|as|nor|or',
    free: '(?<!(?:^|[^a-z])(?:of|to|after|before|from|in|by|for|with|than|since|into|onto|following|under|between|versus|vs\\.?|like|unlike|beyond|against|on|at|during|within|alongside|regarding|about|despite|until|replicate|confirm|extend|named|called|via) (?:the |both |its |this )?(?:{v} ){0,3}(?:{noun} )?)',
    head: '(?<=^|[;:,.] |[^a-z](?:and|but|while|whereas|that|although|because) )(?:(?:the|this|that|its|their|a|an) )?(?:(?:{w},? ){0,6}{noun}|{r}(?: trial| study)?)(?: {x}| \\([^()]{0,60}\\)){0,10}',
    headof:
      '(?<=^|[;:,.] |[^a-z](?:and|but|while|whereas|that|although|because) )(?:(?:the|this|its|a|an) )?(?:{w},? ){0,6}{noun} (?:of|with|on|for) (?:{w} ){1,3}',
    npt: '(?:(?:the|both|its|an?) )?(?:{m}(?:{noun} )?|{m}{noun}(?: {x}){0,8} )\\(?{T}',
    whole:
      '(?<![^a-z](?:participants|patients|people|adults|subgroup|arms?|groups?|those|cohort|part [a-d]|progressors|carriers) (?:{w} ){0,3}(?:of|in|from|with|entering|completing) (?:the )?(?:{w} ){0,2})',
    subj: '{subject}{aside}?(?: {noun})?{appositive}?(?:,? (?:which|that))?{also}?',
    subjs: '{Ts}(?: {nouns})?{appositive}?(?:,? (?:which|that))?{also}?',
    follows:
      '(?:extension|extension study|phase|part|period|portion|follow-up|follow-up study|continuation|successor|sequel|substudy|sub-study|rollover|participants|patients|people|completers|results|data) (?:of|to|from|after|in) (?:the )?(?:{w} ){0,3}?',
    front:
      '(?<!(?:^|[^a-z])(?:after|following|since|before|unlike|despite|besides|beyond|based on|building on|given|upon|like|from|in contrast to|compared (?:with|to)) [^,;:]{0,60})(?<!(?:is|was|are|were|been|being|as) (?:{det} )?(?:{w} ){0,3})',
    be: '(?:is|was|has been|had been|remains|became|remained)',
    are: '(?:are|were|have been|had been|remain|remained)',
    finite:
      'showed|shows|failed|met|began|convinced|prompted|supports|suggested|suggests|demonstrated|justified|inspired|triggered|enabled|paved|confirmed|gave|took|remains|became|sparked|encouraged|persuaded|allowed|launched|enrolled|enrolls|starts|ends|compared|reported',
    enrol:
      '(?:enrol(?:led|ls|s|ling|ed)?|randomi[sz](?:ed|es)|includ(?:ed|es)|recruit(?:ed|s)|(?:randomly )?(?:allocat(?:ed|es)|assign(?:ed|s))|involv(?:ed|es)|compris(?:ed|es)|(?:planned|plans|aimed|aims|intended|intends|was designed|is designed|set out|expected|expects|sought|seeks) to (?:include|enrol|enroll|recruit|randomi[sz]e|treat))',
    enrolled: '(?:enrol(?:l)?ed|randomi[sz]ed|included|recruited)',
    called:
      '(?:(?:designed|registered|listed|described|conducted|run|classified|launched|set up|designated|classed|labelled|labeled|reported|presented|considered|planned|conceived|carried out|performed|launched)(?: as)? )'
  },
  doubt:
    "not|n't|no|never|neither|nor|without|if|unless|would|could|should|might|may|had [^,]{0,40} been|rather than|instead of|wrong|incorrect|incorrectly|mistakenly|erroneously|wrongly|so-called|whether|hypothetical|hoped|hopes|proposed|suppose|supposing|imagine|called for|awaiting|contrary to|isn't|wasn't|aren't|weren't|hasn't|far from|together with|sometimes|often described|as if|as though|myth",
  clause: '; | but | while | whereas | although | though |: |, and | – |, so ',
  verb: 'is|was|are|were|be|been|has|have|had|will|would|showed|shows|enrolled|enrolls|tested|tests|evaluated|evaluates|began|failed|met|led|compared|compares|includes|included|studied|did|does|do|can|may|could|investigates|investigated|treated|received|reported|remains|recruits|aims|seeks|sponsors|gave|given|took|opened|investigate|assessed|assesses|examined',
  phrases: [
    '(?={F}){front}{F} {m}{nouns}[^;:.{t}]{0,80}: (?<trials>{t}(?:,? [^;:.{t}]{0,60})?,? {and} (?:the )?{t})',
    '(?={F}){front}{F} {m}{nouns}(?: {x}){0,6},? \\(?{Ts}',
    '(?={F}){front}{F} {m}{nouns}: {Ts}',
    '(?={F}){front}{F} {m}{nouns}(?: {x}){0,6},? (?<trials>{t}{aside}?(?: {z}){0,5},? {and}(?: {z}){0,3} {t})',
    '{F} {m}{Ts} {nouns}',
    '{F} (?:{w} |{design}, ){0,6}(?:{noun} )?{T}',
    '{F} {m}{nouns}(?: {x}| \\([^(){t}]{0,80}\\)){0,14} \\((?<trials>[^()]{0,200}{t}[^()]{0,160})\\)',
    '{F} {m}{noun}(?: {x}| \\([^(){t}]{0,80}\\)){0,14} \\((?:[^(){t}]{0,80} )?{T}',
    '{F} {m}{noun}(?: {x}){0,8}?,? \\(?(?:such as|including|namely|like|e\\.g\\.|notably|for example|for instance),?(?: {z}){0,5} \\(?(?<trials>{t}(?:{aside}?,?(?: {and})?(?: {z}){0,5}(?: \\((?:[^(){t}]{0,80} )?| ){t}){0,8})',
    '(?={F}){front}{F} {m}{noun}(?: {x}){0,8}, {T}(?=[,.;)]| \\(|$)',
    '(?={F}){front}{F} {m}{noun}(?: {x}){0,8}: {T}(?=[,.;)]| \\(|$)',
    '{F} {m}{noun}(?: {x}){0,8},? (?:called|named|known as|dubbed|entitled|registered (?:as|under)|identified as) {T}'
  ],
  apposed: [
    '(?:lists|listed|lists as|describes|described|shows|records|gives|reports) {npt}\\)? as (?:being )?{F}',
    '\\({T}\\),? (?:which is |that is |currently |still |now )?{F}(?=[,.;)]|$| (?:in|at|since|with) )',
    '(?={t}){front}{T}{aside}?(?: {noun})?,(?: which is| now)? {F}(?=[,.;)]|$| (?:for|in|because|after|due|on|following|since) )',
    '^(?:{adv})?{F}(?: (?:for|in|because of|after|due to|on) [^,;:({t}]{1,60})?, (?:{det} )?{m}(?:{noun} )?{T}'
  ],
  recruiting: [
    '(?:enrol?lment|recruitment) (?:is|remains) {adv}{0,2}(?<said>(?:open|ongoing|under way|underway|continuing)) (?:in|for|at) {npt}\\)?(?=[,.;)]|$)',
    '(?:enrol?lment|recruitment) (?:in|for|to|into) {npt}\\)? (?:is|remains) {adv}{0,2}(?<said>(?:open|ongoing|under way|underway|continuing))(?! label)',
    '{npt}\\)? (?:is|remains) {adv}{0,2}(?<said>open)(?=[,.;)]|$| and | but )'
  ],
  denied: ['{subj} (?:is|was) not (?:(?:a|an|actually|in fact|really) ){0,2}(?:{w},? ){0,5}?{P}'],
  latter: ['the former', 'the latter'],
  refers: {
    noun: '(?:the|this|that) (?:trial|study)(?! (?:{t}|of|drug|medication|product|treatment|team|group|site|population|sponsor|arm|was led|that|which|in which))',
    pronoun: '(?<=(?:;|:|,? (?:and|but|so|yet)| –) )it'
  },
  adjectives: [
    ['planned', 'not yet recruiting|not yet (?:started|open)'],
    ['active', 'active,? (?:but )?(?:not|no longer) (?:currently )?recruiting|active'],
    ['by-invitation', 'enrolling by invitation'],
    [
      'recruiting',
      '(?:currently |still |actively |now )?(?:recruiting|enrolling)(?: (?:patients|participants))?(?! by)'
    ],
    ['ongoing', '(?:currently |still )?(?:ongoing|on-going|underway|in progress|running)'],
    ['completed', '(?<=^|the |a |an |this |both |two |three |now |recently |[,;:(] )(?:completed)'],
    [
      'terminated',
      '(?<=^|the |a |an |this |both |two |prematurely |[,;:(] )(?:terminated|discontinued|stopped)(?: early| prematurely)?'
    ],
    ['withdrawn', '(?<=^|the |a |an |this |both |two |[,;:(] )(?:withdrawn)'],
    ['suspended', '(?<=^|the |a |an |this |both |two |currently |[,;:(] )(?:suspended|on hold)']
  ],
  predicates: [
    [
      'planned',
      '(?:is|has|are|have) {adv}{0,2}(?<said>(?:not yet|yet to) (?:been |begun |be )?(?:recruit(?:ing)?|start(?:ed)?|begun?|open(?:ed)?|enrol(?:l?ing)?|opened))'
    ],
    [
      'ongoing',
      '(?:is|are|has|have) {adv}{0,2}(?<said>(?:not yet|yet to) (?:been |be )?(?:completed?|finish(?:ed)?|end(?:ed)?|conclude(?:d)?|over))'
    ],
    [
      'ongoing',
      '(?:is|are|remains?) {adv}{0,2}(?:(?:listed|registered|recorded|reported|described) as )?(?<said>(?:still )?(?:ongoing|on-going|underway|under way|in progress|running|continuing|being (?:conducted|carried out|run)))'
    ],
    ['by-invitation', '(?:is|are|remains?) {adv}{0,2}(?<said>enrolling by invitation)'],
    [
      'recruiting',
      '(?:is|are|remains?) {adv}{0,2}(?:(?:listed|registered|recorded|reported) as )?(?<said>(?:recruiting|enrolling|open (?:to|for) (?:recruitment|enrol[a-z]+|new)|open and recruiting|accepting|seeking))(?! by| of)'
    ],
    ['recruiting', '(?:still |currently |now )(?<said>recruits|enrols|enrolls)'],
    ['recruiting', '(?<said>continues to (?:recruit|enrol|enroll))'],
    [
      'active',
      '(?:is|are|remains?) {adv}{0,2}(?<said>active(?:,? (?:but )?(?:is )?(?:not|no longer) (?:currently )?(?:recruiting|enrolling))?)'
    ],
    [
      'suspended',
      '(?:is|are|remains?|has been) {adv}{0,2}(?<said>suspended|on hold|paused|on clinical hold)'
    ],
    [
      'completed',
      '(?:is|was|has been|were|have been|are) {adv}{0,2}(?:(?:listed|registered|recorded|reported) as )?(?<said>completed|complete|finished|concluded)(?! (?:by|enrol|recruit|with))'
    ],
    [
      'completed',
      '(?:has|have) {adv}{0,2}(?<said>completed|finished|concluded)(?=[,.;)]|$| in {y}| and | but )'
    ],
    ['completed', '(?<said>completed|concluded) (?:in|on) {y}'],
    [
      'terminated',
      '(?:is|was|has been|were|have been|had been) {adv}{0,2}(?:(?:listed|registered|recorded|reported) as )?(?<said>(?:prematurely |early )?(?:terminated|discontinued|halted|abandoned|stopped|aborted|cancelled|canceled|cut short)(?: early| prematurely)?)'
    ],
    ['terminated', '(?<said>(?:ended|stopped|closed) (?:early|prematurely))'],
    ['withdrawn', '(?:is|was|has been|were|have been) {adv}{0,2}(?<said>withdrawn)'],
    ['ended', '(?:is|has|have|are) {adv}{0,2}(?<said>ended|over|closed)(?! to)']
  ],
  status: [
    '{subj} {S}',
    '{subjs} {S}',
    '(?<=^|[;:,] )(?:(?:both|all|the|these|its|two|three) ){1,3}(?:{w} ){0,4}{nouns}(?: {x}){0,12} \\((?<trials>[^()]{0,160}{t}[^()]{0,100}{t}[^()]{0,80})\\),? {S}',
    '(?={t}){free}{T}{aside}? (?:{noun} )?(?:continues|(?:listed|described|registered) as) {S}'
  ],
  phase: [
    '^as (?:an? )?{m}{P} {m}{noun}(?: {x}){0,6}, {T}',
    '(?={t}){free}{T}(?:(?! that| which| who| to | in | repeat| confirm| replicat| follow| extend| cite| use| includ| supersed| pool| was | were | will )[^,;:(){t}]){0,60} in an? {m}{P} {m}(?:study|trial)(?=[,.;]|$)',
    '{subj} {be} {adv}{0,2}{called}?(?:in |at )?(?:{det} )?(?:{w},? ){0,6}?{P}',
    '{subjs} {are} {adv}{0,2}{called}?(?:in |at )?(?:{det} )?(?:{w},? ){0,6}?{P}',
    '(?:lists|listed|describes|described|shows|records|reports) {npt}\\)? as (?:being )?(?:{det} )?(?:{w},? ){0,5}?{P}',
    '(?={t}){free}{T}[^,;:(){t}]{0,80} in an? {m}{P} {m}(?:design|setting|fashion)',
    '{Ts}, (?:both|all) (?:of them )?(?:{w},? ){0,4}?{P}',
    '{Ts} \\((?:both|all|each) (?:{w},? ){0,4}?{P}',
    '(?={t}){front}{T}{aside}?(?: {noun})?, (?:{det} )(?:{w},? ){0,6}?{P} {m}{noun}(?: {x}){0,14}(?=[,.;)]| \\(|$| that | which | whose )',
    '[a-z] (?:in|of) (?:the )?{T}{aside}?, an? (?:{v},? ){0,4}?{P} {m}{noun}(?: (?:with|of|in)(?: {z}){1,12})?(?=[,.;)]|$)',
    '(?={t}){front}{T}{aside}?, {P}(?: {w}){0,5}(?=[,.;)]|$)',
    '(?={t}){free}{T}{aside}?(?: {noun})?, (?:{det} )(?:{w},? ){0,6}?{P}',
    '{T}{aside}?(?::| –) (?:{det} )?(?:{w},? ){0,6}?{P}',
    '{T}(?: {noun})? \\((?:{w}[,;]? ){0,6}?{P}',
    '\\((?:{w}[,;]? ){0,6}?{P}[^(){t}]{0,80}{T}',
    '\\((?:[^(){t}]{0,60} )?{T}[,;:] (?:{w}[,;]? ){0,6}?{P}',
    '(?:in|into) {P}(?: {x}){0,6} \\({T}\\)',
    '[^a-z](?:in|into) {P}(?: {x}){0,4} in {npt}',
    '{P} {m}(?:data|results|findings|evidence|readout|read-out)(?: {x}){0,3} (?:from|of|in) (?:the )?{T}'
  ],
  enrolment: [
    '{Ts}{appositive}?(?: {nouns})? (?:have |had )?{adv}?{enrol}(?: a total of)? (?<said>[{c}{b}])(?:,| {and}|, {and}) (?<next>[{c}{b}])',
    '{subj} (?:has |had |have )?{adv}{0,2}{enrol}(?: only| just| a total of| a planned)? {C}',
    '{subj} (?:has |had |have )?{adv}{0,2}{enrol}(?: only| just| a total of)? {B}(?=[,.;)]|$| (?:in|at|across|from|and|with|over|between) )',
    '{subj} (?:lists|reports|gives|had|has)(?: an| a)? (?:(?:actual|planned|target|estimated|anticipated|final|total) )?(?:enrol?lment|sample size|sample)?(?: of)? ?{CB}',
    '{T}(?:,| \\(|,? (?:with|has|had)) (?:an? |its )?(?:(?:actual|planned|target|estimated|anticipated|final|total) )?(?:enrol?lment|sample size|sample|target)(?: target)?(?::| of| was| is)? {CNB}',
    '{C}(?: {x}){0,6} (?:(?:were |was |have been |had been |to be |are ){adv}?{enrolled}|took part|participated)(?: {x}){0,3}? (?:in|into|for|to) (?:{the} )?{m}(?:{noun} )?{T}',
    '{C}(?: {x}){0,6} (?:(?:were |was |have been |had been |are ){adv}?{enrolled}|took part|participated) (?:in|into) (?:{det} )?{m}{noun}(?: {x}){0,10} \\({T}',
    '(?={t}){free}{T}(?: {noun})?(?:,? with)? {C}',
    '{noun}(?: {x}){0,6} (?:in|of|with|involving|among|including|that (?:enrolled|included|randomi[sz]ed|recruited)|enrolling|recruiting|randomi[sz]ing) (?:a total of )?{C}(?: {x}){0,10} \\({T}',
    '{noun}(?: {x}){0,8} \\({T}\\),?(?: {x}){0,6} (?:in|of|with|involving|among|including|that (?:enrolled|included|randomi[sz]ed|recruited)|enrolling|recruiting) (?:a total of )?{C}',
    '(?:^|, )with (?:a total of |only )?{C}(?: {x}){0,3}, (?:{the} )?{m}(?:{noun} )?{T}',
    '(?={t}){front}{T}{aside}?, (?:{det} )?(?:{w},? ){0,8}{noun}(?: {x}){0,8} (?:in|of|with|involving|among|including|that (?:enrolled|included|randomi[sz]ed|recruited)|enrolling|randomi[sz]ing) (?:a total of )?{C}',
    '{npt}{aside}?(?:,| was| is)? (?:{adv})?(?:conducted|carried out|performed|run|done) (?:in|with|among|on) {C}',
    '{subj} {be} (?:{det} )?(?:{w},? ){0,8}{noun}(?: {x}){0,6} (?:in|of|with|involving|among|that (?:enrolled|included|randomi[sz]ed|recruited)|enrolling|randomi[sz]ing) (?:a total of )?{C}',
    '(?={t}){whole}{T} (?:{noun} )?\\((?:[^(){t}]{0,60}[ ,;])??{N}',
    '(?={t}){front}{T}{aside}?,? in which (?:a total of )?{C} (?:took part|participated|(?:were |had been )?{adv}?{enrolled})',
    '{T} (?:{noun} )?\\((?:{w}[,;] ){0,3}?{C}\\)',
    '\\((?:[^(){t}]{0,60} )?{T}[,;:] (?:[^(){t}]{0,60}[ ,;])??{N}',
    '\\((?:[^(){t}]{0,60} )?{T}[,;:] (?:{w}[,;]? ){0,4}?{C}(?=[,;)])',
    '\\({N}[,;] {T}',
    '(?:in|for) {T}, {C} (?:were|was) {adv}?{enrolled}',
    '{T},? whose {C}',
    "{T}'s {C}",
    '(?:enrol?lment|sample size)(?: {x}){0,2} (?:of|in|for) {T} (?:was|is|of|stands at|stood at|reached|totalled) {CB}',
    '(?:given|administered)(?: {x}){0,3} to {C} in {T}'
  ],
  part: '[^,;:.()]{0,60}? (?:in|of) (?:the |its )?(?:part [a-d]\\b|(?:[a-z0-9-]+ ){0,2}(?:arm|group|cohort|subgroup|analysis|analyses|population)s?\\b)| (?:(?:on|with) (?:placebo|{r})|to (?:receive )?(?:{r}|placebo)(?! (?:or|and|versus|vs\\.?) (?:to )?(?:matching |a )?(?:placebo|{r}))|received?\\b|assigned|in (?:the )?(?:placebo|active|treatment|part|each|either|arm)|per |at each|in each|died|screened|completed|discontinued|withdrew|slow|fast|respond|were screened|had (?:died|completed))',
  partOfPhase: ' of (?:the|this|that|its) (?:trial|study)',
  facts: [
    ['intervention', '(?:oral |intrathecal )?{R}(?: cells)?'],
    ['phase', '(?:an? )?(?:{w} ){0,4}{P}(?: {w}){0,3}(?: {noun})?(?: (?:of|in|with) (?:{x} ?){1,6})?'],
    ['enrolment', '(?:planned |actual |target |estimated )?(?:enrol?lment:? |sample size:? |{w} )?{N}'],
    [
      'enrolment',
      '(?:planned |actual |target |estimated )?(?:enrol?lment|sample size|participants|patients)(?: of)? {B}'
    ],
    ['enrolment', '(?:enrolled |planned |randomi[sz]ed )?{C}(?: (?:enrolled|randomi[sz]ed|planned))?'],
    ['sponsor', '(?:sponsored by|sponsor) (?:the )?{O}'],
    ['start', '(?:start(?:ed)?(?: date)?|began|opened|launched)(?: in| on)? {Y}'],
    ['completion', '(?:completed|completion(?: date)?|ended|end(?: date)?)(?: in| on)? {Y}']
  ],
  sponsor: [
    '{O}{aside}?{appositive}?,? (?:is|was|remains|(?:acts|acted|serves|served) as) (?:the |its )?(?:lead |study |sole |main |official |registered |legal )?sponsor (?:of|for) (?:both )?{npt}',
    '{T}[^;:.{t}]{0,80} under (?:the )?sponsorship of (?:the )?{O}',
    'sponsorship of {npt}\\)? by (?:the )?{O}',
    '(?={t}){front}{T}{aside}?(?: {noun})?(?:,? (?:{w},? ){0,3}| (?:which |that )?(?:is |was |has been |had been )(?:{adv}){0,2})?sponsored (?:solely |jointly )?by (?:the )?{O}',
    '(?={t}){front}{T}{aside}?(?: {noun})?,(?: {x}){0,12} sponsored by (?:the )?{O}',
    '{subj} (?:is |was |has been )(?:{adv}){0,2}sponsored by (?:the )?{O}',
    '{subjs} (?:are |were |have been )(?:{adv}){0,2}sponsored by (?:the )?{O}',
    '{noun}(?: {x}){0,10} sponsored by (?:the )?{O}(?: {x}){0,8} \\({T}',
    '^sponsored by (?:the )?{O}(?: [^,]{0,60})?, (?:{det} )?{m}(?:{noun} )?{T}',
    '{O}[ -]sponsored {m}(?:{noun} )?{T}',
    '{O}[ -]sponsored {m}{noun}(?: {x}){0,10} \\({T}',
    '{O}{aside}?,? (?:the |which is the |is the |was the |as )?sponsors? of (?:both |the )?(?:{noun} )?{Ts}',
    '{O}{aside}?,? (?:the |which is the |is the |was the |as )?sponsors? of {npt}',
    '{O} (?:also )?sponsor(?:s|ed) {npt}',
    '(?={t}){free}{T}{aside}?(?: {noun})?,? (?:with|has|had|lists) (?:the )?{O} as (?:its |the )?(?:lead )?sponsor',
    '(?={t}){front}{T}{aside}?(?: {noun})?, of which (?:the )?{O} (?:is|was) (?:the )?sponsor',
    '{O} (?:also )?sponsor(?:s|ed) (?:both |the |its |an? )?{m}{noun}(?: {x}| \\([^()]{0,60}\\)){0,10} \\({T}',
    'sponsor of (?:the )?{m}(?:{noun} )?{T} (?:is|was) (?:the )?{O}',
    '{T}[^;:.{t}]{0,120},? (?:but |and )?(?:the|whose|its) (?:lead |registered )?sponsor (?:is|was) (?:the )?{O}',
    '{T}[^;.]{0,60}[(,;:–] ?sponsor(?:ed by)?:? (?:the )?{O}',
    '\\((?:[^()]{0,60} )?sponsored by (?:the )?{O}[^(){t}]{0,20} {T}'
  ],
  runs: [
    '{subj} {be} (?:an? |the )?(?:{w} ){0,3}?{O}(?:-[a-z]+)? {noun}(?=[,.;]|$)',
    '{O} (?:ran|runs|conducted|carried out|launched|initiated|performed) (?:both )?{npt}(?! (?:sites?|cent))',
    '{T}{aside}?(?: {noun})?, (?:an? )?(?:{x} ){0,5}?(?:run|conducted|launched) by (?:the )?{O}',
    "{O}(?:'s|') {m}(?:{noun} )?{T}",
    "{O}(?:'s|') {m}{noun}(?: {x}){0,8} \\({T}",
    '{subj} (?:is|was|has been) (?:being )?(?:{adv}){0,2}(?:run|conducted|led|funded|promoted|registered) by (?:the )?{O}',
    '{noun}(?: {x}){0,10} (?:run|conducted|led) by (?:the )?{O}(?: {x}){0,8} \\({T}'
  ],
  intervention: [
    '{subj} (?:is |was |has )?{adv}?(?:tests?|tested|testing|evaluat(?:es|ed|ing)|stud(?:ies|ied|ying)|assess(?:es|ed|ing)|examin(?:es|ed|ing)|investigat(?:es|ed|ing)|compar(?:es|ed|ing)|explor(?:es|ed|ing)) (?:whether |if |the (?:efficacy|safety|effect|effects)(?: and (?:safety|efficacy|tolerability))? of )?(?:(?:the |an? )?(?:{w} ){0,3}?)?{R}',
    '(?={t}){front}{T}{aside}?,? (?:which |that )?(?:is |was )?(?:{det} )?(?:{w},? ){0,8}{noun} (?:of|testing|evaluating|investigating|assessing|with) (?:{w} ){0,3}?{R}',
    '{T} of {R}',
    '{noun} (?:of|testing|evaluating|investigating|assessing|with) (?:{w} ){0,3}?{R}(?: {x}){0,8} \\((?:[^(){t}]{0,60} )?{T}',
    '{R}(?: {w}){0,2} {noun}(?: {x}){0,6}?,? \\(?{T}',
    '{R}{aside}?(?: {x}){0,2}{appositive}? (?:is|was|has been|is being|was being) (?:being )?{adv}{0,2}(?:tested|studied|evaluated|assessed|investigated|examined|given)(?: {x}){0,4} (?:in|under|as) (?:the )?{m}(?:{noun} )?{T}',
    '{R}{aside}?(?: {x}){0,2}{appositive}? (?:is|was|has been|is being|was being) (?:being )?{adv}{0,2}(?:tested|studied|evaluated|assessed|investigated|examined|given)(?: {x}){0,8} \\({T}',
    '{R}(?: {w}){0,4} \\({T}',
    '^{R}{aside}?(?:,| –|:)(?: {w}){0,4}:? ?{T}',
    '{R} (?:in|\\(in) {T}',
    '{T} \\({R}',
    '(?={t}){front}{T}{aside}?(?::| –) (?:{w} ){0,4}?{R}',
    'in {T}, (?:{c} |{b} )?(?:{x} ){0,4}?(?:received|were (?:given|treated with|randomi[sz]ed to)) {R}'
  ],
  start: [
    'first (?:patients?|participants?|subjects?|volunteers?) (?:entered|joined) {npt}\\)? (?:in|on) {Y}',
    '{subj} (?:has |had )?(?:{adv})?(?:enrol(?:l)?ed|dosed|randomi[sz]ed|included|recruited|treated) (?:its|the) (?:very )?first (?:patients?|participants?|subjects?|volunteers?) (?:in|on) {Y}',
    'first (?:patients?|participants?|subjects?|volunteers?) (?:in|of) {npt}\\)? (?:was|were|had been) (?:{adv})?(?:enrol(?:l)?ed|dosed|randomi[sz]ed|included|recruited|treated) (?:in|on) {Y}',
    'first (?:patients?|participants?|subjects?|volunteers?) (?:was|were) (?:{adv})?(?:enrol(?:l)?ed|dosed|randomi[sz]ed|included|recruited|treated) in {npt}\\)? (?:in|on) {Y}',
    '{o} (?:started|began|launched|opened|initiated) {npt}{aside}?(?: {noun})?\\)? (?:in|on) {Y}',
    '(?:recruitment|recruiting|enrol?lment) (?:in|for|to|into|of) {npt}\\)? (?:began|started|opened|commenced) (?:in|on) {Y}',
    '{subj} (?:has been|had been) {adv}{0,2}(?:running|under way|underway|ongoing|recruiting|open) since {Y}',
    '{T}{aside}?,? (?:{adv})?(?:running|under way|underway|ongoing|recruiting) since {Y}',
    '{subj} (?:was |had |has )?{adv}?(?:began|begun|started|opened|launched|commenced|initiated|kicked off|got under way)(?: (?:recruitment|recruiting|enrol?lment|enrolling|to patients|to enrol?lment|to recruitment|for enrol?lment))? (?:in|on|at the|at)? ?{Y}',
    '(?={t}){front}{T}{aside}?, (?:{adv})?(?:begun|started|opened|launched|initiated) (?:in|on) {Y}',
    '(?={t}){free}{T}{aside}?[^;.{t}]{0,40}?[(,;:–] ?(?:start(?:ed|ing)?(?: date)?|began|opened|launched):? (?:in |on )?{Y}',
    '{subj} (?:ran|was (?:run|conducted|carried out)|took place|runs) (?:from|between) {Y}',
    '^(?:launched|started|begun|initiated|opened) (?:in|on) {Y}(?: [^,;:({t}]{1,60})?, (?:{det} )?{m}(?:{noun} )?{T}',
    '{c}(?: {x}){0,6} enrolled in {T}{aside}? from {Y}'
  ],
  completion: [
    '{subj} will (?:be )?(?:end|finish|completed?|conclude|run until|close) (?:in |on |by )?{Y}',
    '{o} (?:completed|ended|concluded|closed|finished) {npt}{aside}?(?: {noun})?\\)? (?:in|on) {Y}',
    '{subj} (?:came to an end|drew to a close|reached its end|came to its end) (?:in|on) {Y}',
    'last (?:patients?|participants?|subjects?|visit) (?:in|of|completed|left|finished) {npt}\\)?(?: {x}){0,4} (?:in|on) {Y}',
    '{subj} (?:was |has |had |were )?(?:been )?{adv}?(?:completed|ended|finished|concluded|closed|wrapped up)(?: early)? (?:in|on|at the) ?{Y}',
    '{subj} (?:is|was) (?:{adv})?(?:expected|estimated|due|scheduled|anticipated|projected|set) to (?:be )?(?:complete|completed|end|finish|conclude|run until|close|read out)(?: in| by| on)? {Y}',
    '{T}[^;.:()]{0,60},? (?:with )?(?:(?:primary|study|its|an estimated|an expected|estimated|expected) ){0,3}completion (?:is |was |date )?(?:expected |estimated |anticipated |planned |scheduled |set )?(?:in |for |by |of |on )?{Y}',
    '{subj} (?:ran|was (?:run|conducted|carried out)|took place|runs) (?:from|between) {y} (?:to|until|through|till|and) {Y}',
    '(?={t}){front}{T}{aside}?, completed (?:in|on) {Y}',
    '^(?:completed|concluded|finished) (?:in|on) {Y}(?: [^,;:({t}]{1,60})?, (?:{det} )?{m}(?:{noun} )?{T}',
    '{subj} (?:continued|ran|lasted|went on|runs) (?:until|through|till|to) {Y}',
    '{T} \\((?:[^(){t}]{0,60}[ ,;])?(?:completed|completion|ended)(?: in| date)?:? {Y}'
  ],
  sole: soleEn,
  columns: {
    phase: 'phases?|study phase|trial phase|clinical phase|development phase',
    status: '(?:recruitment |overall |trial |study |current |enrol?lment )?status',
    enrolment:
      'n|no\\.? of (?:participants|patients|subjects)|number of (?:participants|patients|subjects)|enrol?lment|enrol?led|participants|patients|sample size|sample|size|subjects|(?:participants|patients|enrol?lment|enrol?led|subjects|sample size|size),? ?\\(?n\\)?|n,? ?(?:\\()?(?:enrol?led|participants|patients|randomi[sz]ed|planned|actual)\\)?|randomi[sz]ed|(?:actual |planned |total |target )enrol?lment',
    sponsor: '(?:lead )?sponsors?(?: name)?|sponsor/company|company|sponsored by',
    intervention:
      'cells?|cell (?:product|type|source)|drugs?|interventions?|treatments?|agents?|compounds?|products?|therapy|therapies|investigational (?:product|drug|agent)|test (?:product|drug)|study drug|drug/intervention',
    start: 'start(?:ed)?(?: date)?|began|study start|start year|year started|first (?:patient|subject) in',
    completion:
      '(?:study |primary |estimated |expected )?completion(?: date)?|end(?: date)?|completed|ended|finish(?:ed)?',
    trial:
      'trials?|stud(?:y|ies)|trial name|study name|acronym|name|short name|trial acronym|study acronym|trial \\(acronym\\)|trial/acronym'
  }
}
