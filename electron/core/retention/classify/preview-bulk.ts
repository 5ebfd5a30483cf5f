// What a search would decide on, counted stretch by stretch, so that it can be given up at any moment.
import type { z } from 'zod'
import type { bulkPreview } from '../../../../shared/contract/bulk.ts'
import { pageOfIds, strictSearch } from '../../search/find.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordRows } from '../../vault/record/read.ts'
import { subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { countByStanding } from '../../vault/repository/retention/decision.ts'
import { dayFinder } from '../days.ts'
import { findMany } from '../hold/hold-search.ts'
import { holdsStanding } from '../hold/standing-holds.ts'
import { nextTurn } from '../turn.ts'

const STRETCH = 2000
const SHOWN = 8

/**
 * Counts what a search finds.
 * @throws MunimentError INPUT_INVALID where it is not understood whole
 */
export async function previewBulk(
  db: Driver,
  folder: string,
  text: string,
  signal: AbortSignal,
): Promise<z.input<typeof bulkPreview.output>> {
  const search = strictSearch(db, folder, text)
  const holds = holdsStanding(db, dayFinder(readVaultFile(folder).zone), findMany(db, folder, signal).finder)
  const series = new Map<string | null, number>()
  const accounts = new Map<number, number>()
  let [records, held] = [0, 0]
  let sample: readonly number[] = []
  for (let ids = pageOfIds(db, search, null, STRETCH); ids.length > 0; ) {
    if (records === 0) sample = ids.slice(0, SHOWN)
    records += ids.length
    const counted = countByStanding(db, ids)
    for (const one of counted.series) series.set(one.series, (series.get(one.series) ?? 0) + one.records)
    for (const one of counted.accounts) accounts.set(one.account, (accounts.get(one.account) ?? 0) + one.records)
    const rows = subjectsOf(db, ids)
    const over = holds.over(rows)
    held += rows.filter((row) => over(row).length > 0).length
    await nextTurn(signal)
    ids = pageOfIds(db, search, ids.at(-1) ?? 0, STRETCH)
  }
  return {
    records,
    held,
    bySeries: most(series).map(([code, count]) => ({ series: code, records: count })),
    byAccount: most(accounts).map(([account, count]) => ({ account, records: count })),
    sample: recordRows(db, sample),
  }
}

function most<Key>(counts: ReadonlyMap<Key, number>): [Key, number][] {
  return [...counts].sort(([, one], [, other]) => other - one)
}
