// Answering for entries of a plan's lists: they concern nothing kept here, or a hold covers them.
import { type FormEvent, useState } from 'react'
import { purgeAnswer } from '../../../shared/contract/approval.ts'
import { holdList } from '../../../shared/contract/hold.ts'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import { entryName, type ListedRow } from '../../../shared/domain/disposition/listed.ts'
import { HoldId, PersonId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { usePeopleHere } from '../../client/vault.ts'
import { en } from '../../locale/en/listed.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly plan: PlanSummary
  /** Entries of one list. */
  readonly rows: readonly ListedRow[]
  readonly onDone: () => void
}

/** The dialog; open while there are entries. */
export function AnswerForm({ plan, rows, onDone }: Props) {
  const [row, other] = rows
  const title =
    row === undefined
      ? ''
      : other === undefined
        ? t('answerTitle', { entry: entryName(row) })
        : t('answerAllTitle', { count: formatCount(rows.length) })
  return (
    <Dialog title={title} open={row !== undefined} onClose={onDone}>
      {row && <Answering plan={plan} rows={rows} kind={row.kind} onDone={onDone} />}
    </Dialog>
  )
}

function Answering({ plan, rows, kind, onDone }: Props & Pick<ListedRow, 'kind'>) {
  const people = usePeopleHere()
  const { data: holds } = useQuery(holdList, {}, ['holds'])
  const [hold, setHold] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const answering = useAction(async (person: string) => {
    await run(purgeAnswer, {
      plan: plan.id,
      kind,
      entries: rows.map(({ key }) => key),
      hold: hold === null || hold === NOTHING ? null : HoldId.parse(Number(hold)),
      reason,
      second: PersonId.parse(person),
    })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (second !== null) void answering.go(second)
  }
  const claim = kind === 'claims'
  const standing = (holds ?? []).filter(({ hold: one, request }) => one.releasedAt === null && request === null)
  const incomplete = reason.trim() === '' || second === null || (claim && hold === null)
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t(claim ? 'claimAbout' : 'requestAbout')}</p>
      {claim && (
        <SearchPicker
          label={t('what')}
          choices={[
            { id: NOTHING, label: t('nothing') },
            ...standing.map(({ hold: one }) => ({ id: String(one.id), label: t('byHold', { label: one.label }) })),
          ]}
          value={hold}
          onChange={setHold}
          required
        />
      )}
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} required autoFocus={!claim} />
      <SearchPicker
        label={t('second')}
        hint={t(claim ? 'secondClaim' : 'secondRequest')}
        choices={people.map(({ id, name, title }) => ({ id, label: name, detail: title }))}
        value={second}
        onChange={setSecond}
        required
      />
      <FormEnd action={answering} cancel={t('cancel')} onCancel={onDone} disabled={incomplete}>
        {t(claim ? 'sayClaim' : 'sayRequest')}
      </FormEnd>
    </form>
  )
}

const NOTHING = 'nothing'
