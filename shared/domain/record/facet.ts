// What a query may go on with, and how what it finds is spread.
import { z } from 'zod'

/** Something a query may go on with: the whole query as it would be, and where the caret goes in it (UTF-16 offset). */
export const Completion = z.strictObject({
  /** The filter that a value belongs to; null for the name of a filter, or a word that stands alone. */
  filter: z.string().nullable(),
  value: z.string(),
  detail: z.string(),
  /** Records of the vault that it holds for; null where that is not counted. */
  count: z.int().nonnegative().nullable(),
  query: z.string(),
  caret: z.int().nonnegative(),
})
export type Completion = z.infer<typeof Completion>

export const FacetName = z.enum(['platform', 'account', 'kind', 'series', 'year', 'media', 'state', 'restricted'])
export type FacetName = z.infer<typeof FacetName>

/**
 * A value of a facet. `included` and `excluded` are the query after a click: with the filter added, or taken back where
 * it stands already. `chosen` tells which of the two stands in the query.
 */
export const FacetValue = z.strictObject({
  value: z.string(),
  count: z.int().nonnegative(),
  chosen: z.enum(['in', 'out']).nullable(),
  included: z.string(),
  excluded: z.string(),
})
export type FacetValue = z.infer<typeof FacetValue>

/** `single`: each record has exactly one value, so that the counts add up to the total. Most frequent values first. */
export const Facet = z.strictObject({ name: FacetName, single: z.boolean(), values: z.array(FacetValue) })
export type Facet = z.infer<typeof Facet>

export const TimeUnit = z.enum(['year', 'month', 'day'])
export type TimeUnit = z.infer<typeof TimeUnit>

/** A year, month or day as the search language writes it, with the one before and the one after, and what was found in it. */
export const TimeBar = z.strictObject({
  on: z.string(),
  previous: z.string(),
  next: z.string(),
  count: z.int().nonnegative(),
})
export type TimeBar = z.infer<typeof TimeBar>

/** What was found over time, oldest first, without gaps. `rest` is the query without its dates; `narrowed` whether it has any. */
export const Timeline = z.strictObject({
  unit: TimeUnit,
  bars: z.array(TimeBar),
  undated: z.int().nonnegative(),
  rest: z.string(),
  narrowed: z.boolean(),
})
export type Timeline = z.infer<typeof Timeline>

export const Facets = z.strictObject({
  total: z.int().nonnegative(),
  facets: z.array(Facet),
  timeline: Timeline,
})
export type Facets = z.infer<typeof Facets>
