// What a letter says that helps: which systems hold what, narrower requests with what each would find, and what was done so far (Gov. Code 7922.600).
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'

/** The blocks of it. */
export function assistanceBlocks(draft: LetterDraft, facts: LetterFacts): Block[] {
  const { narrowings, parts, say } = facts
  const whole = narrowings.at(-1)?.whole ?? null
  return [
    paragraph(say('assistance', 'helps')),
    ...wordsOf(draft.facts),
    paragraph(say('assistance', 'systems')),
    list([
      ...facts.systems(),
      ...parts.map(({ title, system, holder }) => [title, system, holder].filter((one) => one !== '').join(', ')),
    ]),
    ...(narrowings.length === 0
      ? []
      : [
          paragraph(
            whole === null
              ? say('assistance', 'reaches-many')
              : say('assistance', 'reaches', { records: amount(whole, 'record') }),
          ),
          list(narrowings.map(({ words, found }) => `${words} (${grouped(found)})`)),
          paragraph(say('assistance', 'prefer')),
        ]),
    ...helped(facts),
  ]
}

/** The log of what was done to help, as a paragraph; nothing where nothing was entered. */
function helped({ helped: messages, narrowings, zone, say, day }: LetterFacts): Block[] {
  const told = [
    ...messages.map(({ on, direction, about }) => ({
      on,
      words: `on ${day(on)} ${direction === 'out' ? 'it' : 'you'} ${WORDS[`${about} ${direction}`] ?? 'wrote'}`,
    })),
    ...narrowings.map(({ at }) => {
      const on = localDate(at, zone)
      return { on, words: `on ${day(on)} it looked how much a narrower request would reach` }
    }),
  ].toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
  const each = [...new Set(told.map(({ words }) => words))]
  return each.length === 0 ? [] : [paragraph(say('assistance', 'done', { deeds: each.join('; ') }))]
}

const WORDS: Readonly<Record<string, string>> = {
  'clarification out': 'asked what you look for',
  'clarification in': 'answered what you look for',
  'assistance out': 'told you what it has and how to reach it',
  'assistance in': 'asked for help',
}
