// Before an import: what the files are and how sure that is. Nothing is stored before the clerk says so.
import { intakeRecognise } from '../../../shared/contract/intake.ts'
import type { Granted } from '../../../shared/contract/message.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/imports.ts'
import { formatBytes } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { ImportForm } from './import-form.tsx'
import { RecognitionCard } from './recognition-card.tsx'

const t = translator(en)

interface Props {
  readonly files: readonly Granted[]
  readonly onCancel: () => void
  readonly onStarted: (job: JobId) => void
}

/** The preview. */
export function Preview({ files, onCancel, onStarted }: Props) {
  const sources = files.map((file) => file.grant)
  const { data, refusal } = useQuery(intakeRecognise, { sources }, [])
  const best = data?.recognitions[0]
  return (
    <Section title={t('stepRecognise')}>
      <p className="file-names">
        <bdi>{files.map((file) => file.name).join(', ')}</bdi>
        {data && <span className="soft"> · {formatBytes(data.bytes)}</span>}
      </p>
      <RefusalNotice refusal={refusal} />
      {!data && !refusal && <Waiting words={t('looking')} />}
      {data?.refusals.map((sentence) => (
        <Notice key={sentence} tone="bad">
          {sentence}
        </Notice>
      ))}
      {best && <RecognitionCard recognition={best} />}
      {data && !best && (
        <Notice tone="warn" title={t('notRecognised')}>
          {t('notRecognisedAbout')}
        </Notice>
      )}
      {data ? (
        <ImportForm sources={sources} best={best} onCancel={onCancel} onStarted={onStarted} />
      ) : (
        <div>
          <Button onPress={onCancel}>{t('cancel')}</Button>
        </div>
      )}
    </Section>
  )
}
