// Rules that come by signed files: reading one, what it would change, applying it; and who may sign them.
import { type FormEvent, useState } from 'react'
import type { MovedDate } from '../../../shared/contract/calendar.ts'
import { lawApply, lawReadFile, lawSigners, type RulePreview } from '../../../shared/contract/law-file.ts'
import { useAction } from '../../client/action.ts'
import { ask, run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/rule-files.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { RulePreviewCard } from './rule-preview.tsx'
import { SignersPart } from './signers-part.tsx'

const t = translator(en)

interface Shown {
  readonly bytes: string
  readonly preview: RulePreview
}

/** The part. */
export function FilesPart() {
  const { data } = useQuery(lawSigners, {}, ['vault'])
  const [reading, setReading] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const [moved, setMoved] = useState<readonly MovedDate[] | null>(null)
  const onRead = (read: Shown) => {
    setReading(false)
    setMoved(null)
    setShown(read)
  }
  return (
    <>
      <p className="soft">{t('about')}</p>
      {moved && <Notice tone="good">{t('applied', { count: moved.length })}</Notice>}
      {shown === null ? (
        <div>
          <Button icon="file" look="strong" onPress={() => setReading(true)}>
            {t('read')}
          </Button>
        </div>
      ) : (
        <RuleFile
          shown={shown}
          onAside={() => setShown(null)}
          onApplied={(dates) => {
            setShown(null)
            setMoved(dates)
          }}
        />
      )}
      <Dialog title={t('readTitle')} open={reading} onClose={() => setReading(false)}>
        <ReadForm onRead={onRead} onClose={() => setReading(false)} />
      </Dialog>
      {data && <SignersPart {...data} />}
    </>
  )
}

function ReadForm({ onRead, onClose }: { readonly onRead: (shown: Shown) => void; readonly onClose: () => void }) {
  const [file, setFile] = useState<ChosenFile | null>(null)
  const action = useAction(async (bytes: string) => {
    onRead({ bytes, preview: await ask(lawReadFile, { file: bytes }) })
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (file !== null) void action.go(file.bytes)
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('readAbout')}</p>
      <FileField label={t('file')} choose={t('choose')} value={file} onChange={setFile} />
      <FormEnd action={action} cancel={t('cancel')} onCancel={onClose} disabled={file === null}>
        {t('readDo')}
      </FormEnd>
    </form>
  )
}

interface FileProps {
  readonly shown: Shown
  readonly onAside: () => void
  readonly onApplied: (moved: readonly MovedDate[]) => void
}

function RuleFile({ shown: { bytes, preview }, onAside, onApplied }: FileProps) {
  const [applying, setApplying] = useState(false)
  const action = useAction(async (statement: string) => {
    onApplied((await run(lawApply, { file: bytes, statement })).moved)
  })
  return (
    <>
      <RulePreviewCard preview={preview} />
      <div className="form-actions">
        <Button look="quiet" onPress={onAside}>
          {t('putAside')}
        </Button>
        <Button look="strong" onPress={() => setApplying(true)}>
          {t('apply')}
        </Button>
      </div>
      <Dialog title={t('applyTitle')} open={applying} onClose={() => setApplying(false)}>
        <ReasonForm
          about={t('applyAbout')}
          act={t('applyDo')}
          label={t('statement')}
          lines={3}
          action={action}
          cancel={t('cancel')}
          onCancel={() => setApplying(false)}
          onReason={(statement) => void action.go(statement)}
        />
      </Dialog>
    </>
  )
}
