// A document page by page: drawn first, or attached as a PDF that was made outside; then looked through, boxed, and declared read.
import { useState } from 'react'
import { filePagesShow } from '../../../../shared/contract/file-pages.ts'
import type { Digest, RecordId } from '../../../../shared/domain/id.ts'
import { isOfficeDocument } from '../../../../shared/domain/office-document.ts'
import type { MediaItem } from '../../../../shared/domain/record/record.ts'
import type { AppliedGround } from '../../../../shared/domain/review/review.ts'
import type { Output } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import { Drawing } from './box-dialog.tsx'
import type { ReviewDesk } from './desk.ts'
import { reading, redacting } from './drafts.ts'
import type { Stand } from './fetched.ts'
import { shortName } from './files-part.tsx'
import { PagesForm } from './pages-form.tsx'
import './pages.css'

const t = translator(en)

interface Props {
  readonly desk: ReviewDesk
  readonly record: RecordId
  /** The document; null while none is looked through. */
  readonly item: MediaItem | null
  readonly stand: Stand
  readonly used: readonly AppliedGround[]
  readonly onClose: () => void
}

/** The dialog. */
export function PagesDialog({ item, ...rest }: Props) {
  const file = item?.digest ?? null
  const { data, refusal } = useQuery(filePagesShow, file && { file }, ['records', 'requests'], 500)
  return (
    <Dialog
      title={t('pagesTitle', { name: shortName(item?.name ?? '') })}
      open={file !== null}
      onClose={rest.onClose}
      wide
      closing={t('close')}
    >
      <RefusalNotice refusal={refusal} />
      {item && isOfficeDocument(item.name) && <Notice tone="warn">{t('pagesHidden')}</Notice>}
      {item && file !== null && data?.pages.length === 0 && <PagesForm file={file} name={item.name} />}
      {file !== null && data && data.pages.length > 0 && <Pages {...rest} file={file} pages={data.pages} />}
    </Dialog>
  )
}

interface PagesProps extends Omit<Props, 'item'> {
  readonly file: Digest
  readonly pages: Output<typeof filePagesShow>['pages']
}

function Pages({ desk, record, stand, used, file, pages, onClose }: PagesProps) {
  const [at, setAt] = useState(0)
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set([0]))
  const shown = pages[at]
  if (shown === undefined) return null
  const turn = (to: number) => {
    setAt(to)
    setSeen(new Set([...seen, to]))
  }
  const { page, picture, text } = shown
  const left = pages.length - seen.size
  const name = t('pageOf', { page, pages: pages.length })
  const already = (stand.decision?.redactions ?? []).flatMap((one) =>
    one.field === 'page' && one.digest === file && one.page === page ? one.boxes : [],
  )
  return (
    <>
      <p className="soft">{t('pagesAbout')}</p>
      <div className="form-actions start page-turn">
        <Button icon="left" onPress={() => turn(at - 1)} disabled={at === 0}>
          {t('pageBefore')}
        </Button>
        <span role="status">{name}</span>
        <Button onPress={() => turn(at + 1)} disabled={at === pages.length - 1}>
          {t('pageNext')}
        </Button>
        <Button
          look="strong"
          icon="check"
          disabled={left > 0}
          onPress={() => {
            const read = { digest: file, pages: pages.length }
            void desk.decide(record, (now) => reading(now.decision, read), false)
            onClose()
          }}
        >
          {t('pagesDone')}
        </Button>
        {left > 0 && <span className="soft">{t('pagesLeft', { count: left })}</span>}
      </div>
      <div className="page-drawing">
        <Drawing
          key={page}
          picture={picture}
          alt={name}
          already={already}
          used={used}
          onBoxes={(boxes, ground) => {
            const redactions = [{ field: 'page' as const, digest: file, page, boxes: [...boxes], ground }]
            void desk.decide(record, (now) => redacting(now.decision, redactions), false)
          }}
          onClose={onClose}
        />
      </div>
      <details>
        <summary>{t('pageWords')}</summary>
        <p className="record-text">{text === '' ? t('pageNoWords') : <PlainText text={text} />}</p>
      </details>
    </>
  )
}
