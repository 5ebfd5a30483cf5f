import { captureShow } from '../../../../shared/contract/capture.ts'
import { answer } from '../../vault/handler.ts'
import { knownCapture } from '../known-capture.ts'

export default answer(captureShow, ({ db }, { capture }) => knownCapture(db, capture))
