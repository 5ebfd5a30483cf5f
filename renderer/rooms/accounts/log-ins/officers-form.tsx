// The two officers to whom log-ins are sealed: who they are, and the public key of each, which can be made on the spot.
import { type FormEvent, useState } from 'react'
import { loginNameOfficers } from '../../../../shared/contract/login.ts'
import { type LoginOfficer, Recipient } from '../../../../shared/domain/account/login.ts'
import { PersonId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { usePeopleHere } from '../../../client/vault.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { KeyMaker } from './key-maker.tsx'

const t = translator(en)

interface Officer {
  readonly person: string | null
  readonly recipient: string
}

const NOBODY: Officer = { person: null, recipient: '' }

interface Props {
  readonly officers: readonly LoginOfficer[]
  readonly onDone: () => void
}

/** The form. */
export function OfficersForm({ officers, onDone }: Props) {
  const [first, setFirst] = useState<Officer>(officers[0] ?? NOBODY)
  const [second, setSecond] = useState<Officer>(officers[1] ?? NOBODY)
  const said = [first, second].flatMap(({ person, recipient }) => {
    const key = Recipient.safeParse(recipient.trim())
    return person === null || !key.success ? [] : [{ person: PersonId.parse(person), recipient: key.data }]
  })
  const naming = useAction(async () => {
    await run(loginNameOfficers, { officers: said })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void naming.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('officersAbout')}</p>
      <OfficerFields title={t('officerFirst')} officer={first} onChange={setFirst} />
      <OfficerFields title={t('officerSecond')} officer={second} onChange={setSecond} />
      <FormEnd action={naming} cancel={t('cancel')} onCancel={onDone} disabled={said.length !== 2}>
        {t('officersDo')}
      </FormEnd>
    </form>
  )
}

interface FieldsProps {
  readonly title: string
  readonly officer: Officer
  readonly onChange: (officer: Officer) => void
}

function OfficerFields({ title, officer, onChange }: FieldsProps) {
  const [making, setMaking] = useState(false)
  const { person, recipient } = officer
  const wrong = recipient.trim() !== '' && !Recipient.safeParse(recipient.trim()).success
  const living = usePeopleHere()
  return (
    <fieldset className="form">
      <legend>{title}</legend>
      <Picker
        label={t('officerPerson')}
        value={person}
        onChange={(id) => onChange({ ...officer, person: id })}
        choices={living.map(({ id, name }) => ({ id, label: name }))}
        required
      />
      <Field
        label={t('officerKey')}
        hint={t('officerKeyHint')}
        value={recipient}
        onChange={(words) => onChange({ ...officer, recipient: words })}
        error={wrong ? t('officerKeyWrong') : undefined}
        required
      />
      {making ? (
        <KeyMaker
          name={`${person ?? 'officer'}.age-key`}
          onMade={(made) => {
            onChange({ ...officer, recipient: made })
            setMaking(false)
          }}
        />
      ) : (
        <div className="form-actions start">
          <Button onPress={() => setMaking(true)} disabled={person === null}>
            {t('keyHere')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
