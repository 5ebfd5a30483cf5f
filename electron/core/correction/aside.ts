// Setting an import aside and bringing it back: everyday searches follow, holds and requests do not.
import type { Correction } from '../../../shared/domain/intake/correction.ts'
import type { WriteContext } from '../vault/handler.ts'
import { accessionState, insertCorrection, isAside, putAside } from '../vault/repository/intake/correction.ts'
import { refused } from './why-not-one.ts'

/** @throws MunimentError CORRECTION_REFUSED where it is not complete, or stands so already */
export function turnAside(
  { db, now, actor, note }: WriteContext,
  { accession, reason }: { readonly accession: number; readonly reason: string },
  act: Extract<Correction['act'], 'set-aside' | 'brought-back'>,
): void {
  const aside = act === 'set-aside'
  if (accessionState(db, accession)?.state !== 'complete') {
    throw refused(`There is no complete import ${accession} in this vault. Nothing was changed.`)
  }
  if (isAside(db, accession) === aside) {
    throw refused(`Import ${accession} is ${aside ? 'set aside already' : 'not set aside'}. Nothing was changed.`)
  }
  putAside(db, accession, aside)
  insertCorrection(db, accession, { act, from: null, to: null, reason, at: now, by: actor.person })
  note({ accession, act })
}
