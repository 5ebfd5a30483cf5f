// A rule as its form holds it: texts, until it is kept.
import { type Rule, Rule as RuleSchema } from '../../../../shared/domain/classify/rule.ts'

export interface RuleDraft {
  readonly name: string
  readonly series: string | null
  readonly reason: string
  readonly any: string
  readonly all: string
  readonly accounts: string
  readonly platforms: string
  readonly kinds: string
  readonly authors: string
  readonly threads: string
  readonly from: string
  readonly to: string
  readonly media: 'any' | 'with' | 'without'
}

export const emptyDraft: RuleDraft = {
  ...{ name: '', series: null, reason: '', any: '', all: '', accounts: '', platforms: '', kinds: '' },
  ...{ authors: '', threads: '', from: '', to: '', media: 'any' },
}

/** The form of a rule. */
export function draftOf({ name, series, reason, when }: Rule): RuleDraft {
  return {
    ...{ name, series, reason },
    any: joined(when.words?.any),
    all: joined(when.words?.all),
    accounts: joined(when.accounts),
    platforms: joined(when.platforms),
    kinds: joined(when.kinds),
    authors: joined(when.authors),
    threads: joined(when.threads),
    from: when.from ?? '',
    to: when.to ?? '',
    media: when.hasMedia === undefined ? 'any' : when.hasMedia ? 'with' : 'without',
  }
}

/**
 * The rule of a form.
 * @returns the rule, or what does not fit, in words
 */
export function ruleOf(draft: RuleDraft, id: string, order: number): Rule | { readonly problem: string } {
  const words = filled({ any: listed(draft.any), all: listed(draft.all) })
  const when = filled({
    words: Object.keys(words).length > 0 ? words : undefined,
    accounts: listed(draft.accounts.replaceAll('@', '')),
    platforms: listed(draft.platforms.toLowerCase()),
    kinds: listed(draft.kinds.toLowerCase()),
    authors: listed(draft.authors)?.map((author) => author.replace(/^@/, '')),
    threads: listed(draft.threads),
    from: draft.from || undefined,
    to: draft.to || undefined,
    hasMedia: draft.media === 'any' ? undefined : draft.media === 'with',
  })
  const read = RuleSchema.safeParse({ id, order, when, name: draft.name, series: draft.series, reason: draft.reason })
  if (read.success) return read.data
  const [first] = read.error.issues
  return { problem: `${first?.path.join(' ') ?? ''}: ${first?.message ?? ''}` }
}

/** A rule's conditions in one line, in the words of the search. @returns `''` where it has none */
export function conditionWords({ when }: Rule): string {
  return [
    ...(when.accounts?.map((account) => `account:${account}`) ?? []),
    ...(when.platforms?.map((platform) => `platform:${platform}`) ?? []),
    ...(when.kinds?.map((kind) => `kind:${kind}`) ?? []),
    ...(when.authors?.map((author) => `author:${author}`) ?? []),
    ...(when.threads?.map((thread) => `thread:${thread}`) ?? []),
    when.words?.any?.map(quoted).join(' OR ') ?? '',
    when.words?.all?.map(quoted).join(' ') ?? '',
    when.from ? `from ${when.from}` : '',
    when.to ? `to ${when.to}` : '',
    when.hasMedia === undefined ? '' : when.hasMedia ? 'has:media' : '-has:media',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** Rules in a new order: the first is tried first. */
export function numbered(rules: readonly Rule[]): Rule[] {
  return rules.map((rule, place) => ({ ...rule, order: place + 1 }))
}

/** An id that no rule has. */
export function freeId(rules: readonly Rule[]): string {
  const taken = new Set(rules.map(({ id }) => id))
  let number = rules.length + 1
  while (taken.has(`rule-${number}`)) number += 1
  return `rule-${number}`
}

function quoted(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word
}

function joined(list: readonly string[] | undefined): string {
  return list?.join(', ') ?? ''
}

function listed(text: string): string[] | undefined {
  const parts = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 0 ? parts : undefined
}

function filled(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}
