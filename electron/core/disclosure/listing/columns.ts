// The columns of a list that a spreadsheet opens, and what stands in them.
import { isoInstant } from '../../../../shared/domain/time.ts'
import { cityIso } from '../packet/local-time.ts'
import type { Listed } from './listing.ts'

/** What a cell holds; null is an empty one. */
export type Value = string | number | null

/** Every column with what stands in it. `zone` is the City's. */
export const COLUMNS: readonly (readonly [header: string, value: (record: Listed, zone: string) => Value])[] = [
  ['Record', ({ id }) => id],
  ['Made (City)', ({ at }, zone) => (at === null ? null : cityIso(at, zone))],
  ['Made (UTC)', ({ at }) => (at === null ? null : isoInstant(at))],
  ['Platform', ({ platform }) => platform],
  ['Account', ({ handle }) => handle],
  ['Author', ({ author }) => author],
  ['Kind', ({ kind }) => kind],
  ['State on the platform', ({ state }) => state],
  ['Series', ({ series }) => series],
  ['Media', ({ media }) => media],
  ['Versions', ({ versions }) => versions],
  ['Platform id', ({ nativeId }) => nativeId],
  ['Text', ({ text }) => text],
]
