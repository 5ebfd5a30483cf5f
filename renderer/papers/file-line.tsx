// One attached file: what it is, who attached it, and what may be done with it. Pictures are drawn; what another program reads is opened there after asking; all else is saved. Nothing runs here.
import { type FormEvent, useState } from 'react'
import { jobShow } from '../../shared/contract/job.ts'
import { attachmentSave, attachmentTakeBack } from '../../shared/contract/note.ts'
import type { JobId } from '../../shared/domain/id.ts'
import type { Attachment } from '../../shared/domain/record/note.ts'
import { useAction } from '../client/action.ts'
import { run, start } from '../client/call.ts'
import { chooseTarget } from '../client/grants.ts'
import { useQuery } from '../client/query.ts'
import { en } from '../locale/en/papers.ts'
import { formatBytes } from '../locale/number.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { OpenButton } from './open-button.tsx'
import { useSigned } from './signed.ts'

const t = translator(en)
/** What the window draws; any other picture is saved and looked at elsewhere. */
const DRAWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** The line. */
export function FileLine({ attachment }: { readonly attachment: Attachment }) {
  const signed = useSigned()
  const { name, mime, size, digest, takenBack } = attachment
  const [large, setLarge] = useState(false)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <p className={takenBack ? 'taken-back' : ''}>
        <Icon name="file" /> <bdi>{name}</bdi>{' '}
        <span className="soft">
          {typeWord(mime)}
          {size !== null && ` · ${formatBytes(size)}`} · {t('writtenBy', signed(attachment))}
        </span>
      </p>
      {takenBack && (
        <p className="soft">
          <bdi>{t('fileBack', { ...signed(takenBack), reason: takenBack.reason })}</bdi>
        </p>
      )}
      {digest === null ? (
        <p className="soft">{t('fileGone')}</p>
      ) : (
        <div className="papers-line">
          {DRAWN.includes(mime) && (
            <Button look="quiet" icon="image" onPress={() => setLarge(true)}>
              {t('look')}
              <span className="visually-hidden"> {t('lookOf', { name })}</span>
            </Button>
          )}
          <OpenButton attachment={attachment} />
          <SaveButton attachment={attachment} />
          {!takenBack && (
            <Button look="quiet" onPress={() => setAsking(true)}>
              {t('takeBack')}
              <span className="visually-hidden"> {t('fileBackOf', { name })}</span>
            </Button>
          )}
          <Dialog title={name} open={large} onClose={() => setLarge(false)} wide>
            <img className="media-large" src={`app://record/${digest}`} alt={name} />
            <div className="form-actions">
              <Button look="strong" onPress={() => setLarge(false)} autoFocus>
                {t('close')}
              </Button>
            </div>
          </Dialog>
          <Dialog title={t('fileBackTitle')} open={asking} onClose={() => setAsking(false)}>
            <BackForm id={attachment.id} onDone={() => setAsking(false)} />
          </Dialog>
        </div>
      )}
    </>
  )
}

function SaveButton({ attachment: { id, name } }: { readonly attachment: Attachment }) {
  const [job, setJob] = useState<JobId | null>(null)
  const { data } = useQuery(jobShow, job === null ? null : { id: job }, ['jobs'], 200)
  const saving = useAction(async () => {
    const target = await chooseTarget(name)
    if (target) setJob(await start(attachmentSave, { attachment: id, to: target.grant }))
  })
  return (
    <>
      <Button look="quiet" icon="download" busy={saving.busy} onPress={() => void saving.go()}>
        {t('save')}
        <span className="visually-hidden"> {t('saveOf', { name })}</span>
      </Button>
      <span role="status" className="soft">
        {data?.state === 'succeeded' && t('saved', { name })}
      </span>
      <RefusalNotice refusal={saving.refusal ?? data?.problem ?? null} />
    </>
  )
}

function BackForm({ id, onDone }: { readonly id: number; readonly onDone: () => void }) {
  const [reason, setReason] = useState('')
  const taking = useAction(async () => {
    await run(attachmentTakeBack, { attachment: id, reason })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void taking.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('fileBackAbout')}</p>
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} required />
      <RefusalNotice refusal={taking.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={taking.busy} disabled={reason.trim() === ''}>
          {t('fileBackDo')}
        </Button>
      </div>
    </form>
  )
}

function typeWord(mime: string): string {
  switch (mime) {
    case 'application/pdf':
    case 'message/rfc822':
    case 'application/vnd.ms-outlook':
    case 'text/plain':
    case 'application/zip':
      return t(`type.${mime}`)
  }
  const [family] = mime.split('/')
  return family === 'image' || family === 'video' || family === 'audio' ? t(`type.${family}`) : t('type.other')
}
