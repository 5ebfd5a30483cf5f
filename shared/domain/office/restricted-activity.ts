// Restricted activities (AI 599, III): posts that a person should look at. Words and dates find them; they never decide.
import { addDays } from '../calendar/day.ts'
import type { LocalDate } from '../time.ts'

/** A rule, with what it finds and what looks alike and is none. */
export interface ActivityRule {
  readonly id: 'advocacy' | 'campaigning' | 'products'
  readonly finds: string
  readonly pattern: RegExp
  /** In the time before an election these words are enough, too. */
  readonly nearElection?: RegExp
  readonly example: string
  readonly not: string
}

const words = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu')

/** Days before an election in which posts are looked at more closely. */
const DAYS_BEFORE = 88

/** The rules. */
export const ACTIVITY_RULES: readonly ActivityRule[] = [
  {
    id: 'campaigning',
    finds: 'words that ask for votes or money, or name a campaign (Gov. Code 8314)',
    pattern: words(
      'vote (?:yes|no|for|against)|elect (?!ed|ion|oral|r)\\S+|re-?elect|campaign (?:event|rally|fundraiser)|endorse[sd]? (?:by|for)|donate to (?:the )?campaign|vota (?:s[ií]|no|por)',
    ),
    nearElection: words('candidate|ballot measure|measure [a-z]{1,2}|proposition \\d+|prop \\d+'),
    example: 'Vote yes on Measure Q this Tuesday!',
    not: 'Vote centers open at 7. Register to vote by October 19.',
  },
  {
    id: 'advocacy',
    finds: 'words that ask to support or oppose a bill, a policy, a party or a person',
    pattern: words(
      '(?:support|oppose|pass|reject|stop|defeat) (?:(?:sb|ab|hr|measure|prop(?:osition)?) ?\\S+|this bill|the bill)|call your (?:senator|representative|assembly ?member|supervisor)s?|sign the petition|apoya(?:r)? la (?:medida|ley)',
    ),
    nearElection: words('democrats?|republicans?|(?:democratic|republican) party'),
    example: 'Tell Sacramento: oppose SB 1234',
    not: 'The Council will discuss support for small shops.',
  },
  {
    id: 'products',
    finds: 'words with which goods are sold',
    pattern: words(
      '(?:use|with) (?:promo |discount )?code \\S+|\\d+ ?% off|buy now|shop now|limited[- ]time offer|order (?:yours )?(?:now|today)|sponsored by|use my link|compra ahora|descuento',
    ),
    example: 'Get 20% off at Harbor Coffee with code BAY20',
    not: 'Order a compost bin from the City: it is free.',
  },
]

/** What a rule found in a text. `election`: the name and day of the election before which it was posted, where that mattered. */
export interface ActivityFinding {
  readonly rule: ActivityRule['id']
  readonly words: string
  readonly election: string | null
}

/** An election, as far as the rules need it. */
export interface ElectionDay {
  readonly name: string
  readonly on: LocalDate
}

/**
 * Everything that the rules find in a text, one finding a rule.
 * @param on the day on which it was posted; null where it is not known
 * @param elections in the order of their days: the next one is named
 */
export function activityFindings(
  text: string,
  on: LocalDate | null,
  elections: readonly ElectionDay[],
): readonly ActivityFinding[] {
  const near = on === null ? undefined : elections.find((one) => isBefore(on, one.on))
  return ACTIVITY_RULES.flatMap((rule): ActivityFinding[] => {
    const found = rule.pattern.exec(text)?.[0]
    if (found !== undefined) return [{ rule: rule.id, words: found, election: null }]
    const close = near && rule.nearElection?.exec(text)?.[0]
    return close && near ? [{ rule: rule.id, words: close, election: `${near.name}, ${near.on}` }] : []
  })
}

function isBefore(on: LocalDate, election: LocalDate): boolean {
  return on <= election && addDays(on, DAYS_BEFORE) >= election
}
