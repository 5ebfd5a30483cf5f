// The custodian's declaration: who declares, and what for.
import { useState } from 'react'
import { CertificateForm as Form, packetCertificate } from '../../../../shared/contract/packet-set.ts'
import { type JobId, PersonId } from '../../../../shared/domain/id.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { usePeopleHere } from '../../../client/vault.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { Picker } from '../../../ui/picker.tsx'
import { PacketForm } from './form.tsx'
import { JobWords } from './job-words.tsx'

const t = translator(en)

/** The form. */
export function CertificateForm(props: { readonly production: Production; readonly onDone: () => void }) {
  const { production, onDone } = props
  const offered = usePeopleHere()
  const [declarant, setDeclarant] = useState<string | null>(null)
  const [forms, setForms] = useState<readonly Form[]>(['1530'])
  const [job, setJob] = useState<JobId | null>(null)
  const writing = useAction(async () => {
    const target = await chooseTarget(`certificate-${production.request}-${production.id}.pdf`)
    if (!target) return
    const ask = { production: production.id, declarant: PersonId.parse(declarant), forms: [...forms] }
    setJob(await start(packetCertificate, { ...ask, to: target.grant }))
  })
  const choose = (form: Form, chosen: boolean) =>
    setForms(Form.options.filter((one) => (one === form ? chosen : forms.includes(one))))
  return (
    <PacketForm
      about={t('certificateAbout')}
      verb={t('write')}
      doing={writing}
      onCancel={onDone}
      begun={job !== null}
      disabled={declarant === null || forms.length === 0}
    >
      <Picker
        label={t('declarant')}
        placeholder={t('choose')}
        value={declarant}
        onChange={setDeclarant}
        choices={offered.map(({ id, name, title }) => ({ id, label: name, detail: title }))}
      />
      <fieldset className="legend">
        <legend>{t('forms')}</legend>
        {Form.options.map((form) => (
          <label key={form} className="check">
            <input
              type="checkbox"
              checked={forms.includes(form)}
              onChange={(event) => choose(form, event.target.checked)}
            />
            {t(`form.${form}`)}
          </label>
        ))}
      </fieldset>
      <JobWords job={job} />
    </PacketForm>
  )
}
