// The lines below the City's name on letters.
import { useState } from 'react'
import { letterHead, letterSetHead } from '../../../shared/contract/letter.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'

const t = translator(en)

/** The part. */
export function HeadPart() {
  const { data, refusal } = useQuery(letterHead, {}, ['vault'])
  return (
    <Section title={t('head')}>
      <p className="soft">{t('headAbout')}</p>
      <RefusalNotice refusal={refusal} />
      {data && <HeadForm key={data.lines.join('\n')} lines={data.lines} />}
    </Section>
  )
}

function HeadForm({ lines }: { readonly lines: readonly string[] }) {
  const [text, setText] = useState(lines.join('\n'))
  const next = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const saving = useAction(() => run(letterSetHead, { lines: next }))
  return (
    <div className="form">
      <Field label={t('headLines')} value={text} onChange={setText} hint={t('headHint')} lines={6} />
      <RefusalNotice refusal={saving.refusal} />
      <div className="form-actions start">
        <Button
          onPress={() => void saving.go()}
          busy={saving.busy}
          disabled={next.join() === lines.join() || next.length > 6}
        >
          {t('headSave')}
        </Button>
      </div>
    </div>
  )
}
