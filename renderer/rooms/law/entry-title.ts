// What a rule is called in the room: words of a letter by the kind of letter, as the list of letters calls it; any other rule by its title.
import type { LawEntry } from '../../../shared/contract/law.ts'
import { en } from '../../locale/en/letters.ts'
import { translator } from '../../locale/t.ts'

const t = translator(en)

/** The name; the words that stand on letters of every kind keep their title. */
export function titleOf({ letter, title }: Pick<LawEntry, 'letter' | 'title'>): string {
  return letter === null || letter === 'every' ? title : t(`kind.${letter}`)
}
