import { z } from 'zod'
import { type CapturedPage, CapturedView, capturePages } from '../../../../shared/contract/replay.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { answer } from '../../vault/handler.ts'
import { accessionOfCapture } from '../replay/accession-of-capture.ts'
import { indexOf } from '../replay/package-index.ts'
import { refuseHidden } from '../replay/refuse-hidden.ts'
import { viewAddress } from '../replay/view-address.ts'

const Listed = z.object({ url: z.string(), ts: z.string(), title: z.string().default('') })

export default answer(capturePages, async ({ db, folder }, { capture, opened }) => {
  const accession = accessionOfCapture(db, capture)
  refuseHidden(db, accession, opened)
  const index = await indexOf(db, folder, accession)
  const lines = ((await index?.text('pages/pages.jsonl')) ?? '').split('\n').filter((line) => line !== '')
  return lines.flatMap((line): CapturedPage[] => {
    const page = Listed.safeParse(JSON.parse(line)).data
    if (page === undefined) return []
    const views = CapturedView.options.filter((view) => index?.byAddress.has(viewAddress(view, page.url)))
    return [{ address: page.url, title: page.title, at: Instant.parse(Date.parse(page.ts)), views }]
  })
})
