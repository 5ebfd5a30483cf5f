// What a letter lacks before it can be signed, and what is doubtful in it, each in a sentence with its law.
import { addDays, earlier, readableDay } from '../../../../shared/domain/calendar/day.ts'
import { isDetermination } from '../../../../shared/domain/request/clock-state.ts'
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import { productionOf } from './compose-production.ts'
import { isSure, type LetterFacts } from './facts.ts'
import { noRecordsLacks } from './lacks-none.ts'

type Check = (draft: LetterDraft, facts: LetterFacts) => (string | false)[]

/** What must be settled first; empty where nothing is. */
export function lacksOf(draft: LetterDraft, facts: LetterFacts): string[] {
  return [...CHECKS[draft.kind](draft, facts), ...always(draft, facts)].filter((one) => one !== false)
}

/** What is doubtful and stops nothing. */
export function doubtsOf(draft: LetterDraft, { law, dates }: LetterFacts): string[] {
  const unsure = [...draft.grounds, ...draft.exemptions]
    .flatMap((id) => law.get(id) ?? [])
    .filter((entry) => !isSure(entry))
    .map(({ title, citation }) => `${citation} (${title}) is not confirmed.`)
  const determination = dates.find(({ duty }) => duty === 'cpra-determination')
  const last = determination?.due
  return [
    ...unsure,
    ...(isDetermination(draft) && draft.kind !== 'none' && draft.outcome !== 'deny' && draft.time === ''
      ? ['No time of day is given: the section asks for the estimated date and time (Gov. Code 7922.535(a)).']
      : []),
    ...(draft.kind === 'extension' && last
      ? [`It has to go out by ${readableDay(last)}: sent later, it extends nothing.`]
      : []),
  ]
}

const always: Check = (_draft, { signer }) => [
  signer === null && 'Nobody is acting who could sign it.',
  signer !== null &&
    signer.title === '' &&
    `${signer.name} has no title in the register; a letter is signed with name and title.`,
]

const extension: Check = ({ grounds, facts: told, day, capacity }, { grounds: offered, dates, others, date }) => {
  const limit = dates.find(({ duty }) => duty === 'cpra-extension')?.due
  const known = new Set(offered.cpra.map(({ id }) => id))
  return [
    others.some(({ kind, state }) => kind === 'extension' && state === 'sent') &&
      'A notice of extension was sent already: the law knows one.',
    grounds.length === 0 &&
      'Choose at least one of the six grounds of Gov. Code 7922.535(c). That staff are busy is none.',
    grounds.some((id) => !known.has(id)) && 'A ground is chosen that was not in force when the request was received.',
    told.trim() === '' && 'Say which facts make the ground true of this request.',
    day === null && 'Name the day on which the determination is expected.',
    limit == null && 'The latest day cannot be told: load the holidays of that year first.',
    day !== null && limit != null && day > limit && `The notice may name no day after ${readableDay(limit)}.`,
    day !== null && day < date && 'The day that it names has passed.',
    capacity === null && 'Say whether the head of the agency signs, or a designee.',
  ]
}

/** What a denial names (Gov. Code 7922.540). */
const denial: Check = ({ exemptions, responsible }, { law, exemptions: offered }) => {
  const cited = exemptions.flatMap((id) => law.get(id) ?? [])
  const past = cited.filter(({ id }) => !offered.some((one) => one.id === id))
  return [
    cited.length === 0 && 'Choose the exemptions on which the denial rests (Gov. Code 7922.540(c)).',
    cited.length > 0 &&
      !cited.some(isSure) &&
      'It rests on unconfirmed exemptions alone: the City Attorney confirms one first, in Law.',
    past.length > 0 &&
      `These do not count on the day of the letter: ${past.map(({ citation, title }) => `${citation} (${title})`).join(', ')}. Choose the exemption that counts now.`,
    !responsible.some(({ name, title }) => name !== '' && title !== '') &&
      'Name each person responsible for the denial, with title or position (Gov. Code 7922.540(b)).',
    responsible.some(({ name, title }) => (name === '') !== (title === '')) &&
      'A person responsible for the denial has a name and a title.',
  ]
}

