// The places and sizes of boxes as numbers, in parts of a hundred.
import { useState } from 'react'
import type { Box } from '../../../../shared/domain/review/review.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { fitted } from './boxes.ts'

const t = translator(en)
const sides = [
  { side: 'left', label: t('boxLeft') },
  { side: 'top', label: t('boxTop') },
  { side: 'width', label: t('boxWidth') },
  { side: 'height', label: t('boxHeight') },
] as const

interface Props {
  readonly boxes: readonly Box[]
  readonly onChange: (place: number, box: Box | null) => void
}

/** A line of fields for each box. */
export function BoxFields({ boxes, onChange }: Props) {
  return (
    <ul className="box-lines">
      {boxes.map((box, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a box keeps its place while it is changed, and the focus with it
        <li key={place} className="box-line">
          <span className="ground-key">{place + 1}</span>
          {sides.map(({ side, label }) => (
            <Share
              key={side}
              label={label}
              part={box[side]}
              onPart={(part) => onChange(place, fitted({ ...box, [side]: part }))}
            />
          ))}
          <IconButton
            icon="close"
            label={t('boxRemove', { number: place + 1 })}
            onPress={() => onChange(place, null)}
          />
        </li>
      ))}
    </ul>
  )
}

/** What is typed stays as it is typed until it is a number. */
function Share({
  label,
  part,
  onPart,
}: {
  readonly label: string
  readonly part: number
  readonly onPart: (part: number) => void
}) {
  const shown = String(Math.round(part * 1000) / 10)
  const [typed, setTyped] = useState<{ readonly for: string; readonly words: string } | null>(null)
  const type = (words: string) => {
    const value = Number(words.replace(',', '.'))
    if (words.trim() !== '' && Number.isFinite(value)) onPart(value / 100)
    setTyped({ for: String(Math.round(value * 10) / 10), words })
  }
  return (
    <Field label={label} value={typed?.for === shown || typed?.for === 'NaN' ? typed.words : shown} onChange={type} />
  )
}
