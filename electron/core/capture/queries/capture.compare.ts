import { captureCompare } from '../../../../shared/contract/capture.ts'
import { answer } from '../../vault/handler.ts'
import { compareCaptures } from '../compare.ts'
import { knownCapture } from '../known-capture.ts'

export default answer(captureCompare, ({ db }, { one, other }) =>
  compareCaptures(db, knownCapture(db, one).capture, knownCapture(db, other).capture),
)