const determination: Check = (draft, facts) => {
  const { outcome, day, reasons } = draft
  const { date } = facts
  const denies = outcome === 'in-part' || outcome === 'deny'
  return [
    outcome === null && 'Say what the City determined.',
    reasons.trim() === '' && 'Give the reasons for the determination (Gov. Code 7922.535(a)).',
    outcome !== 'deny' &&
      day === null &&
      'Give the estimated date on which the records will be available (Gov. Code 7922.535(a)).',
    outcome !== 'deny' && day !== null && day < date && 'The estimated date has passed.',
    ...(denies ? denial(draft, facts) : []),
  ]
}

const named: Check = (draft, facts) => {
  if (draft.production === null) return []
  const production = productionOf(draft, facts)
  return [
    production === undefined && `Production ${draft.production} is none of this request.`,
    production?.packetDigest === null && `The packet of production ${draft.production} is not finished.`,
  ]
}

const CHECKS: Readonly<Record<LetterDraft['kind'], Check>> = {
  acknowledgement: () => [],
  extension,
  determination,
  'idr-advice': ({ grounds, facts: told }, { request, grounds: offered }) => [
    !request.immediateDisclosure && 'The request is none for immediate disclosure.',
    grounds.length === 0 && 'Choose at least one of the six matters of OMC 2.20.230(A).',
    grounds.some((id) => !offered.idr.some((one) => one.id === id)) &&
      'A ground of the CPRA is none of the ordinance’s.',
    told.trim() === '' && 'Say why more time is needed. A routine or readily answerable request is not delayed.',
  ],
  'idr-determination': (draft, facts) => {
    const outer = addDays(facts.request.receivedOn, 21)
    const latest = earlier(addDays(facts.date, 14), outer)
    return [
      !facts.request.immediateDisclosure && 'The request is none for immediate disclosure.',
      ...determination(draft, facts),
      draft.outcome !== 'deny' &&
        draft.day !== null &&
        draft.day > latest &&
        `Under OMC 2.20.230 the records are provided by ${readableDay(latest)} at the latest.`,
    ]
  },
  instalment: (draft, facts) => [
    draft.production === null &&
      draft.facts.trim() === '' &&
      'Choose the production that goes with this letter, or say what is provided with it, and how.',
    ...named(draft, facts),
    draft.complete &&
      pendingIn(draft, facts) > 0 &&
      `Production ${draft.production} is an instalment: more answers the request and is still being reviewed. Say that more follows.`,
    draft.production !== null &&
      facts.recalled.has(draft.production) &&
      `Production ${draft.production} was recalled: it is not handed out.`,
  ],
  assistance: ({ facts: told }, { narrowings }) => [
    narrowings.length === 0 && told.trim() === '' && 'Suggest a narrower search, or say how the City can help.',
  ],
  none: (_draft, facts) => noRecordsLacks(facts),
  denial: (draft, facts) => [
    draft.reasons.trim() === '' && 'Give the reasons for the denial (Gov. Code 7922.540).',
    ...denial(draft, facts),
  ],
  fees: ({ fee }, { fees }) => [
    !fees.some(({ number }) => number === fee) && 'Choose the fees that it asks for; draw them up first, in Fees.',
  ],
  recall: (draft, facts) => [
    draft.production === null && 'Choose the production that is recalled.',
    ...named(draft, facts),
    draft.production !== null &&
      !facts.recalled.has(draft.production) &&
      `Production ${draft.production} is not recalled yet: recall it first.`,
    draft.facts.trim() === '' && 'Say which records are concerned, neutrally, and what is asked of the requester.',
  ],
  closure: (_draft, { others }) => [
    !others.some((one) => one.state === 'sent' && isDetermination(one)) &&
      'No determination has been sent on this request.',
  ],
}

function pendingIn(draft: LetterDraft, facts: LetterFacts): number {
  return productionOf(draft, facts)?.pending ?? 0
}
