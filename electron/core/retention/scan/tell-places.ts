// What it means that a trace was met in a place: it stands in what is kept, in a copy that is known, or where it should not be.
import { basename, dirname, sep } from 'node:path'
import type { Found } from '../../../../shared/domain/disposition/destruction.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestBytes } from '../../vault/hex.ts'
import { digestOfPath } from '../../vault/objects/lease.ts'
import { tablesOfFiles } from '../../vault/repository/disposition/office-content.ts'
import { objectUse } from '../../vault/repository/disposition/residual.ts'
import type { CatalogHits, Hits } from './catalog-hits.ts'

/** Tables of what records say and are; `destruction_item` keeps identities, which stay by intention. */
const OF_RECORDS = new Set([
  'version',
  'body',
  'record',
  'frame',
  'media',
  'member',
  'object',
  'observation',
  'destruction_item',
])

/**
 * Sorts what was met.
 * @param known traces that stand in the sources of records that stay, or in Muniment's own words; and those of the office's own files, of which what
 * they say alike stands in the files that stay
 */
export function tellPlaces(
  db: Driver,
  hits: Hits,
  { byTable }: CatalogHits,
  { kept, ofFiles }: { readonly kept: ReadonlySet<number>; readonly ofFiles: ReadonlySet<number> },
) {
  const fileTables = tablesOfFiles()
  const left: Found[] = []
  const residual: Found[] = []
  const shared = new Set(kept)
  const inRows = new Set<number>()
  for (const [table, met] of byTable) {
    for (const number of met) inRows.add(number)
    for (const number of met)
      if (OF_RECORDS.has(table) || (fileTables.has(table) && ofFiles.has(number))) shared.add(number)
  }
  for (const [table, met] of byTable) {
    const words = [...met].filter((number) => !shared.has(number)).length
    if (OF_RECORDS.has(table) || words === 0) continue
    const sentence = `Words of destroyed records (${amount(words, 'place')}) were copied by hand or by another act into “${table}”, and stay there.`
    residual.push({ place: 'catalog.sqlite', sentence })
  }
  for (const [place, met] of hits) {
    if (isCatalog(place)) {
      const stray = [...met].filter((number) => !inRows.has(number) && !shared.has(number)).length
      if (stray > 0)
        left.push({ place, sentence: `${amount(stray, 'trace')} of destroyed records stand in no row of it.` })
      continue
    }
    const strange = [...met].filter((number) => !shared.has(number)).length
    if (strange === 0) continue
    const digest = digestOfPath(place)
    const use = digest === null ? null : objectUse(db, digestBytes(digest))
    if (use === 'media') for (const number of met) shared.add(number)
    else if (use !== null) residual.push({ place, sentence: OBJECT_WORDS[use] })
    else if (place.startsWith(`packages${sep}`)) residual.push({ place: packageOf(place), sentence: REMAINDER })
    else left.push({ place, sentence: `${amount(strange, 'trace')} of destroyed records stand in this file.` })
  }
  return { left, residual: distinct(residual), shared: shared.size }
}

const OBJECT_WORDS = {
  issued:
    'A packet or report that was issued holds words of destroyed records. It is kept, and goes by a plan of its own.',
  paper: 'A paper or attachment holds words of destroyed records. It is kept, and goes by a plan of its own.',
} as const

const REMAINDER =
  'Files of this package that were kept unread, or that another record holds, repeat what was destroyed. They are the remainder of the import and go by a series of their own.'

function isCatalog(place: string): boolean {
  return dirname(place) === '.' && /^catalog\.sqlite(-wal|-shm)?$/.test(basename(place))
}

function packageOf(place: string): string {
  return place.split(sep).slice(0, 2).join('/')
}

function distinct(found: readonly Found[]): Found[] {
  return [...new Map(found.map((one) => [`${one.place}\n${one.sentence}`, one])).values()]
}
