// A review copy that somebody sent: opened here, commented on, signed, and answered. Nothing of it is kept.
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { reviewCopyOpen } from '../../../../shared/contract/review-copy.ts'
import { useAction } from '../../../client/action.ts'
import { ask } from '../../../client/call.ts'
import { takeOne } from '../../../client/grants.ts'
import { en } from '../../../locale/en/review-copy.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'
import { CopyReading, type OpenedCopy } from './copy-reading.tsx'
import './review-copy.css'

const t = translator(en)

/** Where it is opened; no request bears such a number. */
export const COPY_PLACE = '_copy'

/** The page. */
export function CopyPage() {
  const [opened, setOpened] = useState<OpenedCopy | null>(null)
  return (
    <Page
      title={opened === null ? t('title') : t('titleOf', { id: opened.content.request })}
      about={opened === null && t('openAbout')}
      actions={
        <a className="button quiet" href={address('requests')}>
          {t('back')}
        </a>
      }
    >
      {opened === null ? <OpenForm onOpen={setOpened} /> : <CopyReading opened={opened} />}
    </Page>
  )
}

function OpenForm({ onOpen }: { readonly onOpen: (opened: OpenedCopy) => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [key, setKey] = useState('')
  const opening = useAction(async () => {
    const granted = file === null ? null : await takeOne(file)
    if (granted !== null) onOpen(await ask(reviewCopyOpen, { file: granted.grant, key }))
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void opening.go()
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own around one button */}
      <div className="field" role="group" aria-label={t('file')}>
        <span className="field-label">{t('file')}</span>
        <div className="file-line">
          <FileTrigger onSelect={(list) => setFile(list?.[0] ?? null)}>
            <Button icon="file">{t('chooseFile')}</Button>
          </FileTrigger>
          {file && <bdi>{file.name}</bdi>}
        </div>
      </div>
      <Field label={t('key')} value={key} onChange={setKey} />
      <RefusalNotice refusal={opening.refusal} />
      <div>
        <Button look="strong" submit busy={opening.busy} disabled={file === null || key.trim() === ''}>
          {t('openIt')}
        </Button>
      </div>
    </form>
  )
}
