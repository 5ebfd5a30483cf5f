// What must hold of putting right, whatever is done in which order: the records are those that a plain list of sightings says.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveJoining } from '../../electron/core/correction/join-moved.ts'
import { whyNotJoined } from '../../electron/core/correction/why-not-joined.ts'
import type { Driver } from '../../electron/core/vault/catalog/driver.ts'
import { mergeRecords } from '../../electron/core/vault/record/merge.ts'
import { type RecordColumns, recordColumns } from '../../electron/core/vault/record/merge-document.ts'
import { recordDetail, versionText } from '../../electron/core/vault/record/read.ts'
import { placedVersions } from '../../electron/core/vault/record/renumber.ts'
import { rejoin, separateVersion } from '../../electron/core/vault/record/separate.ts'
import { splitRecords, standingMerge } from '../../electron/core/vault/record/split.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { unstoreSlice } from '../../electron/core/vault/record/unstore.ts'
import { buildingOn, tiesOf } from '../../electron/core/vault/repository/intake/correction.ts'
import { newestMergeInto } from '../../electron/core/vault/repository/intake/merge.ts'
import { standingSeparation } from '../../electron/core/vault/repository/intake/separation.ts'
import { checkFragments } from '../../electron/core/vault/verify/fragments.ts'
import { checkRecords } from '../../electron/core/vault/verify/records.ts'
import { JobId, RecordId } from '../../shared/domain/id.ts'
import { Instant } from '../../shared/domain/time.ts'
import { memoryCatalog, payloadOf } from '../support/catalog.ts'
import { Model, type Modelled } from '../support/sightings.ts'

const IDS = ['1', '2', '3']
const TEXTS = ['first', 'second', 'third']
const MOST = 8
const at = Instant.parse(0)
const decision = { reason: 'r', at, by: null }

type Step =
  | {
      readonly do: 'import'
      readonly account: 1 | 2
      readonly made: number
      readonly items: readonly (readonly [number, number])[]
    }
  | { readonly do: 'merge' | 'separate'; readonly one: number; readonly other: number }
  | { readonly do: 'split' | 'join' | 'move' | 'undo'; readonly one: number }

/** Of a check's context what these two do not ask. */
const unused = { folder: '', job: JobId.parse('00000000-0000-4000-8000-000000000000'), startedAt: at }

const place = fc.nat(5)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('import' as const),
    account: fc.constantFrom(1 as const, 2 as const),
    made: fc.nat(9),
    items: fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 3, selector: ([id]) => id }),
  }),
  fc.record({ do: fc.constantFrom('merge' as const, 'separate' as const), one: place, other: place }),
  fc.record({ do: fc.constantFrom('split' as const, 'join' as const, 'move' as const, 'undo' as const), one: place }),
)

it('any order of imports, merges, splits, separations, moves and withdrawals ends with the records that their sightings say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const both = new Both()
      for (const one of steps) both.take(one)
      await both.compare()
    }),
    { numRuns: 100 },
  )
})

/** The catalog and the model, which do the same. */
class Both {
  private readonly db: Driver = memoryCatalog(MOST)
  private readonly model = new Model()
  private readonly imports: { readonly id: number; account: number }[] = []
  private received = 0

  constructor() {
    this.db.run("INSERT INTO account VALUES (2, 'x', 'AlderBayFire', NULL, 'Fire', '', '', 0)")
  }

  take(step: Step): void {
    if (step.do === 'import') this.import(step)
    else if (step.do === 'merge') this.merge(step.one, step.other)
    else if (step.do === 'separate') this.separate(step.one, step.other)
    else if (step.do === 'split') this.split(step.one)
    else if (step.do === 'join') this.join(step.one)
    else if (step.do === 'move') this.move(step.one)
    else this.undo(step.one)
  }

  private import({ account, made, items }: Extract<Step, { do: 'import' }>): void {
    if (this.received === MOST) return
    this.received += 1
    const id = this.received
    const generated = made === 0 ? null : made * 1000 + 500
    const shown = items.map(([one, text]) => ({ id: IDS[one] ?? '', text: TEXTS[text] ?? '' }))
    this.db.run(
      "UPDATE accession SET account_id = ?, generated_at = ?, state = 'complete' WHERE id = ?",
      account,
      generated,
      id,
    )
    this.db.transaction(() => storeItems(this.db, { ...payloadOf(id, shown), account }))
    this.imports.push({ id, account })
    this.model.import(account, id, generated ?? id * 1000, shown)
  }

  private merge(one: number, other: number): void {
    const [kept, absorbed] = [this.row(one), this.row(other)]
    if (!kept || !absorbed || kept.id === absorbed.id || kept.account_id !== absorbed.account_id) return
    const [ours, theirs] = [this.modelled(kept.id), this.modelled(absorbed.id)]
    const id = this.db.transaction(() => mergeRecords(this.db, kept, absorbed, { ...decision, moved: null }))
    this.model.merge(id, ours, theirs)
  }

