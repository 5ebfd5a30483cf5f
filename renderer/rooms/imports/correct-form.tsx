// Putting an import right: what is done, why, and to which account.
import { type FormEvent, useState } from 'react'
import {
  intakeBringBack,
  intakeMove,
  intakeReparse,
  intakeSetAside,
  intakeWithdraw,
} from '../../../shared/contract/correction.ts'
import { AccountId, type JobId } from '../../../shared/domain/id.ts'
import type { Accession } from '../../../shared/domain/intake/accession.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/corrections.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { translator } from '../../locale/t.ts'
import { SecondPerson } from '../../record/second-person.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

export type Act = 'readAgain' | 'move' | 'setAside' | 'bringBack' | 'withdraw'

interface Props {
  readonly accession: Accession
  readonly act: Act
  readonly onDone: () => void
  /** Told of the job that does it, where it is long work. */
  readonly onJob: (job: JobId) => void
}

/** The form. */
export function CorrectForm({ accession, act, onDone, onJob }: Props) {
  const { accounts } = useVault()
  const [reason, setReason] = useState('')
  const [to, setTo] = useState<string | null>(null)
  const [second, setSecond] = useState<string | null>(null)
  const doing = useAction(async () => {
    const it = { accession: accession.id, reason }
    if (act === 'setAside') await run(intakeSetAside, it)
    else if (act === 'bringBack') await run(intakeBringBack, it)
    else if (act === 'readAgain') onJob(await start(intakeReparse, it))
    else if (act === 'withdraw') onJob(await start(intakeWithdraw, it))
    else onJob(await start(intakeMove, { accessions: [accession.id], to: AccountId.parse(Number(to)), reason, second }))
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void doing.go()
  }
  const others = [...accounts.values()].filter(({ id }) => id !== accession.account)
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t(`${act}About`)}</p>
      {act === 'move' && (
        <SearchPicker
          label={t('moveTo')}
          value={to}
          onChange={setTo}
          choices={others.map(({ id, handle, platform, name }) => ({
            id: String(id),
            label: `@${handle}`,
            detail: [platformWord(platform), name].filter(Boolean).join(' · '),
          }))}
          required
        />
      )}
      <Field label={t('reason')} value={reason} onChange={setReason} hint={t('reasonHint')} lines={2} required />
      {act === 'move' && <SecondPerson value={second} onChange={setSecond} />}
      <RefusalNotice refusal={doing.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button
          look={act === 'withdraw' ? 'danger' : 'strong'}
          submit
          busy={doing.busy}
          disabled={reason.trim() === '' || (act === 'move' && to === null)}
        >
          {t(`${act}Do`)}
        </Button>
      </div>
    </form>
  )
}
