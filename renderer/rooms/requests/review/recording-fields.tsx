// The stretches of a recording that are taken out: how, from when to when, and of what is covered, where.
import { placeInRecording, RecordingEdit, secondsOf } from '../../../../shared/domain/review/recording-edit.ts'
import { en } from '../../../locale/en/recording.ts'
import { translator } from '../../../locale/t.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Picker } from '../../../ui/picker.tsx'

const t = translator(en)
const hows = ['cut', 'mute', 'cover'] as const
const sides = ['left', 'top', 'width', 'height'] as const

/** A stretch as it is written: places in time as `secondsOf` reads them, and hundredths of the picture. */
export interface DrawnEdit {
  readonly how: (typeof hows)[number]
  readonly from: string
  readonly to: string
  readonly box: Readonly<Record<(typeof sides)[number], string>>
}

export const newEdit: DrawnEdit = {
  how: 'mute',
  from: '',
  to: '',
  box: { left: '0', top: '0', width: '100', height: '100' },
}

/** What is written, checked; null where something is missing. */
export function editsOf(edits: readonly DrawnEdit[]): RecordingEdit[] | null {
  const parsed = edits.map(({ how, from, to, box }) => {
    const part = (side: (typeof sides)[number]) => Number(box[side] || 'no') / 100
    const drawn = { left: part('left'), top: part('top'), width: part('width'), height: part('height') }
    const times = { from: secondsOf(from), to: secondsOf(to) }
    return RecordingEdit.safeParse({ how, ...times, box: how === 'cover' ? drawn : null }).data
  })
  const settled = parsed.filter((one) => one !== undefined)
  return settled.length === parsed.length && settled.length > 0 ? settled : null
}

interface Props {
  readonly edits: readonly DrawnEdit[]
  readonly onChange: (edits: readonly DrawnEdit[]) => void
  /** Where the player stands, in seconds. */
  readonly playedTo: () => number
}

/** The fields. */
export function EditFields({ edits, onChange, playedTo }: Props) {
  const change = (place: number, part: Partial<DrawnEdit>) =>
    onChange(edits.map((one, at) => (at === place ? { ...one, ...part } : one)))
  return (
    <>
      {edits.map(({ how, from, to, box }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form have no other name than their place
        <fieldset key={place} className="legend stretch">
          <legend>{t('stretch', { number: place + 1 })}</legend>
          <div className="stretch-row">
            <Picker
              label={t('editHow')}
              value={how}
              onChange={(id) => change(place, { how: hows.find((one) => one === id) ?? how })}
              choices={hows.map((id) => ({ id, label: t(`edit.${id}`), detail: t(`editAbout.${id}`) }))}
            />
            <Field label={t('editFrom')} value={from} onChange={(next) => change(place, { from: next })} />
            <IconButton
              icon="play"
              label={t('editFromHere')}
              onPress={() => change(place, { from: placeInRecording(playedTo()) })}
            />
            <Field label={t('editTo')} value={to} onChange={(next) => change(place, { to: next })} />
            <IconButton
              icon="play"
              label={t('editToHere')}
              onPress={() => change(place, { to: placeInRecording(playedTo()) })}
            />
            {edits.length > 1 && (
              <IconButton icon="close" label={t('editOff')} onPress={() => onChange(edits.toSpliced(place, 1))} />
            )}
          </div>
          {how === 'cover' && (
            <div className="stretch-row">
              {sides.map((side) => (
                <Field
                  key={side}
                  label={t(`edit.${side}`)}
                  value={box[side]}
                  onChange={(next) => change(place, { box: { ...box, [side]: next } })}
                />
              ))}
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button icon="plus" onPress={() => onChange([...edits, newEdit])}>
          {t('editAdd')}
        </Button>
      </div>
    </>
  )
}
