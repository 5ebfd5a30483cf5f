// Operations on the law that deadlines and withholdings rest on: shown with its sources, and confirmed by the City's attorney.
import { z } from 'zod'
import { Statute } from '../domain/law/statute.ts'
import { FeeLine, FeeSchedule } from '../domain/request/fee.ts'
import { LetterTemplate, Passage } from '../domain/request/letter-template.ts'
import { type Catalogue, Exemption } from '../domain/review/exemption.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { MovedDate } from './calendar.ts'
import { command, query } from './define.ts'

const Statement = z.string().trim().min(1).max(1000)

/**
 * A rule with what the attorney says of it. `confirmed`: its text was read at the source named. `enabled` false: kept ready and
 * not used until the attorney confirms it. `changed`: a confirmation was of another text than this.
 */
export const LawEntry = Statute.extend({
  group: z.enum([
    'clock',
    'ground-cpra',
    'ground-idr',
    'duty',
    'hours',
    'exemption',
    'holidays',
    'fees',
    'letter',
    'repeal',
  ]),
  title: z.string(),
  enabled: z.boolean(),
  exemption: Exemption.pick({ former: true, trap: true, basis: true, asks: true, posting: true }).nullable(),
  /** Of which kind of letter it has the words; null where it is no letter's. */
  letter: LetterTemplate.shape.kind.nullable(),
  /** The words of a letter, a passage at a time. */
  passages: z.array(Passage.extend({ name: z.string() })).nullable(),
  /** The lines of a schedule of fees. */
  fees: z.array(FeeLine).nullable(),
  asksRelease: z.boolean(),
  confirmedBy: z.strictObject({ name: z.string(), at: Instant, statement: z.string() }).nullable(),
  changed: z.boolean(),
})
export type LawEntry = z.infer<typeof LawEntry>

/** The exemptions of a book, each as confirmed where its source or the attorney bears it out. */
export function catalogueIn(entries: readonly LawEntry[]): Catalogue {
  const byId = new Map(
    entries.flatMap(({ exemption, ...rule }): [string, Exemption][] => {
      if (exemption === null) return []
      const { id, title, citation, text, validFrom, validTo, source } = rule
      const confirmed = rule.confirmed || rule.confirmedBy !== null
      return [[id, { id, title, citation, text, validFrom, validTo, source, confirmed, ...exemption }]]
    }),
  )
  return (id) => byId.get(id)
}

export const lawShow = query('law.show', {
  summary:
    'The rules, grounds, duties and exemptions with their sources and who confirmed them, and the fee schedules.',
  input: z.strictObject({}),
  output: z.strictObject({ entries: z.array(LawEntry), fees: z.array(FeeSchedule) }),
})

export const lawConfirm = command('law.confirm', {
  summary: 'The attorney confirms a rule, or that a bill kept ready is law now; deadlines are reckoned anew.',
  input: z.strictObject({ rule: z.string(), statement: Statement }),
  output: z.strictObject({ moved: z.array(MovedDate) }),
  errors: ['ATTORNEY_REQUIRED', 'INPUT_INVALID'],
})

export const lawWithdraw = command('law.withdraw', {
  summary: 'The attorney takes a confirmation back; it stays known.',
  input: z.strictObject({ rule: z.string(), statement: Statement }),
  output: z.strictObject({ moved: z.array(MovedDate) }),
  errors: ['ATTORNEY_REQUIRED', 'INPUT_INVALID'],
})

export const lawFees = command('law.fees', {
  summary: 'Enters a schedule of fees for copies; one entered before is kept.',
  input: z.strictObject({
    name: z.string().trim().min(1).max(200),
    validFrom: LocalDate,
    source: z.string().trim().min(1).max(500),
    lines: z.array(FeeLine).min(1).max(60),
  }),
  output: z.strictObject({ id: z.int().positive() }),
  errors: ['INPUT_INVALID'],
})
