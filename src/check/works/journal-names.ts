import type {Evidence} from '../../model/evidence.js'
import {isSameJournal} from './same-journal.js'
import {wordsOf} from './tokens.js'

/**
 * Whether words in a journal’s place are certainly a journal’s name, and not an author’s, an institution’s or a remark:
 * one of the evidence, a well-known one of one word, or several words of which one is usual in journals’ names. Where no
 * year stands with them, they have to be plainer.
 */
export function isJournalName(name: string, hasYear: boolean, {references}: Evidence): boolean {
  if (!/^\p{Lu}/u.test(name) || /\d/.test(name)) return false
  const words = wordsOf(name).filter((word) => word !== 'the')
  if (words.length === 0 || words.length > 12 || words.some((word) => remarks.has(word))) return false
  if (!isCapitalised(name)) return false
  const [first = ''] = words
  if (words.length === 1 ? plain.has(first) : words.some((word) => telling.has(word))) return true
  const journals = references.flatMap(({item}) => item['container-title'] ?? [])
  if (!hasYear) return journals.some((journal) => wordsOf(journal).join(' ') === words.join(' '))
  if (words.length === 1 ? oneWord.has(first) : words.some((word) => usual.has(word))) return true
  return journals.some((journal) => isSameJournal(name, journal))
}

/** “Nature of the disease in” is none; French names have but one capital. */
function isCapitalised(name: string): boolean {
  if (/\s(?:as|at|by|from|in|of|on|since|the|to|with|depuis|en|et|par)$/.test(name)) return false
  if (/^(?:Annales|Bulletin|Cahiers|Journal|La|Le|Médecine|Presse|Revue)\b/.test(name)) return true
  return !/(?<![\p{L}\p{N}’'-])(?!(?:and|de|der|des|du|et|for|in|of|on|the|to|und|zur)(?!\p{L}))\p{Ll}/u.test(
    name
  )
}

const plain = new Set([
  ...[
    'biorxiv',
    'bmj',
    'cells',
    'cureus',
    'heliyon',
    'iscience',
    'jama',
    'jnnp',
    'lancet',
    'medrxiv',
    'nature'
  ],
  ...['nejm', 'oncotarget', 'peerj', 'pnas']
])
const telling = new Set([
  ...['annals', 'annales', 'frontiers', 'journal', 'lancet', 'nature', 'proceedings', 'revue']
])

const oneWord = new Set(
  `aging amyloid antioxidants autophagy bbrc biochemistry biochimie biomaterials biomedicines biomolecules biorxiv
  blood bmc bmj bone brain cancer cancers cell cells cephalalgia chest circulation clinics cochrane cortex cureus cytotherapy
  development diabetes diagnostics diseases drugs elife embo endocrinology epidemiology epilepsia fasebj gastroenterology
  gene genes genetics genome glia gut headache heart heliyon hepatology hypertension immunity iscience jama jci jnnp kidney
  lancet leukemia life lung materials maturitas medicina medicine medrxiv metabolism micromachines molecules nanomaterials
  nature nejm nephron nerve neuroimage neurology neuron neuropharmacology neuroreport neuroscience neurotherapeutics
  nutrients nutrition obesity oncogene oncotarget orphanet pain pediatrics peerj pharmaceuticals pharmaceutics
  pharmacotherapy placenta pnas polymers proteomics psychiatry radiology redox retina science scientometrics seizure
  sensors sleep spine steroids stroke surgery thorax toxins toxicology trials urology vaccine vaccines viruses`
    .trim()
    .split(/\s+/)
)

const usual = new Set(
  `acta adv advances am ann annals annales annual appl arch archives arq bmc bmj brain bull bulletin can cell cells chem
  clin clinical communications commun current curr degener degeneration dev development disease diseases disord disorders drug
  drugs eur european exp expert experimental front frontiers gen genet genetics genes health hum hematol immunol
  immunology int international j jama journal lancet lett letters med medical medicine medecine mol molecular muscle
  nat nature nerve neural neurodegener neurol neurology neurologique neurorehabil neurosci neuroscience neurosciences
  neurosurg neurosurgery neuropathol neuropsychiatry nutr oncol oncology opin opinion pathol pharm pharmacol pharmacology
  physiol physiology plos practice presse proc proceedings proteomics psychiatry psychol quarterly radiol regen reports rep
  res research rev reviews revue sci science sciences scientific scler sclerosis stem surg ther therapeutics therapy
  trans transl translational trends trials zeitschrift`
    .trim()
    .split(/\s+/)
)

/** What stands in a journal’s place now and then and is none. */
const remarks = new Set(
  `abstract access acces al article available collaborators conference dataset editorial english essai etude french
  francais group guideline guidelines hospital inc institute full text ltd online open part pdf phase poster preprint
  press presentation protocol pubmed registry release report review society study summary supplement supplementary
  supplemental systematic team thesis trial university version video website anglais rapport
  universite congres`
    .trim()
    .split(/\s+/)
)