  private split(n: number): void {
    const merge = standingMerge(this.db, n + 1)
    if (merge === null || newestMergeInto(this.db, merge.kept) !== merge.id) return
    if (this.db.get('SELECT 1 FROM record_merge WHERE id = ? AND moved_accession_id IS NOT NULL', merge.id)) return
    this.db.transaction(() => splitRecords(this.db, merge, at, null))
    this.model.split(merge.id)
  }

  private separate(one: number, which: number): void {
    const row = this.row(one)
    if (!row || newestMergeInto(this.db, row.id) !== null) return
    const versions = placedVersions(this.db, row.id)
    const version = versions[which % versions.length]
    if (version === undefined || versions.length === 1) return
    const modelled = this.modelled(row.id)
    const text = versionText(this.db, row.id, version.number)
    const { separation } = this.db.transaction(() => separateVersion(this.db, row, version, decision))
    this.model.separate(separation, modelled, text)
  }

  private join(n: number): void {
    const separation = standingSeparation(this.db, n + 1)
    if (separation === null) return
    const { id, from, record } = separation
    const [one, other] = [recordColumns(this.db, from), recordColumns(this.db, record)]
    if (!one || !other || one.account_id !== other.account_id) return
    if (newestMergeInto(this.db, from) !== null || newestMergeInto(this.db, record) !== null) return
    this.db.transaction(() => rejoin(this.db, id, from, record, at, null))
    this.model.join(id)
  }

  private move(n: number): void {
    const moved = this.imports[n % Math.max(this.imports.length, 1)]
    if (moved === undefined) return
    const { shared, merged } = tiesOf(this.db, [moved.id])
    const to = 3 - moved.account
    if (shared + merged > 0 || whyNotJoined(this.db, [moved.id], moved.account, to).length > 0) return
    let next = (this.db.get<{ id: number | null }>('SELECT max(id) AS id FROM record_merge')?.id ?? 0) + 1
    const move = { accessions: [moved.id], from: moved.account, to, ...decision }
    this.db.transaction(() => moveJoining(this.db, move))
    this.model.move(moved.id, to, () => next++)
    moved.account = to
  }

  private undo(n: number): void {
    const undone = this.imports[n % Math.max(this.imports.length, 1)]
    if (undone === undefined) return
    const { merged, joined } = tiesOf(this.db, [undone.id])
    if (merged + joined > 0 || buildingOn(this.db, undone.id).length > 0) return
    this.db.transaction(() => unstoreSlice(this.db, undone.id, 500))
    this.db.run("UPDATE accession SET state = 'undone' WHERE id = ?", undone.id)
    this.imports.splice(this.imports.indexOf(undone), 1)
    this.model.withdraw(undone.id)
  }

  private row(n: number): RecordColumns | null {
    const ids = this.db.all<{ id: number }>('SELECT id FROM record ORDER BY id')
    return recordColumns(this.db, ids[n % Math.max(ids.length, 1)]?.id ?? 0)
  }

  /** The model's record with the sightings of one of the catalog. */
  private modelled(id: number): Modelled {
    const wanted = JSON.stringify(this.versions(id).shown)
    const found = this.model.records.find((one) => JSON.stringify(told(one).shown) === wanted)
    if (found === undefined) throw new Error(`the model has no record with ${wanted}`)
    return found
  }

  private versions(id: number) {
    const { account, versions } = this.detail(id)
    const shown = versions.map(
      ({ text, observations }) =>
        `${text}: ${observations.map(({ accession, pointer }) => `${accession}${pointer}`).sort()}`,
    )
    return { account, shown: shown.sort() }
  }

  private detail(id: number) {
    const detail = recordDetail(this.db, RecordId.parse(id))
    if (detail === null) throw new Error(`record ${id} is not there`)
    return detail
  }

  async compare(): Promise<void> {
    const ids = this.db.all<{ id: number }>('SELECT id FROM record').map(({ id }) => id)
    const stored = ids.map((id) => JSON.stringify(this.versions(id)))
    expect(stored.sort()).toEqual(this.model.records.map((one) => JSON.stringify(told(one))).sort())
    for (const id of ids) expect(newest(this.modelled(id))).toContain(this.detail(id).versions.at(-1)?.text)
    const context = {
      db: this.db,
      signal: new AbortController().signal,
      total: () => undefined,
      counted: () => undefined,
      noted: () => undefined,
    }
    const findings = []
    for (const check of [checkRecords, checkFragments]) {
      for await (const finding of check.run({ ...unused, ...context })) findings.push(finding)
    }
    expect(findings.filter(({ code }) => code !== 'V022')).toEqual([])
  }
}

/** What a record shows: its account, and by which imports each of its texts was seen. */
function told({ account, seen }: Modelled) {
  const texts = [...new Set(seen.map(({ text }) => text))]
  const by = (text: string) =>
    seen.filter((one) => one.text === text).map(({ accession, place }) => `${accession}/${place}`)
  return { account, shown: texts.map((text) => `${text}: ${by(text).sort()}`).sort() }
}

/** What the export made last shows; two texts only where records that it shows apart were merged. */
function newest({ seen }: Modelled): string[] {
  const rank = ({ made, accession }: Modelled['seen'][number]) => made * 100 + accession
  const last = Math.max(...seen.map(rank))
  return seen.filter((one) => rank(one) === last).map(({ text }) => text)
}
