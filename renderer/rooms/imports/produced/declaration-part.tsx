// The declaration of a search: as a file, in words, or both.
import { FileTrigger } from 'react-aria-components'
import { useAction } from '../../../client/action.ts'
import { takeOne } from '../../../client/grants.ts'
import { en } from '../../../locale/en/produced.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { type Declared, type Draft, forms, type Problems } from './draft.ts'

const t = translator(en)

interface Props {
  readonly draft: Draft
  readonly problems: Problems
  readonly set: (part: Partial<Draft>) => void
}

/** The part. */
export function DeclarationPart({ draft, problems, set }: Props) {
  return (
    <fieldset className="entry-part">
      <legend>{t('declaration')}</legend>
      <Picker
        label={t('form')}
        value={draft.form}
        onChange={(id) => set({ form: forms.find((one) => one === id) ?? 'words' })}
        choices={forms.map((id) => ({ id, label: t(`form.${id}`) }))}
      />
      {draft.form !== 'words' && <PaperField draft={draft} problems={problems} set={set} />}
      {draft.form !== 'file' && <DeclaredWords draft={draft} problems={problems} set={set} />}
    </fieldset>
  )
}

function PaperField({ draft, problems, set }: Props) {
  const taking = useAction(async (file: File | undefined) => {
    const document = file === undefined ? null : await takeOne(file)
    if (document !== null) set({ document })
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own around one button
    <div className="field" role="group" aria-label={t('file')}>
      <div className="file-line">
        <FileTrigger onSelect={(list) => void taking.go(list?.[0])}>
          <Button icon="file" busy={taking.busy}>
            {t('choose')}
          </Button>
        </FileTrigger>
        {draft.document && <bdi>{draft.document.name}</bdi>}
      </div>
      <RefusalNotice refusal={taking.refusal} />
      {problems.document !== undefined && <p className="field-error">{problems.document}</p>}
    </div>
  )
}

function DeclaredWords({ draft, problems, set }: Props) {
  const field = (name: Declared) => ({
    label: t(name),
    value: draft[name],
    onChange: (text: string) => set({ [name]: text }),
    error: problems[name],
    required: true,
  })
  return (
    <>
      <div className="form-row">
        <Field {...field('searchedBy')} />
        <Field {...field('searchedOn')} type="date" />
      </div>
      <Field {...field('searchedWhere')} lines={2} />
      <Field {...field('soughtFor')} lines={2} />
      <Field {...field('terms')} lines={2} />
      <Field {...field('notProduced')} lines={2} hint={t('notProducedHint')} />
      <div className="form-row">
        <Field {...field('signedBy')} />
        <Field {...field('signedOn')} type="date" />
        <Field
          label={t('signedAt')}
          value={draft.signedAt}
          onChange={(signedAt) => set({ signedAt })}
          hint={t('signedAtHint')}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.underPenalty}
          onChange={(event) => set({ underPenalty: event.target.checked })}
        />
        <span>{t('underPenalty')}</span>
      </label>
    </>
  )
}
