// A series that the schedule marks as historical: its records wait for an archive, or it was reviewed.

import type { Series } from '../../../shared/domain/schedule/series.ts'
import { en } from '../../locale/en/historical.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import type { ShownSchedule } from './shown.ts'

const t = translator(en)

interface Props {
  readonly series: Series
  readonly review: ShownSchedule['reviews'][string] | undefined
  readonly onReview: (series: Series) => void
}

/** The cell; empty for a series without that mark. */
export function HistoricalCell({ series, review, onReview }: Props) {
  if (!series.historical) return null
  const gone = review !== undefined && !review.lasting
  const about =
    review === undefined
      ? t('waitsAbout')
      : t('reviewedBy', { by: review.by, second: review.second, basis: review.basis })
  return (
    <>
      <Chip tone={gone ? 'plain' : 'accent'} title={about}>
        {t(gone ? 'noValue' : 'historical')}
      </Chip>
      <Button look="quiet" onPress={() => onReview(series)}>
        {t('review')}
      </Button>
    </>
  )
}
