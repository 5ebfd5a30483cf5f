// The pictures and files of the record in hand: kept back whole, or with boxes.

import type { MediaItem, RecordDetail } from '../../../../shared/domain/record/record.ts'
import { sortOf } from '../../../../shared/domain/review/file-page.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import type { Asking } from './asking.ts'
import type { Stand } from './fetched.ts'

const t = translator(en)

interface Props {
  readonly record: RecordDetail
  readonly stand: Stand
  readonly onAsk: (asking: Asking) => void
  readonly onDraw: (digest: string) => void
  /** A document is to be looked through. */
  readonly onRead: (item: MediaItem) => void
  /** A recording is to be made anew. */
  readonly onEdit: (item: MediaItem) => void
}

/** The part; nothing where the record has no file. */
export function FilesPart({ record, ...rest }: Props) {
  const files = filesOf(record)
  if (files.length === 0) return null
  return (
    <section className="queue-part" aria-labelledby="review-files">
      <h2 id="review-files">{t('files')}</h2>
      <ul className="proposal-list">
        {files.map((item) => (
          <li key={item.digest ?? item.name}>
            {item.digest === null ? (
              <p className="soft">
                <PlainText text={t('fileAbsent', { name: item.name })} />
              </p>
            ) : (
              <FileLine item={item} digest={item.digest} {...rest} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LineProps extends Omit<Props, 'record'> {
  readonly item: MediaItem
  readonly digest: NonNullable<MediaItem['digest']>
}

function FileLine({ item, digest, stand, onAsk, onDraw, onRead, onEdit }: LineProps) {
  const words = t('fileWhole', { name: shortName(item.name) })
  const sort = sortOf(item)
  const exempt = sort === 'picture' ? {} : { allExempt: true as const }
  const isRead = stand.decision?.read?.some((one) => one.digest === digest) === true
  return (
    <>
      <PlainText text={shortName(item.name)} />
      <div className="form-actions start">
        {sort === 'document' && isRead && <span className="soft">{t('fileIsRead')}</span>}
        {sort === 'recording' && (
          <Button onPress={() => onEdit(item)}>
            {t('recordingEdit')}
            <span className="visually-hidden">{item.name}</span>
          </Button>
        )}
        {sort === 'document' && (
          <Button onPress={() => onRead(item)}>
            {t(isRead ? 'fileReadAgain' : 'fileRead')}
            <span className="visually-hidden">{item.name}</span>
          </Button>
        )}
        {item.role === 'photo' && sort === 'picture' && (
          <Button onPress={() => onDraw(digest)}>
            {t('fileDraw')}
            <span className="visually-hidden">{item.name}</span>
          </Button>
        )}
        <Button
          onPress={() =>
            onAsk({
              for: 'redact',
              words,
              make: (ground) => [{ field: 'media', digest, boxes: [], ...exempt, ground }],
            })
          }
        >
          {t(sort === 'picture' ? 'fileWithhold' : 'fileExempt')}
          <span className="visually-hidden">{item.name}</span>
        </Button>
      </div>
    </>
  )
}

/** Every file of every version, each once. */
export function filesOf(record: RecordDetail): MediaItem[] {
  const all = record.versions.toReversed().flatMap(({ media }) => media)
  return [...new Map(all.map((item) => [item.digest ?? item.name, item])).values()]
}

/** The name of a file without its folders. */
export function shortName(name: string): string {
  return name.replace(/^.*[/\\]/, '')
}
