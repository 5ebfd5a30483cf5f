// The tour: a quiet panel beside the work, which stays in reach by keyboard and covers nothing that is spoken of.
import { useEffect, useLayoutEffect, useRef } from 'react'
import { en } from '../../locale/en/tour.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { tourSteps } from './steps.ts'
import './tour.css'
import type { Tour } from './use-tour.ts'

const t = translator(en)

/** The step in hand. Escape in the panel leaves the tour; the focus goes back to where it was when the tour was taken up. */
export function TourPanel({ tour }: { readonly tour: Tour }) {
  const { state, step } = tour
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef<Element | null>(null)
  const offered = useRef(state === 'new')
  const shown = tourSteps[step]
  // Before the panel is taken away, so that the focus is nowhere at no time.
  useLayoutEffect(() => {
    before.current = document.activeElement
    return () => giveBack(before.current)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read out, but an offer takes nobody's focus
  useEffect(() => {
    if (!offered.current) heading.current?.focus()
    offered.current = false
  }, [step])
  useOutline(shown?.points ?? null)
  if (shown === undefined) return null
  const first = step === 0
  const last = step === tourSteps.length - 1
  return (
    <aside
      className="tour"
      aria-label={t('tour')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') tour.leave()
      }}
    >
      <p className="soft tour-where">{t('where', { step: step + 1, steps: tourSteps.length })}</p>
      <h2 ref={heading} tabIndex={-1}>
        {t(`${shown.id}.title`)}
      </h2>
      <p>{t(`${shown.id}.text`)}</p>
      <div className="tour-actions">
        {!last && (
          <Button look="quiet" onPress={tour.leave}>
            {first ? t('notNow') : t('leave')}
          </Button>
        )}
        {!first && <Button onPress={() => tour.show(step - 1)}>{t('back')}</Button>}
        <Button look="strong" onPress={() => (last ? tour.leave() : tour.show(step + 1))}>
          {first ? t('start') : last ? t('end') : t('next')}
        </Button>
      </div>
    </aside>
  )
}

/** Outlines what the step points at, as soon as it is there. */
function useOutline(points: string | null): void {
  useEffect(() => {
    if (points === null) return
    const outline = () => document.querySelector(points)?.setAttribute('data-tour', 'here')
    outline()
    const watching = new MutationObserver(outline)
    watching.observe(document.body, { childList: true, subtree: true })
    return () => {
      watching.disconnect()
      for (const element of document.querySelectorAll('[data-tour]')) element.removeAttribute('data-tour')
    }
  }, [points])
}

/** Where it is gone, the room takes the focus. */
function giveBack(element: Element | null): void {
  const there = element instanceof HTMLElement && element !== document.body && element.isConnected
  const target = there ? element : document.getElementById('room')
  target?.focus()
}
