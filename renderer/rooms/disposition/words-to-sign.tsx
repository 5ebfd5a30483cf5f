// An approval by a key that is kept elsewhere: the exact words to sign, and the signature that is brought back.
import { purgeStatement } from '../../../shared/contract/approval.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/destruction.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'

const t = translator(en)

interface Props {
  /** The approval as it is asked for; null while something of it is missing. */
  readonly asked: (typeof purgeStatement.input)['_zod']['input'] | null
  readonly signature: string
  readonly onChange: (signature: string) => void
}

/** The words with the field. */
export function WordsToSign({ asked, signature, onChange }: Props) {
  const { data, refusal } = useQuery(purgeStatement, asked, [])
  return (
    <>
      <p className="soft">{t('elsewhereAbout')}</p>
      <RefusalNotice refusal={refusal} />
      <pre className="mono words-to-sign">{data?.statement ?? ''}</pre>
      <Field label={t('signature')} value={signature} onChange={onChange} required />
    </>
  )
}
