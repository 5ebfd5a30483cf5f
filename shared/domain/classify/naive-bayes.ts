// Which series a record is like, by counting: multinomial naive Bayes over what earlier decisions have (each word once a record). To the
// features of each series 50 are added as all series together have them (a Dirichlet prior), so that a series of which little is
// known yet is not taken for the likeliest. Counts are exact and reversible: what is taken out leaves nothing behind.

const ADDED = 50

/** What is counted of the decisions for one series. */
export interface SeriesCounts {
  decisions: number
  /** All features of all decisions. */
  features: number
  /** Decisions that have a feature. */
  readonly having: Map<string, number>
}

/** The counts of every series; `known` counts the decisions that have a feature, over all series. */
export interface Counts {
  readonly series: Map<string, SeriesCounts>
  readonly known: Map<string, number>
  decisions: number
  features: number
}

/** A decision: the series, and what the record has; nothing twice. */
export interface Example {
  readonly series: string
  readonly features: readonly string[]
}

/** Counts of nothing. */
export function noCounts(): Counts {
  return { series: new Map(), known: new Map(), decisions: 0, features: 0 }
}

/** Counts a decision. */
export function count(counts: Counts, example: Example): void {
  change(counts, example, 1)
}

/** Takes a decision out that was counted before. */
export function uncount(counts: Counts, example: Example): void {
  change(counts, example, -1)
}

/** How likely each series is, between 0 and 1 and together 1, likeliest first; none where nothing is known of the record. */
export function likelySeries(
  counts: Counts,
  features: readonly string[],
): { readonly series: string; readonly share: number }[] {
  const telling = features.filter((feature) => counts.known.has(feature))
  if (telling.length === 0) return []
  const scored = [...counts.series].map(([series, own]) => ({
    series,
    score: telling.reduce(
      (score, feature) => score + Math.log(chance(counts, own.having.get(feature) ?? 0, own.features, feature)),
      Math.log((own.decisions + 1) / (counts.decisions + counts.series.size)),
    ),
  }))
  const best = Math.max(...scored.map(({ score }) => score))
  const weighed = scored.map(({ series, score }) => ({ series, weight: Math.exp(score - best) }))
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
  return weighed
    .map(({ series, weight }) => ({ series, share: weight / whole }))
    .sort((one, other) => other.share - one.share || (one.series < other.series ? -1 : 1))
}

/**
 * What speaks most for a series: features that its decisions have more often than the others do.
 * @returns the strongest first, each with how many decisions for the series have it
 */
export function reasonsFor(
  counts: Counts,
  series: string,
  features: readonly string[],
  most: number,
): { readonly feature: string; readonly decisions: number; readonly of: number }[] {
  const own = counts.series.get(series)
  if (own === undefined) return []
  return features
    .flatMap((feature) => {
      const decisions = own.having.get(feature) ?? 0
      if (decisions === 0) return []
      const elsewhere = (counts.known.get(feature) ?? 0) - decisions
      const others = chance(counts, elsewhere, counts.features - own.features, feature)
      const weight = Math.log(chance(counts, decisions, own.features, feature) / others)
      return [{ feature, decisions, of: own.decisions, weight }]
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || (one.feature < other.feature ? -1 : 1))
    .slice(0, most)
    .map(({ feature, decisions, of }) => ({ feature, decisions, of }))
}

/** How often a feature is met among `features`, of which `having` are that one. */
function chance(counts: Counts, having: number, features: number, feature: string): number {
  const everywhere = (counts.known.get(feature) ?? 0) / counts.features
  return (having + ADDED * everywhere) / (features + ADDED)
}

function change(counts: Counts, { series, features }: Example, by: 1 | -1): void {
  const own = counts.series.get(series) ?? { decisions: 0, features: 0, having: new Map<string, number>() }
  own.decisions += by
  own.features += by * features.length
  counts.decisions += by
  counts.features += by * features.length
  for (const feature of features) {
    step(own.having, feature, by)
    step(counts.known, feature, by)
  }
  if (own.decisions === 0) counts.series.delete(series)
  else counts.series.set(series, own)
}

function step(map: Map<string, number>, key: string, by: 1 | -1): void {
  const next = (map.get(key) ?? 0) + by
  if (next === 0) map.delete(key)
  else map.set(key, next)
}
