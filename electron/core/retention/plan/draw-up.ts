// Drawing a plan up: every record judged as of a day, under the schedule in force and everything that holds at this moment.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { PlanCustody } from '../../../../shared/domain/disposition/custody.ts'
import type { PlanPackage } from '../../../../shared/domain/disposition/disposition.ts'
import type { PlanKind } from '../../../../shared/domain/disposition/plan-kind.ts'
import type { AccountId, Digest, RecordId } from '../../../../shared/domain/id.ts'
import { unansweredLasting } from '../../../../shared/domain/retention/custody.ts'
import {
  type CompiledSchedule,
  compileSchedule,
  unansweredSeries,
  unmappedCodes,
} from '../../../../shared/domain/schedule/schedule.ts'
import { type LocalDate, localDate } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import type { JobContext } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { digestOf } from '../../vault/hex.ts'
import type { PutObject } from '../../vault/objects/put.ts'
import { endedRequests } from '../../vault/office/request-until.ts'
import { listAccounts, listPeople } from '../../vault/repository/account/people.ts'
import { latestEntryAt } from '../../vault/repository/disposition/plan.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { countRecords } from '../../vault/repository/retention/classification.ts'
import { unitInForce } from '../../vault/repository/retention/retention-unit.ts'
import { scheduleInForce } from '../../vault/repository/retention/schedule.ts'
import { answeredIn } from '../../vault/repository/retention/series-answer.ts'
import { reviewedIn } from '../../vault/repository/retention/series-review.ts'
import { compareLists } from '../approval/listed.ts'
import { outdoneLists } from '../approval/lists.ts'
import { custodyOf } from '../custody/copies.ts'
import { dayFinder } from '../days.ts'
import { findMany } from '../hold/hold-search.ts'
import { type Finder, holdsStanding } from '../hold/standing-holds.ts'
import { drawUpFiles, type FileLines } from '../office/draw-up-files.ts'
import { csvHead, csvLine } from '../report/csv.ts'
import { readThreads } from '../thread/read-threads.ts'
import { type PlanBefore, planBefore } from './before.ts'
import { type GivenFile, keepList } from './checked-list.ts'
import { departmentsOf } from './departments.ts'
import { digestOfPlan, openPlanRows, type PlanHead, type PlanOpening, type PlanRows } from './file.ts'
import { judgeRecords } from './judge-records.ts'
import { planNotes } from './notes.ts'
import { packagesHeld, packagesOver, tallyingPackages } from './packages.ts'
import { drawPlaces, gatheringIds } from './sample.ts'
import { openSpool, type Spool } from './spool.ts'
import { type PlanTally, tallying } from './tally.ts'
import { termsOf } from './terms.ts'

export interface Asked {
  readonly kind: PlanKind
  readonly asOf: LocalDate
  readonly openRequests: GivenFile | null
  readonly claims: GivenFile | null
}

/** A plan as drawn up; `csv` is the path of the list of all records, `lists` the objects that the clerk's lists became. */
export interface DrawnUp {
  readonly head: PlanHead
  readonly rows: PlanRows
  readonly digest: Digest
  readonly csv: string
  readonly tally: PlanTally
  /** Records drawn by the digest, for the signers to look at. */
  readonly sample: readonly RecordId[]
  /** Last year's plan, or the newest earlier one. */
  readonly previous: PlanBefore | null
  readonly compiled: CompiledSchedule
  readonly lists: readonly PutObject[]
  readonly notes: readonly string[]
  readonly executable: boolean
}

/**
 * Draws a plan up; nothing is destroyed, and nothing written but in `staging` and the lists, which become objects.
 * @throws MunimentError SCHEDULE_MISSING, INPUT_INVALID
 */
