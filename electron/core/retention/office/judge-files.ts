// The office's own files judged: each by the series that the office chose for it, by what holds it, and by what must go before it.
import type { KeptFileRow, OfficeFileRef, PlanFileRow } from '../../../../shared/domain/disposition/office-file.ts'
import { compareFiles, OfficeFileKind } from '../../../../shared/domain/disposition/office-file.ts'
import { anyHistorical } from '../../../../shared/domain/retention/historical.ts'
import type { Eligibility, RetentionContext } from '../../../../shared/domain/retention/subject.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { judgeFile } from '../../vault/office/judge.ts'
import { type OfficeFacts, officeFiles, packetsOf } from '../../vault/repository/disposition/office-file.ts'
import { type OfficeSeries, officeSeries, seriesOfFile } from '../../vault/repository/disposition/office-series.ts'
import { detailOf } from '../plan/verdict.ts'
import type { FileHolds } from './file-holds.ts'

/** What must go before a file and is still there, in a sentence; null where nothing is. */
export type Before = (file: OfficeFileRef) => string | null

/** A file with what was found of it: it may go, as a line of a plan without its commitment, or stays. */
export type JudgedFile =
  | { readonly facts: OfficeFacts; readonly goes: Omit<PlanFileRow, 'commitment'>; readonly stays: null }
  | { readonly facts: OfficeFacts; readonly goes: null; readonly stays: KeptFileRow }

interface Judging {
  readonly context: RetentionContext
  readonly holds: FileHolds
}

/** Judges one file. */
export function judgeOne(
  { context, holds }: Judging,
  facts: OfficeFacts,
  choices: readonly OfficeSeries[],
  before: Before,
): JudgedFile {
  const { kind, id } = facts
  const choice = seriesOfFile(choices, facts)
  const first = judgeFile(facts, choice, holds.naming(facts), context)
  const covering = first.eligible ? holds.covering(facts) : []
  const verdict = covering.length === 0 ? first : judgeFile(facts, choice, covering, context)
  if (!verdict.eligible) {
    const { reason, on } = verdict
    return { facts, goes: null, stays: { kind, id, reason, on, detail: detailOf(verdict) } }
  }
  const waits = historicalIn(context, verdict.series) ?? facts.standing ?? before(facts)
  if (waits !== null)
    return { facts, goes: null, stays: { kind, id, reason: 'waits', on: verdict.on, detail: `${waits}.` } }
  const authority = authorityOf(context, verdict.series)
  const cutoff = cutoffOf(verdict)
  return { facts, stays: null, goes: { kind, id, series: verdict.series, cutoff, eligibleOn: verdict.on, authority } }
}

/** Why what is in a historical series waits, which Muniment copies for no archive; null where it does not. */
function historicalIn({ schedule }: RetentionContext, code: string): string | null {
  const series = anyHistorical(schedule, [code]) ? schedule.terms.get(code)?.series : undefined
  if (series === undefined) return null
  return `${series.title} (${code}) is marked historical, and Muniment copies no file of the office for an archive: it waits until two persons have said that the series is of no lasting value, or the file is in a series without that mark`
}

/**
 * Judges every file, in the order of `compareFiles`. A packet that goes is no hindrance to the file of its request.
 * @param staying how many records of an import will still be there
 */
export function judgeFiles(db: Driver, judging: Judging, staying: (accession: string) => number): JudgedFile[] {
  const choices = officeSeries(db)
  const going = new Set<string>()
  return OfficeFileKind.options.flatMap((kind) =>
    officeFiles(db, kind, judging.context.zone)
      .sort(compareFiles)
      .map((facts) => {
        const judged = judgeOne(judging, facts, choices, beforeIn(db, going, staying))
        if (kind === 'packet' && judged.goes !== null) going.add(facts.id)
        return judged
      }),
  )
}

/** What must go before a file: packets before the file of their request, which they repeat; records before the remainder of their import. */
export function beforeIn(db: Driver, going: ReadonlySet<string>, staying: (accession: string) => number): Before {
  return ({ kind, id }) => {
    if (kind === 'request-file') {
      const kept = packetsOf(db, id).filter((packet) => !going.has(packet))
      return kept.length === 0 ? null : `Its packet stays, which repeats its letter: production ${kept.join(', ')}`
    }
    if (kind !== 'remainder') return null
    const records = staying(id)
    return records === 0 ? null : `Records of its import stay (${records}), and it is never kept shorter than they are`
  }
}

function cutoffOf({ trace }: Eligibility): LocalDate | null {
  return trace.find(({ rule }) => rule === 'cutoff')?.to ?? null
}

function authorityOf({ schedule: { schedule, terms } }: RetentionContext, series: string): string {
  const cited = terms.get(series)?.series.citations.join('; ') ?? ''
  return `${schedule.name} (${schedule.resolution})${cited === '' ? '' : `; ${cited}`}`
}
