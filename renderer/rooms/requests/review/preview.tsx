// The record as its packet will show it: made by the same function that makes the packet.

import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { type KeyedRedaction, redactRecord } from '../../../../shared/domain/review/redact-record.ts'
import type { ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Gallery } from '../../../record/gallery.tsx'
import { LinkList } from '../../../record/link-list.tsx'
import { RecordText } from '../../../record/record-text.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import { MarkedPicture } from './marked-picture.tsx'

const t = translator(en)

interface Props {
  readonly record: RecordDetail
  readonly decision: ReviewDecision | null
  readonly redactions: readonly KeyedRedaction[]
}

/** The preview. */
export function Preview({ record, decision, redactions }: Props) {
  const outcome = decision?.outcome ?? null
  if (outcome === 'withhold' || outcome === 'not-responsive')
    return (
      <section className="released" aria-labelledby="review-preview">
        <h3 id="review-preview">{t('previewTitle')}</h3>
        <p>{t(outcome === 'withhold' ? 'previewWithheld' : 'previewNot')}</p>
      </section>
    )
  // A picture with boxes is drawn with them; it is painted when the packet is made.
  const whole = redactions.filter((one) => one.field === 'media' && one.boxes.length === 0)
  const gone = new Set(whole.map((one) => one.field === 'media' && one.digest))
  const painted = redactions
    .filter((one) => one.field === 'media')
    .filter(({ digest, boxes }) => boxes.length > 0 && !gone.has(digest))
  const released = redactRecord(
    record,
    redactions.filter((one) => one.field !== 'media' || one.boxes.length === 0),
  )
  return (
    <section className="released" aria-labelledby="review-preview">
      <h3 id="review-preview">{t('previewTitle')}</h3>
      {outcome === null && <p className="soft">{t('previewOpen')}</p>}
      <p>
        <span className="soft">{t('previewAuthor')}: </span>
        <PlainText text={released.author} />
      </p>
      {released.versions.toReversed().map((version) => (
        <div key={version.number} className="record-part">
          {released.versions.length > 1 && <h4 className="soft">{t('earlierTitle', { number: version.number })}</h4>}
          <RecordText text={version.text} />
          {version.media.map((item, place) => {
            const boxes = painted.filter(({ digest }) => digest === item.digest)
            return boxes.length > 0 && item.digest !== null ? (
              <MarkedPicture
                key={item.digest}
                digest={item.digest}
                alt={item.alt ?? item.name}
                boxes={boxes.flatMap((one) => one.boxes.map((box) => ({ box, key: one.key })))}
                opaque
              />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the files of a version never move
              <Gallery key={place} media={[item]} />
            )
          })}
          <LinkList links={version.links} />
          {Object.keys(version.details).length > 0 && (
            <details>
              <summary>{t('previewDetails')}</summary>
              <pre className="source">{JSON.stringify(version.details, null, 1)}</pre>
            </details>
          )}
        </div>
      ))}
    </section>
  )
}
