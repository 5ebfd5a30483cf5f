// Executing a plan: the words are typed by hand, so that nothing is destroyed by a slip.
import { type FormEvent, useState } from 'react'
import { purgeExecute } from '../../../shared/contract/destruction.ts'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import { archivesOf } from '../../../shared/domain/disposition/custody.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { acting } from '../../client/acting.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { useStore } from '../../client/store.ts'
import { usePeopleHere } from '../../client/vault.ts'
import { en } from '../../locale/en/destruction.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly plan: PlanSummary
  readonly count: number
  /** Files of the office that go with the records. */
  readonly files: number
  readonly open: boolean
  /** Hears whether it was begun. */
  readonly onDone: (begun: boolean) => void
}

/** The dialog. */
export function ExecuteForm({ plan, count, files, open, onDone }: Props) {
  const title = t(plan.kind === 'custody' ? 'custodyTitle' : 'executeTitle', { count: formatCount(count) })
  return (
    <Dialog title={title} open={open} onClose={() => onDone(false)}>
      <Executing plan={plan} count={count} files={files} onDone={onDone} />
    </Dialog>
  )
}

function Executing({ plan, count, files, onDone }: Omit<Props, 'open'>) {
  const people = usePeopleHere()
  const actor = useStore(acting)
  const [typed, setTyped] = useState('')
  const [witness, setWitness] = useState<PersonId | null>(null)
  const custody = plan.kind === 'custody'
  const phrase = t(custody ? 'custodyPhrase' : 'phrase', { count: String(count) })
  const executing = useAction(async () => {
    await start(purgeExecute, { plan: plan.id, witness, to: { pdf: null, json: null } })
    onDone(true)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed === phrase) void executing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p>{custody ? t('custodyAbout', { archives: archivesOf(plan.custody) }) : t('executeAbout')}</p>
      {files > 0 && <p>{t('executeFiles', { count: formatCount(files) })}</p>}
      <SearchPicker
        label={t('witness')}
        value={witness}
        onChange={(id) => setWitness(id === null ? null : PersonId.parse(id))}
        hint={t('witnessHint')}
        choices={people
          .filter(({ id }) => id !== actor)
          .map(({ id, name, title }) => ({ id, label: name, detail: title }))}
      />
      <Field label={t('typeThis', { phrase })} value={typed} onChange={setTyped} required autoFocus />
      <FormEnd
        action={executing}
        cancel={t('cancel')}
        onCancel={() => onDone(false)}
        danger
        disabled={typed.trim() !== phrase}
      >
        {t(custody ? 'custodyDo' : 'executeDo')}
      </FormEnd>
    </form>
  )
}
