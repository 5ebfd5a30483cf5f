import { letterDraft } from '../../../../shared/contract/letter.ts'
import { apply } from '../../vault/handler.ts'
import { insertLetter, saveLetter } from '../../vault/repository/request/letter.ts'
import { openRequest, refused } from '../changing.ts'
import { letterIn } from '../letter/known-letter.ts'

export default apply(letterDraft, ['requests', 'ledger'], ({ db, now, actor, note }, { request, id, draft, seen }) => {
  const done = { at: now, by: actor.person }
  if (id === null) {
    openRequest(db, request)
    const made = insertLetter(db, request, draft, done)
    note({ request, letter: made, kind: draft.kind })
    return { id: made, savedAt: now }
  }
  const { letter, request: of } = letterIn(db, id, 'draft')
  if (of !== request || letter.kind !== draft.kind) {
    throw refused(`Letter ${id} is another letter than the one to be saved. Nothing was changed.`)
  }
  if (seen !== null && letter.savedAt > seen) {
    throw refused(
      `${letter.savedBy ?? 'Somebody'} saved letter ${id} meanwhile. Nothing was changed; open it again to go on from there.`,
    )
  }
  saveLetter(db, id, draft, done)
  note({ request, letter: id })
  return { id, savedAt: now }
})
