// The ledger of a lost vault as a witness: it names no record and no word, but it tells what was done since a backup, so that nothing of it is
// overlooked. A certificate is proved by it: the entry of its making holds its digest.
import { z } from 'zod'
import { LedgerEntry } from '../../../../shared/contract/ledger.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf, hexOf } from '../../vault/hex.ts'
import { ledgerHead } from '../../vault/ledger/ledger.ts'
import { invalid, parsedJson, read, type Told } from './told.ts'

/** What holds, guards or asks and is not taken over, by the operation that did it. */
const TO_DO_AGAIN = {
  'hold.place': 'holds placed',
  'hold.narrow': 'holds narrowed',
  'hold.release': 'holds released',
  'request.open': 'requests entered',
  'record.lock': 'locks placed',
  'restriction.place': 'restrictions placed',
  'restriction.page': 'restrictions placed',
  'correction.remove': 'removals under an order',
} as const

/** An act since the backup that is to be done again by hand. `records`: their numbers, where the entry names them. */
export interface Undone {
  readonly what: string
  readonly at: Instant
  readonly records: readonly number[]
}

/** `proved`: certificates that the ledger attests; `unproved`: certifications for which only a list was given; `begun`: destructions that were never certified. */
export interface Witnessed {
  readonly entries: number
  readonly proved: number
  readonly unproved: number
  readonly begun: number
  readonly undone: readonly Undone[]
}

/** The entries of a ledger as `muniment ledger --all --json` writes them. @throws MunimentError INPUT_INVALID */
export function readLedger(path: string): readonly LedgerEntry[] {
  const parsed = z.array(LedgerEntry).safeParse(parsedJson(read(path)))
  if (parsed.success) return parsed.data
  throw invalid(`${path} is no ledger, as “muniment ledger --all --json” writes it.`)
}

/**
 * What a ledger says was done since the backup.
 * @param db the catalog of the backup, whose last entry must be one of the ledger
 * @throws MunimentError INPUT_INVALID where it is the ledger of another vault, ends before the backup, or certifies what nothing was given for
 */
export function witness(db: Driver, ledger: readonly LedgerEntry[], { destructions }: Told): Witnessed {
  const head = ledgerHead(db)
  const known = ledger.find(({ seq }) => seq === head.seq)
  if (known === undefined || known.hash !== digestOf(head.hash))
    throw invalid('The ledger does not hold the last entry of the backup: it is of another vault, or ends before it.')
  const since = ledger.filter(({ seq }) => seq > head.seq).sort((one, other) => one.seq - other.seq)
  const given = new Set(destructions.flatMap(({ certificate }) => (certificate ? [hexOf(certificate.digest)] : [])))
  const certified = since.filter(({ kind }) => kind === 'purge.certify')
  const missing = certified.filter(({ payload }) => !notesOf(payload).some(({ certificate }) => given.has(certificate)))
  const lists = destructions.some(({ certificate }) => certificate === null)
  if (missing.length > 0 && !lists) {
    const entries = missing.map(({ seq }) => seq).join(', ')
    throw invalid(
      `The ledger says that what was certified in entry ${entries} was destroyed since the backup, and its certificate was not given. Give it, or the list of what was destroyed.`,
    )
  }
  const begun = new Set(since.filter(({ kind }) => kind === 'purge.begin').flatMap(({ payload }) => numbersOf(payload)))
  for (const number of certified.flatMap(({ payload }) => numbersOf(payload))) begun.delete(number)
  const undone = since.flatMap(({ kind, at, payload }) => {
    const what = Object.entries(TO_DO_AGAIN).find(([name]) => name === kind)?.[1]
    if (what === undefined) return []
    return [{ what, at, records: notesOf(payload).flatMap(({ records, record }) => [...records, ...record]) }]
  })
  const proved = certified.length - missing.length
  return { entries: since.length, proved, unproved: missing.length, begun: begun.size, undone }
}

const Note = z.object({
  certificate: z.string().catch(''),
  destruction: z.int().optional().catch(undefined),
  records: z.array(z.int()).catch([]),
  record: z
    .int()
    .transform((one) => [one])
    .catch([]),
})
const Payload = z.looseObject({ notes: z.array(z.looseObject({})).catch([]) })

/** What an entry notes: of a command in a list, of a batch by itself. */
function notesOf(payload: unknown): z.output<typeof Note>[] {
  const whole = Payload.safeParse(payload).data
  return whole === undefined ? [] : [whole, ...whole.notes].map((note) => Note.parse(note))
}

function numbersOf(payload: unknown): number[] {
  return notesOf(payload).flatMap(({ destruction }) => destruction ?? [])
}
