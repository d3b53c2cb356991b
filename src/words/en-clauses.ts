import type {Clauses} from './clauses.js'

/** How clauses add and limit in English. */
export const clauses: Clauses = {
  adds: /, (?:leading to|resulting in|highlighting|underscoring|underlining|emphasi[sz]ing|illustrating|reflecting|spurring|prompting|enabling|allowing|helping|offering|opening|paving|including|such as|e\.g\.|for example|for instance|notably|namely)(?= |,)/g,
  qualifies:
    /(?<!\p{L})(?:no|not|none|never|without|nor|neither|cannot|but|although|though|however|yet|while|whereas|despite|except|excluding|unless|until|if|when|where|provided|depending|pending|only|mainly|mostly|largely|partly|primarily|at (?:least|most)|up to|over|under|may|might|could|would|should|can|potential\p{L}*|possib\p{L}*|probab\p{L}*|likely|unlikely|appear\p{L}*|seem\p{L}*|suggest\p{L}*|prelimin\p{L}*|early|small\p{L}*|few|fewer|less|limit\p{L}*|lack\p{L}*|fail\p{L}*|insufficient|weak\p{L}*|uncertain\p{L}*|unclear|unknown|explorat\p{L}*|pilot|open.label|interim|trends?|mice|mouse|rats?|animals?|preclinical|vitro|vivo|sub\p{L}*|post.hoc|risks?|adverse|safety|toxic\p{L}*|deaths?|modest\p{L}*|slight\p{L}*|insignificant|significan\p{L}*|compared|versus|vs|than|controversial|disputed|still|remain\p{L}*|require\p{L}*|need\p{L}*|challeng\p{L}*|question\p{L}*|problem\p{L}*|\p{L}+n[’']t)(?!\p{L})/iu,
  limits:
    /^(?:However|Nevertheless|Nonetheless|But|Yet|Still,|Even so|That said|Despite (?:this|these|that|those|such)|In contrast|By contrast|Conversely|On the other hand|Unfortunately|Only|Neither|None|No |Not |Caution)(?!\p{L})/u
}
