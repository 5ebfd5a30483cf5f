// What a letter says: the passages of the template that counts on its day, in a language, with their slots filled.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { isInForce } from '../../../../shared/domain/law/statute.ts'
import {
  dayIn,
  filled,
  type LetterTemplate,
  type PassageLanguage,
} from '../../../../shared/domain/request/letter-template.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { modelOf } from '../../../../shared/law/letters/templates.ts'
import type { PassageName, TemplateKind } from '../../../../shared/law/letters/words.ts'

type Values = Readonly<Record<string, string | number>>

/** How a letter words what it says. */
export interface Wording {
  /** A passage; in English where it is not translated. */
  say<Kind extends TemplateKind>(kind: Kind, passage: PassageName<Kind>, values?: Values): string
  /** A day. */
  day(on: LocalDate): string
}

/** The wording of a day in a language. @param templates those that count for the City, a later one after an earlier one */
export function wordingOn(templates: readonly LetterTemplate[], on: LocalDate, language: PassageLanguage): Wording {
  const inForce = new Map(templates.filter((one) => isInForce(one, on)).map((one) => [one.kind, one]))
  return {
    say(kind, passage, values = {}) {
      const words = (inForce.get(kind) ?? modelOf(kind)).passages[passage]
      if (words === undefined) throw new Error(`a letter ${kind} has no passage ${passage}`)
      return filled(words[language] ?? words.en, values)
    },
    day: (day) => (language === 'en' ? readableDay(day) : dayIn(language, day)),
  }
}

/** The languages in which the words of a kind are translated at least in part, so that a translation can begin from them. */
export function languagesOf<Language extends PassageLanguage>(
  templates: readonly LetterTemplate[],
  kind: TemplateKind,
  on: LocalDate,
  languages: readonly Language[],
): Language[] {
  const own = templates.findLast((one) => one.kind === kind && isInForce(one, on))
  const passages = Object.values(own?.passages ?? {})
  return languages.filter((language) => passages.some((passage) => passage[language] !== null))
}
