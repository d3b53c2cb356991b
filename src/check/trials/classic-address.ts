/**
 * Today’s address of what an address of the registry’s classic site led to; undefined for any other address. The classic
 * site closed on 25 June 2024.
 */
export function todaysAddress(address: string): string | undefined {
  const url = toUrl(address)
  const host = url?.hostname.replace(/^www\./, '')
  if (!url || (host !== 'clinicaltrials.gov' && host !== 'classic.clinicaltrials.gov')) return undefined
  const isClassic = host.startsWith('classic.') || /^\/(?:ct2?|show)(?:\/|$)/i.test(url.pathname)
  if (!isClassic) return undefined
  const [trial] = /NCT\d{8}(?!\d)/i.exec(url.pathname) ?? []
  if (trial) {
    const tab = /\/history\//i.test(url.pathname) ? '?tab=history' : ''
    return `${site}study/${trial.toUpperCase()}${tab}`
  }
  if (!/\/results(?:\/|$)/i.test(url.pathname)) return site
  const asked = kept.flatMap((key) => {
    const value = url.searchParams.get(key)
    return value ? [`${key}=${encodeURIComponent(value)}`] : []
  })
  return `${site}search${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}

const site = 'https://clinicaltrials.gov/'
/** What a search may still be asked by under the same name. */
const kept = ['cond', 'term', 'intr']

function toUrl(address: string): URL | undefined {
  const whole = /^https?:/i.test(address) ? address : `https://${address}`
  return URL.canParse(whole) ? new URL(whole) : undefined
}
