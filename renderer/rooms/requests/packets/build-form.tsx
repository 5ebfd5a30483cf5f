// What a packet is to hold where it is not the usual: which records, a load file, no commitments.
import { useState } from 'react'
import type { Action } from '../../../client/action.ts'
import { en } from '../../../locale/en/requests.ts'
import { translator } from '../../../locale/t.ts'
import { Picker } from '../../../ui/picker.tsx'
import { AttorneyOnly } from './attorney-only.tsx'
import { PacketForm } from './form.tsx'

const t = translator(en)
const reaches = ['New', 'Instalment', 'Whole'] as const

/** What is asked of a packet. */
export interface AskedOfPacket {
  readonly concordance?: boolean
  readonly whole?: boolean
  readonly instalment?: boolean
  readonly commitments?: boolean
}

interface Props {
  readonly building: Action<[AskedOfPacket], void>
  readonly onCancel: () => void
}

/** The form. */
export function BuildForm({ building, onCancel }: Props) {
  const [reach, setReach] = useState<(typeof reaches)[number]>('New')
  const [concordance, setConcordance] = useState(false)
  const [bare, setBare] = useState(false)
  const asked = { concordance, instalment: reach === 'Instalment', whole: reach === 'Whole', commitments: !bare }
  return (
    <PacketForm verb={t('build')} doing={{ ...building, go: () => building.go(asked) }} onCancel={onCancel}>
      <Picker
        label={t('buildWhich')}
        value={reach}
        onChange={(id) => setReach(reaches.find((one) => one === id) ?? 'New')}
        choices={reaches.map((id) => ({ id, label: t(`build${id}`), detail: t(`build${id}About`) }))}
      />
      <label className="check">
        <input type="checkbox" checked={concordance} onChange={(event) => setConcordance(event.target.checked)} />
        {t('concordance')}
      </label>
      <label className="check">
        <input type="checkbox" checked={bare} onChange={(event) => setBare(event.target.checked)} />
        {t('bare')}
      </label>
      {bare && <p className="soft">{t('bareAbout')}</p>}
      {bare && <AttorneyOnly act={t('bareAct')} />}
    </PacketForm>
  )
}
