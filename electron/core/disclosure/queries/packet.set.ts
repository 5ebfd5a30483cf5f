import { packetSet } from '../../../../shared/contract/packet-set.ts'
import { answer } from '../../vault/handler.ts'
import { pagesOf, postingsOf, recallOf } from '../../vault/repository/packet/packet-set.ts'
import { openProduction } from '../packet/packet.ts'
import { pageNumber } from '../packet/pdf-number.ts'

export default answer(packetSet, ({ db }, { production: id }) => {
  const packet = openProduction(db, id)
  const pages = pagesOf(db, id)
  return {
    request: packet.production.request,
    firstPage: pageNumber(packet, 1),
    lastPage: pages === null ? null : pageNumber(packet, pages),
    postings: postingsOf(db, id),
    recall: recallOf(db, id),
  }
})
