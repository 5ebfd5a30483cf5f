import { z } from 'zod'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { recordCopies } from '../../../../shared/contract/record-copies.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { answer } from '../handler.ts'
import {
  copiesOf,
  copiesSince,
  countCopies,
  holdsAll,
  packetsHolding,
  recordKnown,
} from '../repository/disposition/copies.ts'

const MOST = 200
const Places = z.array(z.string())

export default answer(recordCopies, ({ db }, { id }) => {
  const known = recordKnown(db, id)
  if (known === null) throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${id}, and destroyed none.`)
  const { since, until, certificate, custody } = known
  const own = copiesOf(db, id)
  const places = new Set(own.map(({ place }) => place))
  const others = copiesSince(db, since, MOST).filter(
    ({ at, place }) => (until === null || at <= until) && !places.has(place),
  )
  const outside = [
    ...own.map((copy) => ({ ...copy, sure: true })),
    ...others.map((copy) => ({ ...copy, sure: holdsAll(copy.kind) && certificate === null })),
  ]
  return {
    destroyed: certificate,
    custody,
    packets: packetsHolding(db, id).map(({ kept, sentOn, posted, ...packet }) => ({
      ...packet,
      kept: kept === 1,
      sentOn: sentOn === null ? null : LocalDate.parse(sentOn),
      posted: Places.parse(JSON.parse(posted)),
    })),
    outside,
    more: Math.max(0, countCopies(db, since) - MOST),
  }
})
