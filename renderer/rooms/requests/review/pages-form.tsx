// Before a document can be looked through: its pages are drawn, or a PDF that was made of it outside is attached.
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { filePagesAttach, filePagesMake } from '../../../../shared/contract/file-pages.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { useJob } from '../../../client/begun.ts'
import { takeOne } from '../../../client/grants.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

/** The form. */
export function PagesForm({ file, name }: { readonly file: Digest; readonly name: string }) {
  const [how, setHow] = useState('')
  const drawing = useJob(filePagesMake, async () => ({ file, name: name.slice(-1000) }))
  const attaching = useJob(filePagesAttach, async (pdf: File) => {
    const granted = await takeOne(pdf)
    return granted && { file, pdf: granted.grant, how }
  })
  return (
    <div className="form">
      <p>{t('pagesNone')}</p>
      <div>
        <Button look="strong" icon="file" onPress={() => drawing.go()} busy={drawing.busy}>
          {t('pagesDraw')}
        </Button>
      </div>
      <Field label={t('pagesHow')} hint={t('pagesHowHint')} value={how} onChange={setHow} />
      <div>
        <FileTrigger
          acceptedFileTypes={['application/pdf']}
          onSelect={(list) => {
            const pdf = list?.[0]
            if (pdf) attaching.go(pdf)
          }}
        >
          <Button icon="download" busy={attaching.busy} disabled={how.trim() === ''}>
            {t('pagesAttach')}
          </Button>
        </FileTrigger>
      </div>
      <RefusalNotice refusal={attaching.refusal ?? drawing.refusal} />
    </div>
  )
}
