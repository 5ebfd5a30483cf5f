// The ground on which something is kept back: one used before, or an exemption of the catalogue with what it asks for.
import { type FormEvent, useState } from 'react'
import { isInForce } from '../../../../shared/domain/law/statute.ts'
import { type AppliedGround, lacking } from '../../../../shared/domain/review/review.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { useNow } from '../../../client/now.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SearchPicker } from '../../../ui/picker.tsx'
import { ExemptionCard } from './exemption-card.tsx'
import { OrdinanceField, ordinanceLacks } from './ordinance-field.tsx'
import { useBook } from './use-book.ts'

const t = translator(en)
const OFFERED = 5
const blank: AppliedGround = { exemption: '', law: '', harm: '', describes: '' }

interface Props {
  readonly action: string
  /** Grounds of this review, the one used last first. */
  readonly used: readonly AppliedGround[]
  readonly disabled?: boolean
  readonly onGround: (ground: AppliedGround) => void
  readonly onClose: () => void
}

/** The form. */
export function GroundForm({ action, used, disabled, onGround, onClose }: Props) {
  const [ground, setGround] = useState(blank)
  const [problem, setProblem] = useState<string | null>(null)
  const set = (part: Partial<AppliedGround>) => {
    setProblem(null)
    setGround({ ...ground, ...part })
  }
  const today = localDate(useNow(), useVault().summary.zone)
  const { catalogue, exemptions } = useBook()
  const exemption = catalogue(ground.exemption)
  const asks = exemptions.find(({ id }) => id === ground.exemption)?.asksRelease === true
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = {
      exemption: ground.exemption,
      law: exemption?.asks.includes('second-law') ? ground.law.trim() : '',
      harm: exemption?.asks.includes('public-interest') ? ground.harm.trim() : '',
      describes: ground.describes.trim(),
      ...(asks && ground.ordinance !== undefined ? { ordinance: ground.ordinance } : {}),
    }
    const lack =
      exemption === undefined
        ? t('exemptionMissing')
        : (ordinanceLacks(said.ordinance) ?? lacking(said, catalogue, today))
    const wrong = lack ?? (said.describes === '' ? t('describesMissing') : null)
    setProblem(wrong)
    if (wrong === null) onGround(said)
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      {used.length > 0 && (
        <fieldset className="used-grounds">
          <legend className="field-label">{t('used')}</legend>
          <ul>
            {used.slice(0, OFFERED).map((one) => (
              <li key={JSON.stringify(one)}>
                <UsedGround ground={one} onUse={() => setGround(one)} />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <SearchPicker
        label={t('exemption')}
        hint={t('exemptionHint')}
        choices={exemptions
          .filter((one) => isInForce(one, today))
          .map(({ id, citation, title }) => ({ id, label: `${citation} ${title}` }))}
        value={ground.exemption === '' ? null : ground.exemption}
        onChange={(id) => set({ exemption: id })}
      />
      {exemption && <ExemptionCard exemption={exemption} />}
      {exemption?.asks.includes('second-law') && (
        <Field label={t('law')} hint={t('lawHint')} value={ground.law} onChange={(law) => set({ law })} required />
      )}
      {exemption?.asks.includes('public-interest') && (
        <Field label={t('harm')} value={ground.harm} onChange={(harm) => set({ harm })} lines={3} required />
      )}
      {asks && (
        <OrdinanceField
          answer={ground.ordinance}
          onAnswer={(ordinance) => {
            setProblem(null)
            const { ordinance: _, ...rest } = ground
            setGround(ordinance === undefined ? rest : { ...rest, ordinance })
          }}
        />
      )}
      <Field
        label={t('describes')}
        hint={t('describesHint')}
        value={ground.describes}
        onChange={(describes) => set({ describes })}
        required
      />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <div className="form-actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit disabled={disabled === true}>
          {action}
        </Button>
      </div>
    </form>
  )
}

function UsedGround({ ground, onUse }: { readonly ground: AppliedGround; readonly onUse: () => void }) {
  const citation = useBook().catalogue(ground.exemption)?.citation ?? ground.exemption
  const { describes } = ground
  return (
    <button type="button" className="used-ground" onClick={onUse} aria-label={t('useName', { citation, describes })}>
      <strong>{[citation, ground.law].filter((one) => one !== '').join(' · ')}</strong>
      <span className="soft">
        <bdi>{describes}</bdi>
      </span>
    </button>
  )
}
