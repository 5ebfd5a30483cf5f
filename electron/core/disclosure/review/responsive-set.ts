// The records that answer a request now, in the order of its packet.
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import type { ReadContext } from '../../vault/handler.ts'
import { listAccessions } from '../../vault/repository/intake/accession.ts'
import { type Chosen, gathering } from '../freeze/order.ts'
import { responsive, searchOf } from '../responsive.ts'

/** @throws MunimentError INPUT_INVALID */
export async function responsiveSet(
  { db, folder, signal }: Pick<ReadContext, 'db' | 'folder' | 'signal'>,
  request: PublicRequest,
): Promise<Chosen[]> {
  const complete = listAccessions(db).filter(({ state }) => state === 'complete')
  const accessions = JSON.stringify(complete.map(({ id }) => id))
  const chosen = gathering()
  for await (const page of responsive(db, searchOf(db, folder, request), accessions, signal))
    for (const found of page) chosen.add(found)
  return chosen.ordered()
}
