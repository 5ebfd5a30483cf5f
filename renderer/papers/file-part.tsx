// The files attached to something: added by button, drop or paste; looked at, saved, taken back.
import { FileTrigger } from 'react-aria-components'
import type { Attachment } from '../../shared/domain/record/note.ts'
import { en } from '../locale/en/papers.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { FileLine } from './file-line.tsx'
import type { Attaching } from './use-attach.ts'

const t = translator(en)

interface Props {
  /** Undefined until they have come. */
  readonly attachments: readonly Attachment[] | undefined
  readonly attaching: Attaching
}

/** The part. */
export function FilePart({ attachments, attaching }: Props) {
  return (
    <div className="papers-part">
      <h3>{t('files')}</h3>
      <div className="papers-line">
        <FileTrigger allowsMultiple onSelect={(list) => attaching.attach([...(list ?? [])])}>
          <Button icon="plus" busy={attaching.busy}>
            {t('attach')}
          </Button>
        </FileTrigger>
        <span role="status" className="soft">
          {attaching.busy ? t('attaching') : t('attachHint')}
        </span>
      </div>
      <RefusalNotice refusal={attaching.refusal} />
      {attachments?.length === 0 && <p className="soft">{t('noFiles')}</p>}
      <ul className="papers-list">
        {attachments?.map((attachment) => (
          <li key={attachment.id}>
            <FileLine attachment={attachment} />
          </li>
        ))}
      </ul>
    </div>
  )
}
