// Typing a schedule in, one line a series.
import { type FormEvent, useState } from 'react'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { emptySeries, isTyped, type TypedSeries, typedCsv } from './typed.ts'

const t = translator(en)
const FIELDS = ['code', 'title', 'retention', 'citations', 'department', 'notes'] as const

/** The form. @param onTyped told the table that was typed, as a text */
export function TypeForm({ onTyped }: { readonly onTyped: (csv: string) => void }) {
  const [lines, setLines] = useState<readonly TypedSeries[]>([emptySeries(0)])
  const change = (key: number, part: Partial<TypedSeries>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onTyped(typedCsv(lines))
  }
  return (
    <form className="form wide" onSubmit={submit}>
      <p className="soft">{t('typeAbout')}</p>
      {lines.map((line, place) => (
        <fieldset key={line.key} className="typed-series">
          <legend className="visually-hidden">{t('typedSeries', { number: place + 1 })}</legend>
          {FIELDS.map((field) => (
            <Field
              key={field}
              label={t(`typed.${field}`)}
              value={line[field]}
              onChange={(value) => change(line.key, { [field]: value })}
            />
          ))}
          <IconButton
            icon="close"
            label={t('dropSeries', { number: place + 1 })}
            onPress={() => setLines(lines.filter((other) => other.key !== line.key))}
          />
        </fieldset>
      ))}
      <div className="form-actions">
        <Button
          look="quiet"
          icon="plus"
          onPress={() => setLines([...lines, emptySeries(Math.max(-1, ...lines.map(({ key }) => key)) + 1)])}
        >
          {t('addSeries')}
        </Button>
        <Button submit disabled={!lines.some(isTyped)}>
          {t('readTyped')}
        </Button>
      </div>
    </form>
  )
}
