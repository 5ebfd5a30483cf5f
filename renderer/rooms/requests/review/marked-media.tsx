// The pictures and files of a record with what is redacted in them shown through.

import type { MediaItem, RecordDetail } from '../../../../shared/domain/record/record.ts'
import type { KeyedRedaction } from '../../../../shared/domain/review/redact-record.ts'
import { redactedMark } from '../../../../shared/text/redact.ts'
import { Gallery } from '../../../record/gallery.tsx'
import { filesOf } from './files-part.tsx'
import { MarkedPicture } from './marked-picture.tsx'

type MediaRedaction = Extract<KeyedRedaction, { field: 'media' }>

interface Props {
  readonly record: RecordDetail
  readonly redactions: readonly KeyedRedaction[]
}

/** The files; a picture bears its boxes, and what goes whole is veiled. */
export function MarkedMedia({ record, redactions }: Props) {
  const own = redactions.filter((one) => one.field === 'media')
  return (
    <div className="queue-media">
      {filesOf(record).map((item) => (
        <Marked
          key={item.digest ?? item.name}
          item={item}
          redactions={own.filter(({ digest }) => digest === item.digest)}
        />
      ))}
    </div>
  )
}

function Marked({ item, redactions }: { readonly item: MediaItem; readonly redactions: readonly MediaRedaction[] }) {
  const whole = redactions.filter(({ boxes }) => boxes.length === 0)
  if (item.role === 'photo' && item.digest !== null && redactions.length > 0)
    return (
      <MarkedPicture
        digest={item.digest}
        alt={item.alt ?? item.name}
        veiled={whole.length > 0}
        boxes={redactions.flatMap(({ boxes, key }) => boxes.map((box) => ({ box, key })))}
      />
    )
  return (
    <div className={whole.length > 0 ? 'veiled' : ''}>
      <Gallery media={[item]} />
      {whole.length > 0 && <p>{redactedMark(whole.map(({ key }) => key))}</p>}
    </div>
  )
}
