import { MunimentError } from '../../../../shared/contract/error.ts'
import { captureView } from '../../../../shared/contract/replay.ts'
import { answer } from '../../vault/handler.ts'
import { accessionOfCapture } from '../replay/accession-of-capture.ts'
import { capturedAnswer } from '../replay/captured-answer.ts'
import { indexOf } from '../replay/package-index.ts'
import { refuseHidden } from '../replay/refuse-hidden.ts'
import { viewAddress } from '../replay/view-address.ts'

export default answer(captureView, async ({ db, folder }, { capture, address, view, opened }) => {
  const accession = accessionOfCapture(db, capture)
  refuseHidden(db, accession, opened)
  const index = await indexOf(db, folder, accession)
  const asked = { url: viewAddress(view, address), method: 'GET', nth: 0 }
  const found = index === null ? null : await capturedAnswer(index, asked)
  if (found === null)
    throw new MunimentError(
      'CAPTURE_UNKNOWN',
      `Capture ${capture} holds no ${view} of ${address}; it may have been destroyed.`,
    )
  return { mime: found.headers[0]?.[1] ?? '', bytes: Buffer.from(found.body).toString('base64') }
})
