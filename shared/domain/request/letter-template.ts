// The words from which letters of a kind are written: passages with slots in braces, in English, with reviewed translations where there are any.
import { z } from 'zod'
import { Statute } from '../law/statute.ts'
import type { LocalDate } from '../time.ts'
import { LetterKind, type LetterLanguage } from './letter.ts'

const Words = z.string().trim().min(1).max(4000)
const slot = Words.nullable().default(null)

/** A passage. A language whose slot is empty has no reviewed translation of it. */
export const Passage = z.strictObject({ en: Words, es: slot, zh: slot, vi: slot } satisfies Record<
  'en' | LetterLanguage,
  z.ZodType
>)
export type Passage = z.infer<typeof Passage>

/** One version of the words of a kind of letter; `every`: what stands on letters of any kind. Passages go by name. */
export const LetterTemplate = Statute.omit({ text: true }).extend({
  kind: z.enum(['every', ...LetterKind.options]),
  passages: z.record(z.string(), Passage),
})
export type LetterTemplate = z.infer<typeof LetterTemplate>

/** A language in which a passage can be. */
export type PassageLanguage = keyof Passage

/** The names of the slots in a passage, each once and in order of the alphabet. */
export function slotsIn(words: string): string[] {
  return [...new Set(Array.from(words.matchAll(/\{([a-z]+)\}/g), ([, name = '']) => name))].toSorted()
}

/**
 * What of a template does not fit, in a sentence; null where it fits: it has the passages of its kind and no others, each with the slots
 * that are filled there, in every language that it has.
 * @param model a template of the kind that fits
 */
export function misfit(
  { kind, passages }: Pick<LetterTemplate, 'kind' | 'passages'>,
  model: LetterTemplate,
): string | null {
  const of = `the words of the letter “${kind}”`
  const lost = Object.keys(model.passages).find((name) => passages[name] === undefined)
  if (lost !== undefined) return `${of} have no passage “${lost}”`
  for (const [name, passage] of Object.entries(passages)) {
    const like = model.passages[name]
    if (like === undefined) return `${of} have a passage “${name}” that no such letter uses`
    const wanted = slotsIn(like.en)
    for (const [language, words] of Object.entries(passage)) {
      if (words === null || slotsIn(words).join() === wanted.join()) continue
      const slots = wanted.length === 0 ? 'no slots' : wanted.map((one) => `{${one}}`).join(', ')
      return `the passage “${name}” (${language}) of ${of} must have ${slots}`
    }
  }
  return null
}

/** A passage with its slots filled. @throws where a slot has no value, which is a defect */
export function filled(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`nothing fills {${name}}`)
    return String(value)
  })
}

/** A day as a letter of a language writes it. The month stands in words, except in Chinese. */
export function dayIn(language: LetterLanguage, day: LocalDate): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  switch (language) {
    case 'es':
      return `${date} de ${MONTHS[month - 1] ?? ''} de ${year}`
    case 'zh':
      return `${year}年${month}月${date}日`
    case 'vi':
      return `ngày ${date} tháng ${month} năm ${year}`
  }
}

const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
