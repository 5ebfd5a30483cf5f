// What in the name of an account needs a second look: AI 599, III (Personal Social Media; City accounts bear no individual's name).
import { z } from 'zod'
import { fold } from '../../text/fold.ts'

export const NameConcern = z.strictObject({
  /** A person's name in a City account; an employee's title; the City's name in a personal account. */
  kind: z.enum(['person', 'title', 'affiliation']),
  /** What in the name says so, as the register or the policy writes it. */
  words: z.string(),
})
export type NameConcern = z.infer<typeof NameConcern>

export interface NamedAccount {
  readonly handle: string
  readonly name: string
  readonly liaison: string
  /** Whose own account it is; absent for the City's. */
  readonly personal?: string | undefined
}

/** Titles as employees bear them. */
const TITLES = [
  ...['administrator', 'assistant', 'attorney', 'auditor', 'captain', 'chief', 'clerk', 'commissioner', 'coordinator'],
  ...['council member', 'councilwoman', 'councilman', 'deputy', 'director', 'engineer', 'inspector'],
  ...['lieutenant', 'librarian', 'manager', 'mayor', 'officer', 'pio', 'planner', 'ranger', 'secretary', 'sergeant'],
  ...['spokesperson', 'superintendent', 'supervisor'],
]
/** Shorter words stand inside many others: they count only where they stand alone. */
const SHORTEST_INSIDE = 5
/** Initials say nothing. */
const SHORTEST = 3

/**
 * What a person should look at before the name is used. Nothing is decided here.
 * @param people names from the register of people
 * @param city the City's name, with or without “City of”
 */
export function nameConcerns(account: NamedAccount, people: readonly string[], city: string): NameConcern[] {
  const isIn = finder([account.handle, account.name])
  const concerns: NameConcern[] = TITLES.filter((title) => isIn(title)).map((words) => ({ kind: 'title', words }))
  if (account.personal === undefined) {
    const parts = [...people, account.liaison].flatMap((name) => words(name))
    // A liaison may be entered as an office, whose title is named above.
    const named = [...new Set(parts)].filter((part) => part.length >= SHORTEST && !TITLES.includes(part))
    const own = new Set(words(ownName(city)))
    concerns.push(...named.filter((part) => !own.has(part) && isIn(part)).map(person))
  } else if (ownName(city) !== '' && isIn(ownName(city))) concerns.push({ kind: 'affiliation', words: ownName(city) })
  return concerns
}

const person = (part: string): NameConcern => ({ kind: 'person', words: part })

/** Whether words stand in one of the texts: as words of their own, or, where they are long enough, inside others. */
function finder(texts: readonly string[]): (sought: string) => boolean {
  const own = texts.map((text) => ` ${words(text).join(' ')} `)
  const runs = texts.map((text) => words(text).join(''))
  return (sought) => {
    const parts = words(sought)
    const run = parts.join('')
    if (run === '') return false
    return (
      own.some((text) => text.includes(` ${parts.join(' ')} `)) ||
      (run.length >= SHORTEST_INSIDE && runs.some((text) => text.includes(run)))
    )
  }
}

/** `OaklandPoliceOfficer_2` is oakland, police, officer, 2. */
function words(text: string): string[] {
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{L})(\p{N})/gu, '$1 $2')
  return fold(apart)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** “City of Oakland” is Oakland. */
function ownName(city: string): string {
  return city.replace(/^\s*(?:the\s+)?(?:city and county|city|town|county|village)\s+of\s+/i, '').trim()
}
