import type {SoleWords} from './sole-words.js'

const testing =
  'tests?|tested|testing|(?:to|will) (?:test|evaluate|assess|study|examine|compare|investigate)|evaluat(?:es|ed|ing)|assess(?:es|ed|ing)|investigat(?:es|ed|ing)|examin(?:es|ed|ing)|stud(?:ies|ied|ying)|compar(?:es|ed|ing)|explor(?:es|ed|ing)|trialled|trialed'
const giving =
  'receiv(?:e|es|ed|ing)|(?:was|were|are|is|be|been|being|and) (?:given|offered|treated with|randomi[sz]ed (?:to|between)(?: receive)?|randomly assigned to|allocated to|assigned to|injected with|infused with|dosed with)|gave|gives|giving|administer(?:s|ed|ing)|implant(?:s|ed|ing)|inject(?:s|ed|ing)|infus(?:es|ed|ing)|transplant(?:s|ed|ing)|offer(?:s|ed|ing)|provid(?:es|ed|ing)|deliver(?:s|ed|ing)|treat(?:s|ed|ing) (?:{x} ){0,5}with|{c} on|took|takes'

/** What is said of the drug, and not of its other studies. */
const alone =
  '(?! (?:trials?|stud|groups?|users?|arms?|data|era|programmes?|programs?|cohorts?|patients|treated))'

/** How English says a thing of the one trial of a clause. */
export const soleEn: SoleWords = {
  clause: '; | but | while | whereas | although | though |: | – ',
  elsewhere: [
    '(?:patients|participants|people|adults|those|completers) (?:who|that) (?:had |have )?(?:completed|finished|left|came from|took part in|were in|had been in) (?:{x} ){0,6}?{t}',
    '(?:designed|meant|intended|needed|set up) to (?:confirm|replicate|extend|complement|follow) (?:{x} ){0,4}?{t}',
    '(?:extension|follow-up|successor|sequel|continuation) (?:to|of) (?:the )?{t}'
  ],
  other:
    'earlier|previous|previously|prior|before|after|afterwards|later|next|then|subsequent|subsequently|following|followed|since|unlike|like|than|similar|similarly|as with|as for|another|others?|elsewhere|separate|separately|led to|led|convinced|prompted|background|concomitant|concurrent|on top|add-on|adjunct|in addition|alongside|besides|stable|allowed|permitted|prohibited|exclu[a-z]+|ineligible|naive|approved|approval|marketed|licen[sc][a-z]+|withdr[a-z]+|commercial[a-z]*|predecessor|inspired|discover[a-z]*|instead|switch[a-z]*|parallel|combin[a-z]+|rescue|crossed over|already|versus|vs|comparison|both|either|neither|expanded access|compassionate|different|unrelated|rival|competing|experience with|history|taking|use of|relied|relies|regardless|independent|debate|outside|sites?|cent(?:re|er)s?|per|each|of whom|screened|prescribed|worldwide|registry|real-world|subgroup|subset|arms?|part [a-d]|cohort|pooled|together|meta-analysis|authors?|reviews?|had (?:died|completed)|analys[a-z]+|biomarker|compounds?|historical|controls?|together',
  apart:
    'where|region|alive|living|live|not|never|nor|neither|alongside|parallel|eligible|historical|together|excluded|not allowed|allowed|permitted|prohibited|background|concomitant|elsewhere|separately|in another|in other|later|afterwards|in a different|before|after|unlike|outside|instead|per|each|screened|in the general|was approved',
  into: '(?:in|by|under|for|within|during|of) (?:the )?(?:{x} ){0,5}(?:\\((?:{x} )?)?$',
  intervention: [
    `(?:${testing}|${giving}) (?:{x} ){0,4}?{R}${alone}`,
    `{R}(?: {x}){0,3} (?:was|were|is|are|has been|have been|will be|being|been) (?:{adv}){0,2}(?:tested|studied|evaluated|assessed|investigated|examined|given|compared|administered|injected|implanted|infused|delivered|trialled|offered|provided|pitted)`,
    '{R}(?: {x}){0,2},? (?:tested|studied|evaluated|assessed|compared|administered|injected|implanted|given) (?:against|in|to|with|orally|by)',
    '(?:doses?|infusions?|injections?|administrations?|transplantations?|implantations?|courses?) of (?:{x} ){0,3}?{R}',
    '(?:efficacy|safety|effects?|tolerability) of (?:{x} ){0,3}?{R}'
  ],
  unheld: [
    `(?:${testing}) (?:whether |if )?(?:{x} ){0,4}?{S}${alone}`,
    '{S} (?:was|is|has been|will be|being) (?:{adv}){0,2}(?:tested|studied|evaluated|assessed|investigated|examined|compared|trialled|pitted)',
    '{S}(?: {x}){0,2},? (?:tested|evaluated|assessed|compared) (?:against|in)',
    '(?:all|the) {c} (?:{x} ){0,3}?(?:(?:of|in) {t} )?(?:received|were given|were treated with|took|are given|receive|get) (?:{x} ){0,2}?{S}(?! for| as)',
    '(?:received|given|randomi[sz]ed to|assigned to|allocated to|treated with) (?:either )?{S} (?:or|against|versus|vs\\.?) (?:{x} )?(?:placebo|sham)',
    '(?:efficacy|safety|effects?|tolerability) of (?:{x} ){0,2}?{S}'
  ],
  everyone: [
    '(?:enrol(?:led|ls|s|ed)|randomi[sz](?:ed|es)|recruit(?:ed|s)|{t} (?:has |had )?(?:included|includes|treated|involved)) (?:only |just |a total of |all |its |planned |some )?{C}',
    '(?:a total of|in total,?|altogether,?) {C}(?! (?:{x} ){0,2}(?:received|on|with))',
    '{C} in total',
    '{C} (?:were|was|had been|have been) (?:{adv}){0,2}(?:enrolled|recruited|randomi[sz]ed|allocated|randomly (?:assigned|allocated))',
    '^with (?:only |its |just )?{C}, (?:the )?(?:{x} ){0,4}?{t}',
    '{t} (?:was|is|has been) (?:{adv})?(?:conducted|carried out|run|performed|done) (?:only )?(?:in|on|with|among) {C}',
    'total enrol?lment (?:of|was|is|reached) {C}'
  ],
  someone: [
    '{C}(?: {x}){0,6} (?:were|was|had been|received|took part|participated|joined|entered|underwent|completed|are|have been)(?: {x}){0,12}? (?:in|into|by) (?:the )?(?:{x} ){0,5}?\\(?{t}',
    '(?:in|for|with) (?:the )?(?:{x} ){0,5}?\\(?{t}\\)?, (?:about |all )?{C}(?: {x}){0,4} (?:were|was|had been|received|took part|participated|underwent|entered)',
    '(?:treated|dosed|implanted|injected|gave|given|administered|followed) (?:{x} ){0,8}?{C} (?:{x} ){0,3}?in (?:the )?(?:{x} ){0,3}?\\(?{t}',
    '{t}(?: [^,;:()]{1,60})? (?:with|in|among|treated|included|involved|involving|covering|of) (?:all |its )?{C}'
  ]
}
