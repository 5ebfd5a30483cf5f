import { CapturedView, capturePages } from '../../../../shared/contract/replay.ts'
import { answer } from '../../vault/handler.ts'
import { accessionOfCapture } from '../replay/accession-of-capture.ts'
import { listedPages } from '../replay/listed-pages.ts'
import { indexOf } from '../replay/package-index.ts'
import { refuseHidden } from '../replay/refuse-hidden.ts'
import { viewAddress } from '../replay/view-address.ts'

export default answer(capturePages, async ({ db, folder }, { capture, opened }) => {
  const accession = accessionOfCapture(db, capture)
  refuseHidden(db, accession, opened)
  const index = await indexOf(db, folder, accession)
  if (index === null) return []
  return (await listedPages(index)).map(({ address, title, at }) => {
    const views = CapturedView.options.filter((view) => index.byAddress.has(viewAddress(view, address)))
    return { address, title, at, views }
  })
})
