// How far the review is, which part of it is shown, and releasing what is shown all at once.
import { useState } from 'react'
import { en } from '../../../locale/en/review.ts'
import { en as twins } from '../../../locale/en/twins.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { countsOf, filters, type Item } from './steps.ts'
import type { Review } from './use-review.ts'

const t = translator(en)
const same = translator(twins)

/** The bar. */
export function ReviewBar({ review, shown }: { readonly review: Review; readonly shown: readonly Item[] }) {
  const { desk, state } = review
  const [asking, setAsking] = useState(false)
  const counts = countsOf(state.items)
  const open = shown.filter(({ outcome }) => outcome === null).length
  const release = () => {
    setAsking(false)
    void desk.releaseShown()
  }
  return (
    <div className="review-bar">
      <Progress label={t('progress')} done={counts.all - counts.undecided} total={counts.all} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons that show a part */}
      <div role="group" aria-label={t('filter')} className="review-filters">
        {filters.map((filter) => (
          <button
            key={filter}
            type="button"
            className="button quiet"
            aria-pressed={filter === state.filter}
            onClick={() => desk.filter(filter)}
          >
            {t(`filter.${filter}`)} <span className="review-count">{formatCount(counts[filter])}</span>
          </button>
        ))}
      </div>
      {state.twins.size > 0 && (
        <button
          type="button"
          className="button quiet"
          aria-pressed={state.together}
          onClick={() => desk.together(!state.together)}
        >
          {same('together')}
        </button>
      )}
      <Button onPress={() => setAsking(true)} disabled={open === 0}>
        {t('bulk')}
      </Button>
      <Dialog title={t('bulkTitle')} open={asking} onClose={() => setAsking(false)}>
        <p>{t('bulkAsk', { count: open })}</p>
        <p className="soft">{t('bulkNote')}</p>
        <div className="form-actions">
          <Button look="quiet" onPress={() => setAsking(false)}>
            {t('cancel')}
          </Button>
          <Button look="strong" onPress={release}>
            {t('bulkDo', { count: open })}
          </Button>
        </div>
      </Dialog>
    </div>
  )
}
