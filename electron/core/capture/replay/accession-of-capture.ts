// Owns naming what a capture was received as.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { CaptureId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { findCapture } from '../../vault/repository/capture/capture.ts'

/** @throws MunimentError CAPTURE_UNKNOWN where there is none, or nothing came of it */
export function accessionOfCapture(db: Driver, capture: CaptureId): number {
  const accession = findCapture(db, capture)?.capture.accession ?? null
  if (accession === null)
    throw new MunimentError('CAPTURE_UNKNOWN', `Nothing was kept of capture ${capture}, so there is nothing to show.`)
  return accession
}
