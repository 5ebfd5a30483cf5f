// What a letter says that helps: which systems hold what, narrower requests with what each would find, and what was done so far (Gov. Code 7922.600).
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'

/** The blocks of it. */
export function assistanceBlocks(draft: LetterDraft, facts: LetterFacts): Block[] {
  const { narrowings, parts } = facts
  const whole = narrowings.at(-1)?.whole ?? null
  return [
    paragraph(
      'The City is to help you to make a request that reaches what you look for: to identify records, to describe the technology and the place in which they are, and to suggest how to overcome what stands in the way of providing them (Gov. Code 7922.600).',
    ),
    ...wordsOf(draft.facts),
    paragraph('The City’s records of this kind are kept here:'),
    list([
      ...facts.systems(),
      ...parts.map(({ title, system, holder }) => [title, system, holder].filter((one) => one !== '').join(', ')),
    ]),
    ...(narrowings.length === 0
      ? []
      : [
          paragraph(
            `${whole === null ? 'As it stands, your request reaches many records.' : `As it stands, your request reaches ${amount(whole, 'record')}.`} These would be narrower, and answered sooner:`,
          ),
          list(narrowings.map(({ words, found }) => `${words} (${grouped(found)})`)),
          paragraph('Tell us which of these you prefer, or others. You need not say why you ask.'),
        ]),
    ...helped(facts),
  ]
}

/** The log of what was done to help, as a paragraph; nothing where nothing was entered. */
function helped({ helped: messages, narrowings, zone }: LetterFacts): Block[] {
  const told = [
    ...messages.map(({ on, direction, about }) => ({
      on,
      words: `on ${readableDay(on)} ${direction === 'out' ? 'it' : 'you'} ${WORDS[`${about} ${direction}`] ?? 'wrote'}`,
    })),
    ...narrowings.map(({ at }) => {
      const on = localDate(at, zone)
      return { on, words: `on ${readableDay(on)} it looked how much a narrower request would reach` }
    }),
  ].toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
  const each = [...new Set(told.map(({ words }) => words))]
  return each.length === 0 ? [] : [paragraph(`To help you, the City has done this: ${each.join('; ')}.`)]
}

const WORDS: Readonly<Record<string, string>> = {
  'clarification out': 'asked what you look for',
  'clarification in': 'answered what you look for',
  'assistance out': 'told you what it has and how to reach it',
  'assistance in': 'asked for help',
}
