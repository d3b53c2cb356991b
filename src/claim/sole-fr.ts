import type {SoleWords} from './sole-words.js'

const testing =
  'test(?:e|ait|ant|er|ee)|evalu(?:e|ait|ant|er)|etudi(?:e|ait|ant|er)|examin(?:e|ait|ant|er)|compar(?:e|ait|ant|er)|explor(?:e|ait|ant|er)|port(?:e|ait|ant) sur|consacree? (?:à|au)|dediee? (?:à|au)'
const giving =
  "recu|recoivent|recoit|recevaient|recevoir|recevant|recevront|traitee?s? (?:par|avec)|trait(?:e|ait|ant) (?:{x} ){0,5}(?:par|avec)|offr(?:e|ait|ant)|fourni(?:t|ssait|ssant)?|propos(?:e|ait|ant)|donn(?:e|ait|ant)|administr(?:e|ait|ant|er)|implant(?:e|ait|ant|er)|inject(?:e|ait|ant|er)|greff(?:e|ait|ant|er)|perfus(?:e|ait|ant|er)|beneficie (?:de|du|d'[a-z]+)|randomisee?s? (?:entre|pour recevoir)|sous"

/** How French says a thing of the one trial of a clause. */
export const soleFr: SoleWords = {
  clause: '; | mais | tandis que | alors que | bien que | quoique |: | – ',
  elsewhere: [
    '(?:patients|participants|malades|personnes|adultes|ceux)(?: [a-z]+)? (?:ayant|qui avaient|qui ont|sortis|issus) (?:{x} ){0,6}?{t}',
    '(?:concue?|destinee?|prevue?|lancee?) (?:à|pour) (?:confirmer|reproduire|prolonger|completer) (?:{x} ){0,4}?{t}',
    "(?:extension|prolongation|suite|prolongement|suivi) (?:à|de|d') ?(?:l'essai |l'etude )?{t}"
  ],
  other:
    "anterieure?s?|anterieurement|precedent[a-z]*|prealable[a-z]*|avant|apres|ensuite|puis|plus tard|depuis|suivante?s?|suivie?s?|prochaine?|contrairement|à la difference|à l'inverse|comme|que|autres?|d'autres|ailleurs|separement|conduit à|mene à|convaincu|incite|fond|concomitante?s?|en plus|en association|associee?s?|outre|stable|autorisee?s?|autorisation|permise?s?|exclu[a-z]*|naifs?|approuvee?s?|commercialis[a-z]+|retiree?s?|retrait|predecesseur|inspire|decouvert[a-z]*|plutot|parallele|combin[a-z]+|deja|versus|vs|tous deux|soit|acces|compassionnel|differente?s?|concurrente?s?|experience|antecedents?|utilisation|recours|independamment|debat|hors|sites?|centres?|par (?:bras|groupe|centre)|chaque|dont|selectionnes|depistes|prescrite?s?|registre|sous-groupe|bras|partie [a-d]|cohorte|auteurs?|revue|analys[a-z]+|biomarqueurs?|faute de|lors|historiques?|temoins?|ensemble|utilisateurs",
  apart:
    'où|region|vivent|pas|jamais|aucune?|ni|parallele|eligibles?|exclue?s?|autorisee?s?|permise?s?|fond|concomitante?|ailleurs|separement|dans un autre|dans une autre|plus tard|ensuite|avant|apres|contrairement|hors|par centre|chacun|dont|deja',
  into: "(?:dans|par|pour|de|du|d'|lors de|sous) (?:l')?(?:{x} ){0,5}(?:l'|d')?(?:\\((?:{x} )?)?$",
  intervention: [
    `(?:${testing}|${giving})(?: (?:{x} ){0,4}?| (?:{x} ){0,3}?[dl]')(?:l'|le |la |d')?{R}`,
    '{R}(?: {x}){0,3} (?:est|a ete|etait|ont ete|sont|etaient|fut|furent|sera) (?:{adv}){0,2}(?:test|etudi|evalu|examin|compar|administr|inject|implant|greff|perfus|donn|propos|fourni|offert)[a-z]*',
    '{R}(?: {x}){0,2},? (?:testee?|evaluee?|etudiee?|comparee?|administree?|injectee?s?|implantee?s?|donnee?) (?:contre|à|au|aux|chez|dans|par|en|sous)',
    "(?:doses?|perfusions?|injections?|administrations?|greffes?|implantations?) (?:de |du |d'|de la |de l')(?:{x} ){0,3}?{R}",
    "(?:efficacite|tolerance|securite|effets?) (?:de |du |d'|de la |de l')(?:{x} ){0,3}?{R}"
  ],
  unheld: [
    `(?:${testing})(?: (?:{x} ){0,3}?| (?:{x} ){0,3}?[dl]')(?:l'|le |la |d')?{S}`,
    '{S} (?:est|a ete|etait|fut|sera) (?:{adv}){0,2}(?:test|etudi|evalu|examin|compar)[a-z]*',
    '{S}(?: {x}){0,2},? (?:testee?|evaluee?|etudiee?|comparee?) (?:contre|au|chez|dans|en)',
    "(?:les|tous les) {c} (?:{x} ){0,3}?(?:(?:de|du|dans) (?:l'essai |l'etude )?{t} )?(?:ont|avaient|etaient) (?:tous )?(?:recu|traites par) (?:de |du |le |la |de l'|l'|d')*{S}(?! pour)",
    "(?:recu|recevoir|recevaient|randomisee?s? (?:entre|pour recevoir)) (?:soit )?(?:de |du |le |la |de l'|l')*{S} (?:ou|contre|et|soit) (?:un |le |du |au )?placebo",
    "(?:efficacite|tolerance|securite|effets?) (?:de |du |d'|de la |de l')(?:{x} ){0,2}?{S}"
  ],
  everyone: [
    '(?:inclus|inclut|incluait|recrute|recrutait|randomise|enrole|compris|reuni|rassemble|porte sur|portait sur|traite) (?:seulement |au total |un total de |en tout |les )?{C}',
    '(?:au total|en tout),? {C}(?! (?:{x} ){0,2}(?:recu|sous|avec))',
    '{C} (?:au total|en tout)',
    '{C} (?:ont ete|furent|etaient|avaient ete) (?:{adv}){0,2}(?:inclus|incluse|recrute|randomise|enrole|repartis|tires au sort)e?s?',
    "^avec (?:seulement |ses )?{C}, (?:{x} ){0,4}?(?:l')?{t}",
    '{t} (?:a ete|est|fut) (?:{adv})?(?:menee?|conduite?|realisee?) (?:chez|sur|aupres de) {C}'
  ],
  someone: [
    "{C}(?: {x}){0,6} (?:ont|furent|avaient|sont|etaient)(?: {x}){0,12}? (?:dans|à|au|de) (?:l')?(?:{x} ){0,5}?\\(?{t}",
    "dans (?:l')?(?:{x} ){0,5}?\\(?{t}\\)?, (?:les |quelque )?{C}(?: {x}){0,4} (?:ont|furent|avaient|etaient)",
    '{t}(?: [^,;:()]{1,60})? (?:chez|avec|sur|aupres de|incluant|traitant) {C}'
  ]
}
