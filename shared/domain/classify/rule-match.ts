// Applies classification rules to records: compiled once, then a few set look-ups and text searches a record.
import { TOKEN } from '../../text/tokens.ts'
import { handleKey } from '../account/handle.ts'
import type { RecordKind } from '../record/record.ts'
import type { LocalDate } from '../time.ts'
import type { Rule } from './rule.ts'

/** Folds text for comparing: `shared/text/fold.ts`, the same with which `foldedText` was made. */
export type Fold = (text: string) => string

/** A record as rules see it. `foldedText` went through the same fold; `on` is its local day, null where unknown. */
export interface RuleSubject {
  account: string
  platform: string
  kind: RecordKind
  author: string
  /** Whether it stands in the thread that goes by a number. */
  inThread: (thread: string) => boolean
  foldedText: string
  on: LocalDate | null
  hasMedia: boolean
}

/** A rule ready for use. */
export interface CompiledRule {
  rule: Rule
  matches: (prepared: PreparedSubject) => boolean
}

/** A record made ready once for all rules. */
interface PreparedSubject {
  subject: RuleSubject
  account: string
  platform: string
  author: string
  words: () => WordsOfText
}

/** A text's words: each for looking up, and all between single spaces for phrases. */
interface WordsOfText {
  each: ReadonlySet<string>
  line: string
}

/** Every rule that matches, lowest order first; `conflict`: two of them name different series. */
export interface Classification {
  matching: Rule[]
  winner: Rule | null
  conflict: boolean
}

/** Prepares rules, lowest order first (equal orders by id, so that the order of the file decides nothing). */
export function compileRules(rules: readonly Rule[], fold: Fold): CompiledRule[] {
  return rules
    .toSorted((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1))
    .map((rule) => compileRule(rule, fold))
}

/** Whether a rule matches a record. Words match whole words and phrases; a record without a day meets no condition on days. */
export function matchRule(compiled: CompiledRule, subject: RuleSubject): boolean {
  return compiled.matches(prepare(subject))
}

/** Applies all rules to a record. @param compiled as `compileRules` gives them */
export function classify(compiled: readonly CompiledRule[], subject: RuleSubject): Classification {
  const matching: Rule[] = []
  const prepared = prepare(subject)
  for (const one of compiled) {
    if (one.matches(prepared)) matching.push(one.rule)
  }
  const winner = matching[0] ?? null
  return { matching, winner, conflict: matching.some(({ series }) => series !== winner?.series) }
}

function compileRule(rule: Rule, fold: Fold): CompiledRule {
  const { when } = rule
  const accounts = when.accounts && new Set(when.accounts.map(handleKey))
  const platforms = when.platforms && new Set(when.platforms.map((name) => name.toLowerCase()))
  const kinds = when.kinds && new Set(when.kinds)
  const authors = when.authors && new Set(when.authors.map(handleKey))
  const any = when.words?.any?.map((word) => wantedWords(fold(word)))
  const all = when.words?.all?.map((word) => wantedWords(fold(word)))
  const { from, to, hasMedia, threads } = when
  const matches = ({ subject, account, platform, author, words }: PreparedSubject) =>
    (!kinds || kinds.has(subject.kind)) &&
    (!platforms || platforms.has(platform)) &&
    (!accounts || accounts.has(account)) &&
    (!authors || authors.has(author)) &&
    (hasMedia === undefined || hasMedia === subject.hasMedia) &&
    (!from || (subject.on !== null && subject.on >= from)) &&
    (!to || (subject.on !== null && subject.on <= to)) &&
    (!threads || threads.some(subject.inThread)) &&
    (!all || all.every((word) => hasWord(words(), word))) &&
    (!any || any.some((word) => hasWord(words(), word)))
  return { rule, matches }
}

function prepare(subject: RuleSubject): PreparedSubject {
  const { account, platform, author } = subject
  return {
    subject,
    account: handleKey(account),
    platform: platform.toLowerCase(),
    author: handleKey(author),
    words: wordsOnce(subject),
  }
}

// Made only when the first rule asks for words, once a record.
function wordsOnce({ foldedText }: RuleSubject): () => WordsOfText {
  let words: WordsOfText | undefined
  return () => {
    if (!words) {
      const tokens = tokensOf(foldedText)
      words = { each: new Set(tokens), line: spaced(tokens) }
    }
    return words
  }
}

interface WantedWords {
  first: string | undefined
  phrase: string | null
}

function wantedWords(folded: string): WantedWords {
  const tokens = tokensOf(folded)
  return { first: tokens[0], phrase: tokens.length > 1 ? spaced(tokens) : null }
}

function tokensOf(folded: string): string[] {
  return folded.toLowerCase().match(TOKEN) ?? []
}

function spaced(tokens: readonly string[]): string {
  return ` ${tokens.join(' ')} `
}

// What holds no word at all (a lone accent) is in no text.
function hasWord({ each, line }: WordsOfText, { first, phrase }: WantedWords): boolean {
  return first !== undefined && each.has(first) && (phrase === null || line.includes(phrase))
}
