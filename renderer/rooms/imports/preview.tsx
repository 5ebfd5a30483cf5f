// Before an import: what the files are and hold, what is new in them, what will be left out. Nothing is stored before the clerk says so.
import { useEffect, useState } from 'react'
import { type IntakePreview, intakePreview } from '../../../shared/contract/intake.ts'
import type { Granted } from '../../../shared/contract/message.ts'
import { PlatformName } from '../../../shared/domain/account.ts'
import type { AccountId, JobId } from '../../../shared/domain/id.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/imports.ts'
import { formatBytes } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Holdings } from './holdings.tsx'
import { ImportForm } from './import-form.tsx'
import { isOwner } from './owner.ts'
import { ProducedForm } from './produced/produced-form.tsx'
import { WhoseChoice } from './produced/whose-choice.tsx'
import { RecognitionCard } from './recognition-card.tsx'

const t = translator(en)

interface Props {
  readonly files: readonly Granted[]
  readonly onCancel: () => void
  readonly onStarted: (job: JobId) => void
}

/** The preview. */
export function Preview({ files, onCancel, onStarted }: Props) {
  const { accounts } = useVault()
  const [overruled, setOverruled] = useState<string | null>(null)
  const [chosen, setChosen] = useState<AccountId | null>(null)
  const [known, setKnown] = useState<IntakePreview>()
  const [said, sayWhose] = useState<boolean | null>(null)
  const sources = files.map((file) => file.grant)
  const best = known?.recognitions[0]
  const platform = overruled ?? best?.platform ?? null
  const own = [...accounts.values()].find((account) => account.platform === platform && isOwner(account, best))
  const personal = said ?? own?.personal !== undefined
  // A personal account is never imported whole.
  const account = chosen ?? (own?.personal === undefined ? own?.id : undefined) ?? null
  const platformSaid = overruled === null ? null : PlatformName.parse(overruled)
  const { data: fresh, refusal } = useQuery(intakePreview, { sources, account, platform: platformSaid }, [])
  useEffect(() => {
    if (fresh) setKnown(fresh)
  }, [fresh])
  // What is known stays on the screen while it is read again for another account or platform.
  const data = fresh ?? known
  const found = data?.recognitions[0]
  const recognition = data?.recognitions.find((one) => one.platform === (overruled ?? found?.platform))
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
      {recognition && <RecognitionCard recognition={recognition} />}
      {data && !found && data.refusals.length === 0 && !data.export && (
        <Notice tone="warn" title={t('notRecognised')}>
          {t('notRecognisedAbout')}
        </Notice>
      )}
      {data?.export && <WhoseChoice personal={personal} onPersonal={sayWhose} />}
      {data?.export && !personal && <Holdings shown={data.export} reading={!fresh} />}
      {data?.export && personal ? (
        <ProducedForm
          sources={sources}
          found={recognition}
          platform={platformSaid}
          onCancel={onCancel}
          onStarted={onStarted}
        />
      ) : data && data.refusals.length === 0 ? (
        <ImportForm
          sources={sources}
          best={found}
          shown={data.export}
          platform={platform}
          overruled={overruled}
          account={account}
          onPlatform={setOverruled}
          onAccount={setChosen}
          onCancel={onCancel}
          onStarted={onStarted}
        />
      ) : (
        <div>
          <Button onPress={onCancel}>{t('cancel')}</Button>
        </div>
      )}
    </Section>
  )
}
