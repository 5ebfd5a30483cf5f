// What a schedule file does not say of itself: who adopted it, when, and when the fiscal year ends.
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { Section } from '../../ui/page.tsx'
import type { ShownSchedule } from './shown.ts'

const t = translator(en)

export interface Authority {
  readonly name: string
  readonly resolution: string
  readonly adoptedOn: string
  readonly effectiveFrom: string
  readonly fiscalYearEnd: string
  /** The resolution itself. */
  readonly authority: ChosenFile | null
}

/** The authority of a new schedule, with what the last one has in common with it. */
export function authorityOf(current: ShownSchedule | null): Authority {
  const { name = '', fiscalYearEnd = '06-30' } = current?.schedule ?? {}
  return { name, resolution: '', adoptedOn: '', effectiveFrom: '', fiscalYearEnd, authority: null }
}

interface Props {
  readonly value: Authority
  readonly onChange: (value: Authority) => void
}

/** The fields. */
export function AuthorityFields({ value, onChange }: Props) {
  const set = (part: Partial<Authority>) => onChange({ ...value, ...part })
  return (
    <Section title={t('facts')}>
      <div className="form wide">
        <div className="form-row">
          <Field
            label={t('name')}
            value={value.name}
            onChange={(name) => set({ name })}
            hint={t('nameHint')}
            required
          />
          <Field
            label={t('resolution')}
            value={value.resolution}
            onChange={(resolution) => set({ resolution })}
            hint={t('resolutionHint')}
            required
          />
        </div>
        <div className="form-row">
          <Field
            type="date"
            label={t('adopted')}
            value={value.adoptedOn}
            onChange={(adoptedOn) =>
              set({
                adoptedOn,
                effectiveFrom: value.effectiveFrom === value.adoptedOn ? adoptedOn : value.effectiveFrom,
              })
            }
            required
          />
          <Field
            type="date"
            label={t('effective')}
            value={value.effectiveFrom}
            onChange={(effectiveFrom) => set({ effectiveFrom })}
            required
          />
          <Field
            label={t('fiscalYearEnd')}
            value={value.fiscalYearEnd}
            onChange={(fiscalYearEnd) => set({ fiscalYearEnd })}
            required
          />
        </div>
        <FileField
          label={t('resolutionPaper')}
          choose={t('chooseFile')}
          value={value.authority}
          onChange={(authority) => set({ authority })}
        />
      </div>
    </Section>
  )
}
