// The plan file: canonical JSON, written in the order of its keys without ever being in memory whole.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ExcludedRow, PlanBody, PlanRow } from '../../../../shared/domain/disposition/disposition.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import { digestOf } from '../../vault/hex.ts'
import { openSpool, type Spool } from './spool.ts'

/** What a plan says besides its rows. */
export type PlanHead = Omit<PlanBody, 'records' | 'excluded'>

/** What is known of it before any record is judged. */
export type PlanOpening = Omit<PlanHead, 'packages' | 'list' | 'departments' | 'custody' | 'files' | 'filesKept'>

/** Rows in the order of record ids, spooled as they come. */
export interface PlanRows {
  record(row: PlanRow): void
  excluded(row: ExcludedRow): void
  close(): void
  readonly lists: Readonly<Record<'records' | 'excluded', Spool>>
}

/** @param folder an empty folder for the two spools */
export function openPlanRows(folder: string): PlanRows {
  const lists = { records: openSpool(join(folder, 'records')), excluded: openSpool(join(folder, 'excluded')) }
  const counts = { records: 0, excluded: 0 }
  const add = (list: 'records' | 'excluded', row: string) => {
    lists[list].add(counts[list] === 0 ? row : `,${row}`)
    counts[list] += 1
  }
  // Members in the order of their names, and nothing inside them that has any: so it is canonical as it is written.
  return {
    record: ({ commitment, cutoff, eligibleOn, recordId, series, transfer, waitsFor }) => {
      const row = { commitment, cutoff, eligibleOn, recordId, series, transfer, waitsFor }
      add('records', JSON.stringify(row satisfies Record<keyof PlanRow, unknown>))
    },
    excluded: ({ detail, on, reason, recordId }) => {
      const row = { detail, on, reason, recordId }
      add('excluded', JSON.stringify(row satisfies Record<keyof ExcludedRow, unknown>))
    },
    close: () => {
      lists.records.close()
      lists.excluded.close()
    },
    lists,
  }
}

/** The digest of a plan: SHA-256 over the canonical JSON of everything in it but the digest. */
export function digestOfPlan(head: PlanHead, rows: PlanRows): Digest {
  const hash = createHash('sha256')
  for (const chunk of planChunks(head, rows)) hash.update(chunk)
  return digestOf(hash.digest())
}

/** The bytes of the plan file, its digest in it: canonical JSON again, so that the same plan is the same file. */
export async function* planBytes(head: PlanHead, rows: PlanRows, digest: Digest): AsyncGenerator<Uint8Array> {
  yield* planChunks({ ...head, digest }, rows)
}

function* planChunks(head: PlanHead & { readonly digest?: Digest }, { lists }: PlanRows): Generator<Uint8Array> {
  const members: [string, unknown][] = [
    ...Object.entries(head),
    ['excluded', lists.excluded],
    ['records', lists.records],
  ]
  members.sort((one, other) => (one[0] < other[0] ? -1 : 1))
  for (const [place, [name, value]] of members.entries()) {
    yield Buffer.from(`${place === 0 ? '{' : ','}${JSON.stringify(name)}:`)
    if (value === lists.excluded || value === lists.records) {
      yield Buffer.from('[')
      yield* value === lists.records ? lists.records.chunks() : lists.excluded.chunks()
      yield Buffer.from(']')
    } else yield Buffer.from(canonicalJson(value))
  }
  yield Buffer.from('}')
}
