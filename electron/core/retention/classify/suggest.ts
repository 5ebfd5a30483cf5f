// Suggestions for a record: first what the rules say, then what the office's own decisions by hand make likely; each with its reason.
import { type Counts, likelySeries, reasonsFor } from '../../../../shared/domain/classify/naive-bayes.ts'
import type { Rule } from '../../../../shared/domain/classify/rule.ts'
import { classify, compileRules } from '../../../../shared/domain/classify/rule-match.ts'
import type { Likeness, Suggestion } from '../../../../shared/domain/classify/suggestion.ts'
import { isCommonWord } from '../../../../shared/text/common-words.ts'
import { fold } from '../../../../shared/text/fold.ts'
import { TOKEN } from '../../../../shared/text/tokens.ts'
import type { Candidate } from '../../vault/repository/retention/classification.ts'
import { type RuleSight, ruleSubject } from './judge-rules.ts'

/** A series is suggested from this share of all likelihood on. */
const LIKELY = 0.6
/** One decision is no habit. */
const LEAST = 2
const REASONS = 4
/** A word in more than this share of the other decisions is usual. */
const USUAL = 0.5

/** Makes the function that suggests. @param counts of the decisions by hand, the record's own left out by `likely` */
export function suggester(
  rules: readonly Rule[],
  counts: Counts,
  sight: RuleSight,
): (record: Candidate) => Suggestion[] {
  const compiled = compileRules(rules, fold)
  return (record) => {
    const { winner } = classify(compiled, ruleSubject(record, sight))
    const like = likely(counts, record)
    const ruled = winner && {
      series: winner.series,
      rule: winner.name,
      like: like?.series === winner.series ? like.like : [],
    }
    return [ruled, like?.series === winner?.series ? null : like].filter((one) => one !== null)
  }
}

/** A lone Latin letter or a number says nothing; a lone Han character is a word. */
const SAYS_NOTHING = /^(?:[a-z]|\p{N}+)$/u

/** What a record has that decisions can be counted by: its account, its kind and its words, each once. */
export function featuresOf({ account, kind, text }: Pick<Candidate, 'account' | 'kind' | 'text'>): string[] {
  const words = new Set((text.toLowerCase().match(TOKEN) ?? []).filter((word) => !SAYS_NOTHING.test(word)))
  return [`account ${account}`, `kind ${kind}`, ...[...words].map((word) => `word ${word}`)]
}

function likely(counts: Counts, record: Candidate): Suggestion | null {
  const features = featuresOf(record)
  const [best] = likelySeries(counts, features)
  if (best === undefined || best.share < LIKELY) return null
  const reasons = reasonsFor(counts, best.series, features, features.length).filter(
    ({ feature, decisions }) => decisions >= LEAST && tellsApart(counts, feature, decisions),
  )
  if (reasons.length === 0) return null
  const like = reasons.slice(0, REASONS).map(({ feature, ...reason }) => ({ ...namedOf(feature), ...reason }))
  return { series: best.series, rule: null, like }
}

/** A word that everybody uses, or that most of the other decisions have too, explains nothing. Accounts and kinds are few: they may. */
function tellsApart(counts: Counts, feature: string, decisions: number): boolean {
  const { what, value } = namedOf(feature)
  if (what !== 'word') return true
  const elsewhere = (counts.known.get(feature) ?? 0) - decisions
  return !isCommonWord(value) && elsewhere < USUAL * Math.max(1, counts.decisions - decisions)
}

function namedOf(feature: string): Pick<Likeness, 'what' | 'value'> {
  const value = feature.slice(feature.indexOf(' ') + 1)
  if (feature.startsWith('account ')) return { what: 'account', value }
  return { what: feature.startsWith('kind ') ? 'kind' : 'word', value }
}
