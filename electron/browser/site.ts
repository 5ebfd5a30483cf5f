// Addresses and the sites that they belong to.

/** Whether two addresses are of one site: the same host, or names that share their last two parts. */
export function isOfSite(one: string, other: string): boolean {
  const [first, second] = [URL.parse(one), URL.parse(other)]
  if (first === null || second === null) return false
  if (first.host === second.host) return true
  const isName = /[a-z]$/i
  const site = ({ hostname }: URL) => hostname.split('.').slice(-2).join('.')
  return isName.test(first.hostname) && isName.test(second.hostname) && site(first) === site(second)
}

/** Whether an address begins with one of the account's own, at a boundary of its parts. */
export function isWithin(address: string, within: readonly string[]): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  return within.some((prefix) => {
    const own = URL.parse(prefix)
    if (own === null || own.origin !== url.origin) return false
    const path = own.pathname.replace(/\/$/, '')
    return url.pathname === own.pathname || url.pathname === path || url.pathname.startsWith(`${path}/`)
  })
}

/** Whether an address lies at the very site of one of the others: `www.` and a safer scheme make no other site. */
export function isSameHost(address: string, others: readonly string[]): boolean {
  const site = (one: string) => URL.parse(one)?.host.replace(/^(?:www|m|mobile)\./, '')
  return others.some((other) => site(other) === site(address))
}

/** An address as a clause names it: without its query, which may hold keys. */
export function shortened(url: string): string {
  const parsed = URL.parse(url)
  return parsed === null ? 'An answer' : `${parsed.host}${parsed.pathname}`.slice(0, 120)
}
