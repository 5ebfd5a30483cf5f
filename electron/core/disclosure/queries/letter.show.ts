import type { LawEntry } from '../../../../shared/contract/law.ts'
import { letterShow } from '../../../../shared/contract/letter.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { letterText } from '../../../../shared/domain/request/letter.ts'
import { answer } from '../../vault/handler.ts'
import { isSure } from '../letter/facts.ts'
import { knownLetter } from '../letter/known-letter.ts'
import { doubtsOf, lacksOf } from '../letter/lacks.ts'
import { proposedTranslations, shownLetter } from '../letter/shown.ts'

export default answer(letterShow, ({ db, folder }, { id, signer }) => {
  const filed = knownLetter(db, id)
  const { letter, request } = filed
  const { words, translations, facts } = shownLetter(db, folder, filed, signer)
  const draft = letter.state === 'draft'
  const choice = (entry: LawEntry) => {
    const { id: rule, title, citation, text } = entry
    return { id: rule, title, citation, text, sure: isSure(entry) }
  }
  return {
    ...{ request, letter, words, translations: [...translations] },
    proposals: proposedTranslations(letter, words, facts),
    text: letterText(words, readableDay, translations),
    lacks: draft ? lacksOf(letter.draft, facts) : [],
    doubts: draft ? doubtsOf(letter.draft, facts) : [],
    grounds: (letter.kind === 'idr-advice' ? facts.grounds.idr : facts.grounds.cpra).map(choice),
    exemptions: facts.exemptions.map(choice),
  }
})
