// Where an import stands: written with every batch, so that a killed import is taken up where it was. It stays small, however many files there are.
import { z } from 'zod'

const Count = z.int().nonnegative()

export const ImportFinding = z.object({
  code: z.string(),
  file: z.string().nullable(),
  position: Count.nullable(),
  sentence: z.string(),
})
export type ImportFinding = z.infer<typeof ImportFinding>

export const Checkpoint = z.object({
  accession: z.int().positive(),
  platform: z.string(),
  /** Number of the member that stands first in the plan; the others follow in the plan's order. */
  firstMember: z.int().positive(),
  stage: z.enum(['media', 'reading']),
  mediaDone: Count,
  /** The file being read, as an index into the plan, and the first position in it that is not committed. */
  file: Count,
  position: Count,
  findings: z.array(ImportFinding),
  /** How many more there were of each code than are listed. */
  unlisted: z.record(z.string(), Count),
  merkle: z.object({ leaves: Count, peaks: z.array(z.string()) }),
  media: z.object({ named: Count, missing: Count }),
  /** Once everything is read: where the classification of what was read stands. */
  classifying: z.unknown().optional(),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/** No more findings of one import than a person can read, and room for every kind of them; the rest is counted. */
const MOST_FINDINGS = 200
const MOST_OF_A_KIND = 50

export type Told = Pick<Checkpoint, 'findings' | 'unlisted'>

/** What an import tells with one more finding, listed or counted. */
export function tell({ findings, unlisted }: Told, one: ImportFinding): Told {
  const alike = findings.filter(({ code }) => code === one.code).length
  if (alike === 0 || (alike < MOST_OF_A_KIND && findings.length < MOST_FINDINGS))
    return { findings: [...findings, one], unlisted }
  return { findings, unlisted: { ...unlisted, [one.code]: (unlisted[one.code] ?? 0) + 1 } }
}

/** The findings as a clerk reads them: after the last of a kind, how many more there were. */
export function listed({ findings, unlisted }: Told): ImportFinding[] {
  return findings.flatMap((one, place) => {
    const more = unlisted[one.code]
    const last = findings.findLastIndex(({ code }) => code === one.code) === place
    if (more === undefined || !last) return [one]
    const sentence = `… and ${more.toLocaleString('en-US')} more of this kind.`
    return [one, { code: one.code, file: null, position: null, sentence }]
  })
}
