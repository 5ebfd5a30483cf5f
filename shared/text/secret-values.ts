// Owns which values are nobody's to read whatever they are called: addresses of computers, keys in links, tokens of known forms.

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const IPV4 = new RegExp(`(?<![\\w.])(?:${OCTET}\\.){3}${OCTET}(?![\\w]|\\.\\d)`, 'g')
const IPV6 = /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi
const MAC = /(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])/gi
const TOKENS =
  /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|\b(?:gh[pousr]_\w{20,}|xox[abeprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|EAA[A-Za-z0-9]{40,})|(?<=\bBearer )[\w.~+/=-]{8,}/g
const LINK_KEYS =
  /(?<=[?&;](?:[\w-]*(?:token|secret|password|passwd|signature|session_?id|api_?key)|pwd|sig|sid|jsessionid|phpsessid|auth)=)[^&#\s"'<>\\]+/gi

/** What stands in place of a value. */
export const MASK = '[masked]'

/** Masks values by their form. @param hides told each value; false leaves it as it stands */
export function maskValues(text: string, hides: (value: string) => boolean): string {
  const mask = (value: string) => (hides(value) ? MASK : value)
  return text
    .replace(TOKENS, mask)
    .replace(LINK_KEYS, mask)
    .replace(MAC, mask)
    .replace(IPV4, mask)
    .replace(IPV6, (value) => (isIpv6(value) ? mask(value) : value))
}

/** Whether a value is the address of a computer and nothing else. */
export function isComputerAddress(value: string): boolean {
  if (value.length > 60 || value.length < 3 || !/^\s*[\da-f:]/i.test(value)) return false
  const bare = value.trim().replace(/\/\d{1,3}$/, '')
  return (
    bare.replace(IPV4, '') === '' || bare.replace(MAC, '') === '' || (bare.replace(IPV6, '') === '' && isIpv6(bare))
  )
}

/** Times (`10:20:30`) are none: eight groups, or fewer around `::`, one of them with a digit. */
function isIpv6(value: string): boolean {
  if (!/\d/.test(value)) return false
  const halves = value.split('::')
  if (halves.length > 2) return false
  const groups = value.split(':').filter((group) => group !== '').length
  return halves.length === 2 ? groups <= 7 : groups === 8
}

/** An address on the web without the keys that it carries. */
export function withoutKeys(address: string): string {
  const linked = address.includes('=') ? address.replace(LINK_KEYS, MASK) : address
  return linked.length < 16 ? linked : linked.replace(TOKENS, MASK)
}
