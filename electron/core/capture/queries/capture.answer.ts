// Asked by the shell only, for a window that replays a capture.
import { z } from 'zod'
import { query } from '../../../../shared/contract/define.ts'
import { CaptureId } from '../../../../shared/domain/id.ts'
import { answer } from '../../vault/handler.ts'
import { accessionOfCapture } from '../replay/accession-of-capture.ts'
import { capturedAnswer } from '../replay/captured-answer.ts'
import { indexOf } from '../replay/package-index.ts'
import { refuseHidden } from '../replay/refuse-hidden.ts'

const captureAnswer = query('capture.answer', {
  summary: 'An answer as it was captured.',
  input: z.strictObject({
    capture: CaptureId,
    url: z.string(),
    method: z.string(),
    nth: z.int().nonnegative(),
    opened: z.boolean(),
  }),
  output: z.unknown(),
  errors: ['CAPTURE_UNKNOWN', 'RECORD_LOCKED', 'RECORD_RESTRICTED'],
})

export default answer(captureAnswer, async ({ db, folder }, { capture, opened, ...asked }) => {
  const accession = accessionOfCapture(db, capture)
  refuseHidden(db, accession, opened)
  const index = await indexOf(db, folder, accession)
  return index === null ? null : capturedAnswer(index, asked)
})
