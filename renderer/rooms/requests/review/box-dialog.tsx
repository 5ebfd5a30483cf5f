// Drawing boxes on a picture: with the mouse, or by keyboard; then the ground for them.
import { useEffect, useState } from 'react'
import type { MediaItem } from '../../../../shared/domain/record/record.ts'
import type { AppliedGround, Box, Redaction } from '../../../../shared/domain/review/review.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { BoxCanvas } from './box-canvas.tsx'
import { BoxFields } from './box-fields.tsx'
import { shortName } from './files-part.tsx'
import { GroundForm } from './ground-form.tsx'

const t = translator(en)
const MIDDLE: Box = { left: 0.4, top: 0.4, width: 0.2, height: 0.2 }

interface Props {
  /** The picture; null while none is drawn on. */
  readonly item: MediaItem | null
  readonly standing: readonly Redaction[]
  readonly used: readonly AppliedGround[]
  readonly onBoxes: (redactions: readonly Redaction[]) => void
  readonly onClose: () => void
}

/** The dialog. */
export function BoxDialog({ item, ...rest }: Props) {
  return (
    <Dialog
      title={t('boxesTitle', { name: shortName(item?.name ?? '') })}
      open={item !== null}
      onClose={rest.onClose}
      wide
    >
      {item?.digest != null && <PictureDrawing {...rest} item={item} digest={item.digest} />}
    </Dialog>
  )
}

interface PictureProps extends Omit<Props, 'item'> {
  readonly item: MediaItem
  readonly digest: NonNullable<MediaItem['digest']>
}

function PictureDrawing({ item, digest, standing, used, onBoxes, onClose }: PictureProps) {
  return (
    <Drawing
      picture={digest}
      alt={item.alt ?? item.name}
      already={standing.flatMap((one) => (one.field === 'media' && one.digest === digest ? one.boxes : []))}
      used={used}
      onBoxes={(boxes, ground) => onBoxes([{ field: 'media', digest, boxes: [...boxes], ground }])}
      onClose={onClose}
    />
  )
}

interface DrawingProps {
  readonly picture: string
  readonly alt: string
  /** Boxes of redactions that stand. */
  readonly already: readonly Box[]
  readonly used: readonly AppliedGround[]
  readonly onBoxes: (boxes: readonly Box[], ground: AppliedGround) => void
  readonly onClose: () => void
}

/** A picture to draw boxes on, and the ground for them. */
export function Drawing({ picture, alt, already, used, onBoxes, onClose }: DrawingProps) {
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  const [focused, setFocused] = useState<number | null>(null)
  useEffect(() => {
    if (focused !== null) document.getElementById(`box-${focused}`)?.focus()
  }, [focused])
  const add = (box: Box) => {
    setBoxes([...boxes, box])
    setFocused(boxes.length)
  }
  const change = (place: number, box: Box | null) =>
    setBoxes(box === null ? boxes.toSpliced(place, 1) : boxes.with(place, box))
  return (
    <>
      <p className="soft">{t('boxesAbout')}</p>
      <BoxCanvas digest={picture} alt={alt} boxes={boxes} standing={already} onAdd={add} onChange={change} />
      {already.length > 0 && <p className="soft">{t('boxesStand')}</p>}
      <div>
        <Button icon="plus" onPress={() => add(MIDDLE)}>
          {t('boxAdd')}
        </Button>
      </div>
      <BoxFields boxes={boxes} onChange={change} />
      {boxes.length === 0 && <p className="soft">{t('boxNone')}</p>}
      <GroundForm
        action={t('boxDo', { count: boxes.length })}
        used={used}
        disabled={boxes.length === 0}
        onGround={(ground) => onBoxes(boxes, ground)}
        onClose={onClose}
      />
    </>
  )
}
