// Owns the words for months and halves of a day in the languages an account can have, and the digits of other scripts.

/** The languages that Meta offers accounts in, as far as the platform's own tables know them. */
const LANGUAGES =
  'af ar az be bg bn bs ca cs cy da de el en en-GB es et eu fa fi fil fr fr-CA ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn pa pl ps pt pt-PT ro ru si sk sl sq sr sr-Latn sv sw ta te th tr uk ur uz vi zh zh-HK zh-TW'.split(
    ' ',
  )

/** A month's number by its name in lower case without full stops; null where two languages mean different months by it. */
export type MonthNames = ReadonlyMap<string, number | null>

let months: MonthNames | null = null
let halves: ReadonlyMap<string, 'am' | 'pm' | null> | null = null

/** Month names of all languages, long and short, as they stand alone and in dates. */
export function monthNames(): MonthNames {
  months ??= namesOf((put) => {
    for (const language of LANGUAGES) {
      for (const width of ['long', 'short'] as const) {
        const options = { month: width, timeZone: 'UTC' } as const
        const alone = formatter(language, options)
        const dated = formatter(language, { ...options, day: 'numeric', year: 'numeric' })
        for (let month = 1; month <= 12; month++) {
          for (const one of [alone, dated]) put(partOf(one, Date.UTC(2021, month - 1, 15), 'month'), month)
        }
      }
    }
    // English as Meta writes it beside what the tables have.
    put('sept', 9)
  })
  return months
}

/** Words for the halves of a day in all languages; null where languages differ. */
export function halfNames(): ReadonlyMap<string, 'am' | 'pm' | null> {
  halves ??= namesOf((put) => {
    for (const language of LANGUAGES) {
      const clock = formatter(language, { hour: 'numeric', hour12: true, timeZone: 'UTC' })
      put(partOf(clock, Date.UTC(2021, 0, 15, 2), 'dayPeriod'), 'am')
      put(partOf(clock, Date.UTC(2021, 0, 15, 14), 'dayPeriod'), 'pm')
    }
    // Newer tables of Korean write AM and PM; Meta writes the words.
    put('오전', 'am')
    put('오후', 'pm')
    put('am', 'am')
    put('pm', 'pm')
  })
  return halves
}

/** Text with compatibility forms, digits of other scripts, marks of direction and full stops after letters evened out, in lower case. */
export function evened(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/(?<=[\p{L}\p{M}])\./gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

function digitOf(mark: string): string {
  const code = mark.codePointAt(0) ?? 48
  if (code < 128) return mark
  // Digits of a script stand in a row of ten that begins with its zero.
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

function namesOf<T>(fill: (put: (name: string, value: T) => void) => void): ReadonlyMap<string, T | null> {
  const names = new Map<string, T | null>()
  fill((name, value) => {
    const key = evened(name)
    if (key === '' || /\d|^[a-z]$/.test(key)) return
    const known = names.get(key)
    names.set(key, known === undefined || known === value ? value : null)
  })
  return names
}

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, options)
}

function partOf(format: Intl.DateTimeFormat, at: number, type: string): string {
  return format.formatToParts(at).find((part) => part.type === type)?.value ?? ''
}
