// Before an import: what the files are and hold, what is new in them, what will be left out. Nothing is stored before the clerk says so.
import { useEffect, useState } from 'react'
import { type IntakePreview, intakePreview, type Recognition } from '../../../shared/contract/intake.ts'
import type { Granted } from '../../../shared/contract/message.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import type { AccountId, JobId } from '../../../shared/domain/id.ts'
import { type SavedMapping, TABLE_PLATFORM } from '../../../shared/domain/intake/mapping.ts'
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
import { MappingChoice } from './mapping-choice.tsx'
import { MappingWizard } from './mapping-wizard.tsx'
import { isOwner } from './owner.ts'
import { ProducedForm } from './produced/produced-form.tsx'
import { WhoseChoice } from './produced/whose-choice.tsx'
import { RecognitionCard } from './recognition-card.tsx'

const t = translator(en)

/** A table is of no platform: only a person can say what it holds. */
function isOfPlatform({ platform }: Recognition): boolean {
  return platform !== TABLE_PLATFORM
}

interface Props {
  readonly files: readonly Granted[]
  readonly onCancel: () => void
  readonly onStarted: (job: JobId) => void
}

/** Below this an import wants a person's word for the platform. */
const SURE_ENOUGH = 0.5

function sureOf(known: IntakePreview | undefined) {
  return known?.recognitions.find(({ confidence }) => confidence >= SURE_ENOUGH)
}

/** The preview. */
export function Preview({ files, onCancel, onStarted }: Props) {
  const { accounts } = useVault()
  const [overruled, setOverruled] = useState<string | null>(null)
  const [chosen, setChosen] = useState<AccountId | null>(null)
  const [known, setKnown] = useState<IntakePreview>()
  const [mapping, setMapping] = useState<SavedMapping | null>(null)
  const [saying, setSaying] = useState(false)
  const [said, sayWhose] = useState<boolean | null>(null)
  const sources = files.map((file) => file.grant)
  const best = mapping === null ? sureOf(known) : undefined
  const platform = mapping?.rules.platform ?? overruled ?? best?.platform ?? null
  const own = [...accounts.values()].find((account) => account.platform === platform && isOwner(account, best))
  const personal = mapping === null && (said ?? own?.personal !== undefined)
  // A personal account is never imported whole.
  const account = chosen ?? (own?.personal === undefined ? own?.id : undefined) ?? null
  const platformSaid = overruled === null ? null : PlatformName.parse(overruled)
  const asked = { sources, account, platform: mapping === null ? platformSaid : null, mapping: mapping?.name ?? null }
  const { data: fresh, refusal } = useQuery(intakePreview, asked, ['mappings'])
  useEffect(() => {
    if (fresh) setKnown(fresh)
  }, [fresh])
  // What is known stays on the screen while it is read again for another account or platform.
  const data = fresh ?? known
  const found = sureOf(data)
  const recognition =
    mapping === null ? data?.recognitions.find((one) => one.platform === (overruled ?? found?.platform)) : undefined
  const tables = data?.recognitions.some((one) => !isOfPlatform(one)) === true
  const sound = data !== undefined && data.refusals.length === 0
  if (saying) {
    return (
      <MappingWizard
        sources={sources}
        before={mapping}
        onSaved={(saved) => {
          setMapping(saved)
          setSaying(false)
        }}
        onBack={() => setSaying(false)}
      />
    )
  }
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
      {sound && !found && !tables && !data.export && (
        <Notice tone="warn" title={t('notRecognised')}>
          {t('notRecognisedAbout')}
        </Notice>
      )}
      {sound && (
        <MappingChoice
          wanted={tables && !found && overruled === null}
          mapping={mapping}
          onMapping={setMapping}
          onSay={() => setSaying(true)}
        />
      )}
      {data?.export && mapping === null && <WhoseChoice personal={personal} onPersonal={sayWhose} />}
      {data?.export && !personal && <Holdings shown={data.export} reading={!fresh} />}
      {data?.export && personal ? (
        <ProducedForm
          sources={sources}
          found={recognition}
          platform={platformSaid}
          onCancel={onCancel}
          onStarted={onStarted}
        />
      ) : sound ? (
        <ImportForm
          sources={sources}
          best={found}
          shown={data.export}
          platform={platform}
          mapping={mapping?.name ?? null}
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
