// The packages of a plan: which would be struck, and which of its records wait because a package of theirs holds a held record (design §4).
import type { PlanPackage } from '../../../../shared/domain/disposition/disposition.ts'
import { PackageId, type RecordId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { type SubjectRow, subjectsAfter } from '../../vault/repository/disposition/plan.ts'
import {
  keptPackages,
  mediaElsewhere,
  packagesOfMember,
  sourcesOf,
} from '../../vault/repository/disposition/plan-package.ts'
import type { StandingHolds } from '../hold/standing-holds.ts'
import type { FactsOf } from '../thread/read-threads.ts'
import { nextTurn } from '../turn.ts'

const CHUNK = 5000

/** The packages of the records of a run, in order, each once. */
export type PackagesOver = (rows: readonly SubjectRow[]) => (record: RecordId) => readonly string[]

/** What a plan comes to, package by package. */
export interface PackageTally {
  /** Counts a record that may be destroyed. Returns the packages that it waits for. */
  add(packages: readonly string[]): PackageId[]
  /** In the order of their ids. */
  packages(): PlanPackage[]
}

/** Finds packages run by run: by what a record was read from, and by where its media lie. */
export function packagesOver(db: Driver): PackagesOver {
  const media = new Map<RecordId, string[]>()
  for (const { record, package: id } of mediaElsewhere(db)) {
    const known = media.get(record)
    if (known) known.push(id)
    else media.set(record, [id])
  }
  // Few files hold most records, so each is looked up once.
  const members = new Map<number, readonly string[]>()
  const ofMember = (member: number) => {
    const known = members.get(member) ?? packagesOfMember(db, member)
    members.set(member, known)
    return known
  }
  return (rows) => {
    const [first, last] = [rows[0], rows.at(-1)]
    const source = new Map<RecordId, readonly string[]>()
    for (const { record, member } of first && last ? sourcesOf(db, first.id, last.id) : []) {
      const known = source.get(record)
      const found = ofMember(member)
      if (known !== found) source.set(record, known === undefined ? found : merged(known, found))
    }
    return (record) => {
      const own = source.get(record) ?? []
      const elsewhere = media.get(record)
      return elsewhere === undefined ? own : merged(own, elsewhere)
    }
  }
}

function merged(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some, ...others])].sort()
}

/** Reads once which packages hold records under a hold or an open request, and how many. */
export async function packagesHeld(
  db: Driver,
  { holds, threads, over }: { readonly holds: StandingHolds; readonly threads: FactsOf; readonly over: PackagesOver },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const held = new Map<string, number>()
  if (!holds.any) return held
  for (let run = subjectsAfter(db, Number.MIN_SAFE_INTEGER, CHUNK); run.length > 0; ) {
    await nextTurn(signal)
    const marks = holds.over(run)
    const records = run.filter((row) => (threads(row.id)?.holds ?? marks(row)).length > 0)
    const packages = over(records)
    for (const { id } of records) for (const one of packages(id)) held.set(one, (held.get(one) ?? 0) + 1)
    run = subjectsAfter(db, run.at(-1)?.id ?? Number.MAX_SAFE_INTEGER, CHUNK)
  }
  return held
}

/** @param held records under a hold by package */
export function tallyingPackages(db: Driver, held: ReadonlyMap<string, number>): PackageTally {
  const counts = new Map<string, { records: number; waiting: number }>()
  return {
    add: (packages) => {
      const waitsFor = packages.filter((one) => held.has(one))
      for (const one of packages) {
        const count = counts.get(one) ?? { records: 0, waiting: 0 }
        counts.set(one, count)
        count.records += 1
        if (waitsFor.length > 0) count.waiting += 1
      }
      return waitsFor.map((one) => PackageId.parse(one))
    },
    packages: () =>
      keptPackages(db, [...counts.keys()]).map(({ id, name, digest }) => ({
        package: PackageId.parse(id),
        name,
        digest,
        ...(counts.get(id) ?? { records: 0, waiting: 0 }),
        held: held.get(id) ?? 0,
      })),
  }
}
