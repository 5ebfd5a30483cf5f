// The pictures and files of a record with what is redacted in them shown through.

import type { MediaItem, RecordDetail } from '../../../../shared/domain/record/record.ts'
import type { KeyedRedaction } from '../../../../shared/domain/review/redact-record.ts'
import { redactedMark } from '../../../../shared/text/redact.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Gallery } from '../../../record/gallery.tsx'
import { filesOf } from './files-part.tsx'
import { MarkedPicture } from './marked-picture.tsx'

const t = translator(en)
type MediaRedaction = Extract<KeyedRedaction, { field: 'media' }>

interface Props {
  readonly record: RecordDetail
  readonly redactions: readonly KeyedRedaction[]
}

/** The files; a picture bears its boxes, and what goes whole is veiled. */
export function MarkedMedia({ record, redactions }: Props) {
  const own = redactions.filter((one) => one.field === 'media')
  const edited = redactions.filter((one) => one.field === 'edit')
  return (
    <div className="queue-media">
      {filesOf(record).map((item) => (
        <Marked
          key={item.digest ?? item.name}
          item={item}
          redactions={own.filter(({ digest }) => digest === item.digest)}
          edited={edited.filter(({ digest }) => digest === item.digest).map(({ key }) => key)}
        />
      ))}
    </div>
  )
}

interface MarkedProps {
  readonly item: MediaItem
  readonly redactions: readonly MediaRedaction[]
  /** The grounds on which what was made of it anew goes out in its place. */
  readonly edited: readonly number[]
}

function Marked({ item, redactions, edited }: MarkedProps) {
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
      {edited.length > 0 && (
        <p>
          {redactedMark(edited)} {t('fileEditedGoes')}
        </p>
      )}
      {whole.length > 0 && <p>{redactedMark(whole.map(({ key }) => key))}</p>}
    </div>
  )
}
