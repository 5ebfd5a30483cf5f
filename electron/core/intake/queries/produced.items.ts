// Lists the single items of an export; what has to be unpacked for it lies in staging until then.
import { type ExportItem, producedItems } from '../../../../shared/contract/produced.ts'
import { PlatformName } from '../../../../shared/domain/account/account.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { fold } from '../../../../shared/text/fold.ts'
import { tokens } from '../../../../shared/text/tokens.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import type { RecordDraft } from '../draft.ts'
import { grantedFiles, withScratch } from '../granted.ts'
import { refuseOtherKind } from '../practice.ts'
import { lookAt, refOf } from '../produced/items.ts'

/** Enough to tell an item from its neighbours. */
const EXCERPT = 400

export default answer(
  producedItems,
  async ({ db, folder, files, signal }, { sources, platform, words, from, to, limit }) => {
    const granted = grantedFiles(files, sources)
    await refuseOtherKind(db, granted)
    const { zone } = readVaultFile(folder)
    const wanted = tokens(words)

    const inPeriod = (at: number | null) => {
      if (from === null && to === null) return true
      if (at === null) return false
      const day = localDate(Instant.parse(at), zone)
      return (from === null || day >= from) && (to === null || day <= to)
    }
    const says = ({ text, author, conversation }: RecordDraft) => {
      if (wanted.length === 0) return true
      const folded = fold(`${text}\n${author}\n${conversation ?? ''}`).toLowerCase()
      return wanted.every((word) => folded.includes(word))
    }

    return withScratch(folder, 'items', (scratch) =>
      lookAt(granted, scratch, platform, signal, async (seen) => {
        const items: ExportItem[] = []
        let [total, found] = [0, 0]
        for await (const { file, item } of seen.items()) {
          if (item.outcome.type !== 'record') continue
          total += 1
          const { draft } = item.outcome
          if (!inPeriod(draft.at) || !says(draft)) continue
          found += 1
          if (items.length >= limit) continue
          items.push({
            ref: refOf(file, item),
            file: file.name,
            kind: draft.kind,
            at: draft.at === null ? null : Instant.parse(draft.at),
            precision: draft.precision,
            author: draft.author,
            conversation: draft.conversation,
            text: draft.text.slice(0, EXCERPT).toWellFormed(),
            media: draft.media.length,
          })
        }
        const { layout, ownerHandle, ownerNativeId } = seen.plan
        const named = PlatformName.parse(seen.platform.name)
        return { platform: named, layout, ownerHandle, ownerNativeId, total, found, failed: seen.failed(), items }
      }),
    )
  },
)
