// What the codes of a schedule mean: one line a code, those that the file uses are there already.
import { RetentionUnit } from '../../../shared/domain/retention/expression.ts'
import { CutoffBasis } from '../../../shared/domain/schedule/legend.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Picker } from '../../ui/picker.tsx'
import { blankLine, type CodeLine, ownPeriod } from './draft.ts'

const t = translator(en)

interface Props {
  readonly lines: readonly CodeLine[]
  readonly onLines: (lines: readonly CodeLine[]) => void
}

/** The lines. */
export function LegendForm({ lines, onLines }: Props) {
  const change = (key: number, part: Partial<CodeLine>) =>
    onLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const add = () => {
    const key = Math.max(0, ...lines.map((line) => line.key)) + 1
    onLines([...lines, blankLine(key)])
  }
  return (
    <fieldset className="legend">
      <legend>{t('legend')}</legend>
      <p className="soft">{t('legendAbout')}</p>
      {lines.some(({ kept }) => kept) && <p className="soft">{t('legendKnown')}</p>}
      {lines.map((line) => (
        <div key={line.key} className="legend-line">
          <Field label={t('code')} value={line.code} onChange={(code) => change(line.key, { code })} />
          <Field label={t('meaning')} value={line.meaning} onChange={(meaning) => change(line.key, { meaning })} />
          <Picker
            label={t('basis')}
            value={line.basis}
            placeholder={t('choose')}
            onChange={(id) => change(line.key, { basis: CutoffBasis.parse(id) })}
            choices={CutoffBasis.options.map((id) => ({ id, label: t(`basis.${id}`) }))}
          />
          {line.basis === 'event' && (
            <Field label={t('trigger')} value={line.trigger} onChange={(trigger) => change(line.key, { trigger })} />
          )}
          <IconButton
            icon="close"
            label={t('dropCode', { code: line.code })}
            onPress={() => onLines(lines.filter((other) => other.key !== line.key))}
          />
          {line.basis !== null && line.basis !== 'none' && (
            <OwnPeriod line={line} onChange={(part) => change(line.key, part)} />
          )}
        </div>
      ))}
      <div>
        <Button look="quiet" icon="plus" onPress={add}>
          {t('addCode')}
        </Button>
      </div>
    </fieldset>
  )
}

/** How long a code keeps by itself: of most the schedule says that beside it. */
function OwnPeriod({
  line,
  onChange,
}: {
  readonly line: CodeLine
  readonly onChange: (part: Partial<CodeLine>) => void
}) {
  const wrong = ownPeriod(line) === undefined ? t('ownPeriodWrong') : undefined
  return (
    <div className="legend-period">
      <Field
        label={t('ownPeriod')}
        hint={t('ownPeriodHint')}
        error={wrong}
        value={line.amount}
        onChange={(amount) => onChange({ amount })}
      />
      <Picker
        label={t('ownUnit')}
        value={line.unit}
        onChange={(id) => onChange({ unit: RetentionUnit.parse(id) })}
        choices={RetentionUnit.options.map((id) => ({ id, label: t(`ownUnit.${id}`) }))}
      />
    </div>
  )
}
