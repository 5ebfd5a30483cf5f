// The prefix of the numbers printed on records: the City's initials.

const BEFORE = /^(?:the )?(?:city(?: and county)?|town|county|village) of /i
const SMALL = /^(?:of|the|and|de|del|la|las|los|el)$/i

/**
 * Initials of a city: `City of Alder Bay` → `AB`; of a name of one word its first three letters: `City of Oakland` → `OAK`.
 * @returns two to four capital letters; `MUN` where the name has none to give
 */
export function cityPrefix(city: string): string {
  const letters = city
    .replace(BEFORE, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z\s-]/g, '')
  const words = letters.split(/[\s-]+/).filter((word) => word !== '' && !SMALL.test(word))
  const prefix =
    words.length > 1
      ? words
          .map((word) => word[0])
          .join('')
          .slice(0, 4)
      : (words[0] ?? '').slice(0, 3)
  return prefix.length > 1 ? prefix.toUpperCase() : 'MUN'
}

/**
 * The number of a record in a production: `AB-2026-000001`. The last part counts on through all productions and years of the vault.
 * @param sequence from 1
 */
export function controlNumber(prefix: string, year: string, sequence: number): string {
  return `${prefix}-${year}-${String(sequence).padStart(6, '0')}`
}
