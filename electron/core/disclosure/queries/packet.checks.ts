import { packetChecks } from '../../../../shared/contract/packet-set.ts'
import { ACCESS_CHECKS, POSTING_CHECKS, QUESTIONS } from '../../../../shared/domain/review/packet-set.ts'
import { answer } from '../../vault/handler.ts'
import { checksOf } from '../../vault/repository/packet/packet-set.ts'
import { subjectOf } from '../checks/answered.ts'
import { type Places, placesIn } from '../checks/places.ts'
import { knownRequest } from '../known-request.ts'
import { sealedProduction } from '../sealed.ts'

const NOWHERE: Places = { places: [], more: 0 }

export default answer(packetChecks, ({ db, signal }, { request: id, production }) => {
  const request = knownRequest(db, id)
  const answers = checksOf(db, id, subjectOf(db, id, production))
  const found = production === null ? null : placesIn(db, sealedProduction(db, production), request, signal)
  return (production === null ? ACCESS_CHECKS : POSTING_CHECKS).map((name) => {
    const { places, more } = found?.get(name) ?? NOWHERE
    const last = answers.get(name)
    const said = last === undefined ? null : { yes: last.yes, words: last.words, at: last.at, by: last.by }
    return { name, question: QUESTIONS[name], places: [...places], morePlaces: more, answer: said }
  })
})