export async function drawUp(job: JobContext, asked: Asked, staging: string): Promise<DrawnUp> {
  const { db, folder, signal } = job
  const { vaultId, city, zone } = readVaultFile(folder)
  const stored = scheduleInForce(db, asked.asOf)
  if (stored === null) {
    const sentence = 'This vault has no retention schedule yet, so nothing may be destroyed. Import one.'
    throw new MunimentError('SCHEDULE_MISSING', sentence)
  }
  const compiled = compileSchedule(stored.schedule, answeredIn(db), reviewedIn(db))
  const today = localDate(job.startedAt, zone)
  const lists = {
    openRequests: keepList(folder, 'open-requests', asked.openRequests, today),
    claims: keepList(folder, 'claims', asked.claims, today),
  }
  const days = termsOf(db).listsWithinDays
  const checked = [
    ...(lists.openRequests === null ? [] : [{ kind: 'open-requests' as const, ...lists.openRequests.checked }]),
    ...(lists.claims === null ? [] : [{ kind: 'claims' as const, ...lists.claims.checked }]),
  ]
  const { comparison } = compareLists(db, folder, checked, { zone, days, today })
  const { name, resolution, adoptedOn, effectiveFrom } = stored.schedule
  const unit = unitInForce(db)
  const opening: PlanOpening = {
    format: 'muniment-purge-plan',
    formatVersion: 2,
    ...(isPractice(db) ? { practice: true as const } : {}),
    vaultId,
    city,
    zone,
    asOf: asked.asOf,
    drawnUpAt: job.startedAt,
    drawnUpBy: nameOf(job),
    unit: unit.unit,
    schedule: { name, resolution, adoptedOn, effectiveFrom },
    openRequests: lists.openRequests?.checked ?? null,
    claims: lists.claims?.checked ?? null,
    listed: comparison,
    listsWithinDays: days,
  }
  const searches = findMany(db, folder, signal)
  const { packages, list, at, lines, departments, ...judged } = await judgeInto(staging, job, {
    kind: asked.kind,
    opening,
    compiled,
    found: searches.finder,
  })
  const head: PlanHead = { ...opening, packages, list, departments, ...lines }
  const circumstances = {
    latestEntry: latestEntryAt(db),
    outdoneLists: outdoneLists(db, checked, today),
    unmappedCodes: unmappedCodes(compiled),
    unitDecided: unit.decided,
    unanswered: asked.kind === 'custody' ? unansweredLasting(compiled) : unansweredSeries(compiled),
    searchesNotUnderstood: searches.notUnderstood,
  }
  const digest = digestOfPlan(head, judged.rows)
  const places = drawPlaces(digest, judged.tally.counts.eligible)
  return {
    head,
    compiled,
    ...judged,
    digest,
    sample: places.map(at),
    previous: planBefore(db, asked),
    lists: Object.values(lists).flatMap((list) => list?.object ?? []),
    ...planNotes(head, circumstances),
  }
}

/** What a plan says beside its records. */
type Lines = FileLines | { readonly custody?: PlanCustody[] }

interface Judging {
  readonly kind: PlanKind
  readonly opening: PlanOpening
  readonly compiled: CompiledSchedule
  readonly found: Finder
}

/** Judges every record; the plan's rows and the list of all records lie in `staging` then. */
async function judgeInto(staging: string, job: JobContext, { kind, opening, compiled, found }: Judging) {
  const { db, signal, progress } = job
  const { asOf, zone, practice = false } = opening
  const dayOf = dayFinder(zone)
  const holds = holdsStanding(db, dayOf, found, endedRequests(db, zone, asOf))
  const registered = listAccounts(db)
  const accounts = new Map(registered.map(({ id, platform, handle }) => [id, `${platform}/${handle}`]))
  const total = countRecords(db)
  const done = (records: number) => progress({ stage: 'judging records', done: records, total, unit: 'records' })
  const context = { asOf, zone, schedule: compiled, law: retentionLaw }
  const { tally, add } = tallying()
  const path = join(staging, 'records.csv')
  const rows = openPlanRows(staging)
  const csv = openSpool(path)
  const ids = gatheringIds()
  let packages: PlanPackage[] = []
  const resting = new Map<number, number>()
  const going = new Map<AccountId, number>()
  let lines: Lines = {}
  try {
    csv.add(csvHead(opening))
    const threads = await readThreads(db, holds, zone, signal)
    const over = packagesOver(db)
    const sources = { over, tally: tallyingPackages(db, await packagesHeld(db, { holds, threads, over }, signal)) }
    await judgeRecords(
      { kind, db, context, dayOf, holds, threads, unit: opening.unit, packages: sources, signal, done },
      rows,
      (row, day, judged, waitsFor) => {
        const waits = waitsFor.length > 0
        add(row.id, day, judged, waits)
        if (judged.eligible) {
          ids.add(row.id)
          going.set(row.account, (going.get(row.account) ?? 0) + 1)
          const { copy } = judged
          if (copy !== undefined) resting.set(copy.transfer, (resting.get(copy.transfer) ?? 0) + 1)
        }
        csv.add(csvLine(row, { kind, account: accounts.get(row.account) ?? '', day, practice, waits }, judged))
      },
    )
    packages = sources.tally.packages()
    // An archive takes records, and no file of the office.
    lines =
      kind === 'custody' ? { custody: custodyOf(db, resting) } : drawUpFiles({ db, context, holds, goes: ids.has })
  } finally {
    csv.close()
    rows.close()
  }
  return {
    rows,
    tally,
    csv: path,
    packages,
    lines,
    departments: departmentsOf(registered, going),
    list: digestOfSpool(csv),
    at: ids.at,
  }
}

function digestOfSpool(spool: Spool): Digest {
  const whole = createHash('sha256')
  for (const chunk of spool.chunks()) whole.update(chunk)
  return digestOf(whole.digest())
}

/** Who draws the plan up, in words: the person named, or the user of this computer. */
function nameOf({ db, actor }: JobContext): string {
  const person = listPeople(db).find(({ id }) => id === actor.person)
  if (person === undefined) return actor.osUser
  return person.title === '' ? person.name : `${person.name}, ${person.title}`
}
