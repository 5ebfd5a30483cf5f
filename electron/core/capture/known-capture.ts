// Captures that an operation names: known, or refused in a sentence.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Capture, CaptureFacts } from '../../../shared/domain/capture/capture.ts'
import type { CaptureId } from '../../../shared/domain/id.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { findCapture } from '../vault/repository/capture/capture.ts'

/** @throws MunimentError CAPTURE_UNKNOWN */
export function knownCapture(db: Driver, id: CaptureId): { capture: Capture; facts: CaptureFacts | null } {
  const found = findCapture(db, id)
  if (found !== null) return found
  throw new MunimentError('CAPTURE_UNKNOWN', `There is no capture ${id} in this vault. Nothing was changed.`)
}
