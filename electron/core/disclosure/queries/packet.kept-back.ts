import { packetKeptBack } from '../../../../shared/contract/packet.ts'
import { answer } from '../../vault/handler.ts'
import { fingerprintOf } from '../../vault/key/seal.ts'
import { countKeptBack, keptBackOf, openingsOf } from '../../vault/repository/packet/kept-back.ts'
import { FrozenDecision } from '../review/frozen.ts'
import { sealedProduction } from '../sealed.ts'

const MOST = 100

export default answer(packetKeptBack, ({ db }, { production, part }) => {
  const { document } = sealedProduction(db, production)
  const citations = new Map(document.review?.grounds.map(({ key, citation }) => [key, citation]))
  return {
    commitments: document.commitments,
    total: countKeptBack(db, production),
    items: keptBackOf(db, production, part, MOST).map(({ number, decision }) => {
      const { outcome, log } = FrozenDecision.parse(JSON.parse(decision))
      const told = log.map(({ key, describes }) => `${describes} (${citations.get(key) ?? '–'})`)
      return { number, withheld: outcome === 'withhold', keptBack: told }
    }),
    openings: openingsOf(db, production).map(({ fields, key, ...opening }) => ({
      ...opening,
      fields: [...fields],
      key: key === null ? null : fingerprintOf(key),
    })),
  }
})
