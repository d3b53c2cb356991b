/**
 * Whether a name may be another way to write that of a record: `BrainStorm Cell Therapeutics`, `Brainstorm-Cell
 * Therapeutics`. One that only says of what kind it is (`the University`) may be any.
 */
export function sameOrganisation(name: string, recorded: string): boolean {
  const [these, those] = [tokensOf(name), tokensOf(recorded)]
  if (these.length === 0)
    return wordsOf(name).every((word) => wordsOf(recorded).includes(word)) || those.length > 0
  return these.some((token) => those.some((each) => alike(token, each)))
}

/** The words of a name that tell it from others, without accents. */
function tokensOf(name: string): string[] {
  return wordsOf(name).filter((word) => !general.has(word))
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1)
}

/** `mazurie` and `mazury`; `corestem` and `corestemchemon`. */
function alike(one: string, other: string): boolean {
  if (one === other) return true
  const length = Math.min(one.length, other.length, 5)
  return length >= 4 && one.slice(0, length) === other.slice(0, length)
}

const general = new Set(
  `university universite universidad medical medicale medicine medecine center centre hospital hopital hospitalier
institute institut institutes of and the for pharmaceuticals pharmaceutical pharma therapeutics inc ltd llc corp co
cell cells biotech biotechnology national clinical research foundation fondation company group laboratoire laboratoires
laboratory laboratories school college faculty department de du des la le les et en general global international
health sciences science technologies incorporated limited sa ag gmbh plc us usa america als network`.split(
    /\s+/
  )
)
