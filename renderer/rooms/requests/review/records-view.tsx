// Record after record: the one in hand large, what is decided of it and what may be redacted beside it, and what comes next.
import { useEffect, useRef, useState } from 'react'
import type { AppliedGround, Redaction } from '../../../../shared/domain/review/review.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { ShowButton } from '../../../record/show-button.tsx'
import { Button } from '../../../ui/button.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { useDeskKeys } from '../../../ui/desk-keys.ts'
import { Empty } from '../../../ui/empty.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import type { Asking } from './asking.ts'
import { notResponsive, redacting, releasingRead, withholding } from './drafts.ts'
import { GroundDialog } from './ground-dialog.tsx'
import { NextPart } from './next-part.tsx'
import { ReviewBar } from './review-bar.tsx'
import { ReviewCard } from './review-card.tsx'
import { ReviewFoot } from './review-foot.tsx'
import { ReviewSide } from './review-side.tsx'
import { TwinsPart } from './twins-part.tsx'
import type { Review } from './use-review.ts'
import { useSelected } from './use-selected.ts'
import { WhyDialog } from './why-dialog.tsx'

const t = translator(en)

/** The view. */
export function RecordsView({ review }: { readonly review: Review }) {
  const { desk, state, list } = review
  const { current } = state
  const [asking, setAsking] = useState<Asking | null>(null)
  const [previewing, setPreviewing] = useState(false)
  const frame = useRef<HTMLElement>(null)
  const record = current === null ? undefined : desk.fetched.record(current)
  const stand = current === null ? undefined : desk.fetched.stand(current)
  const selection = useSelected(frame, record)
  const used = list.data?.grounds.map(({ ground }) => ground) ?? []
  const shown = desk.shown()
  const ready = record !== undefined && stand !== undefined

  useEffect(() => {
    if (current !== null) frame.current?.scrollTo(0, 0)
  }, [current])

  // A control that has the focus goes on to mean another record: from the first key on, space is the review's.
  const toRecord = () => {
    if (document.activeElement?.closest('.review-desk, .queue-foot')) frame.current?.focus()
  }
  const release = () => {
    toRecord()
    if (current !== null) void desk.decide(current, (now) => releasingRead(now.decision), true)
  }
  const step = (by: number) => {
    toRecord()
    desk.step(by)
  }
  const redactSelected = () => {
    const selected = selection.now()
    if (selected === null || record === undefined) return desk.tell({ did: 'select' })
    const { from, to } = selected
    const version = record.versions.find(({ digest }) => digest === selected.version)
    if (version === undefined) return
    const words = version.text.slice(from, to)
    const make = (ground: AppliedGround): Redaction[] => [{ field: 'text', version: version.digest, from, to, ground }]
    setAsking({ for: 'redact', words, make })
  }
  useDeskKeys((key) => {
    if (key === 'j' || key === 'ArrowRight') step(1)
    else if (key === 'k' || key === 'ArrowLeft') step(-1)
    else if (key === 'u') void desk.undo()
    else if (key === 'p') setPreviewing(!previewing)
    else if (key === ' ') playFirst(frame.current)
    else if (!ready) return false
    else if (key === 'r') release()
    else if (key === 'x') setAsking({ for: 'withhold' })
    else if (key === 'n') setAsking({ for: 'why' })
    else if (key === 'd') redactSelected()
    else if (key === 's') void desk.decideAlike(record.id)
    else return false
    return true
  })
  const close = () => {
    setAsking(null)
    frame.current?.focus()
  }
  const grounded = (ground: AppliedGround) => {
    if (current === null || asking === null || asking.for === 'why') return
    const { decide } = desk
    if (asking.for === 'withhold') void decide.call(desk, current, () => withholding([ground]), true)
    if (asking.for === 'add-ground')
      void decide.call(desk, current, (now) => withholding([...(now.decision?.grounds ?? []), ground]), false)
    if (asking.for === 'redact')
      void decide.call(desk, current, (now) => redacting(now.decision, asking.make(ground)), false)
    close()
  }

  return (
    <div className="queue review">
      <ReviewBar review={review} shown={shown} />
      <RefusalNotice refusal={state.refusal} />
      <div className="queue-desk review-desk">
        {ready ? (
          <ReviewCard key={record.id} record={record} stand={stand} frame={frame} previewing={previewing} desk={desk} />
        ) : (
          <div className="queue-record">
            {current === null ? (
              <Empty
                icon="done"
                title={t('noneShown')}
                actions={<Button onPress={() => desk.filter('all')}>{t('showAll')}</Button>}
              >
                {t('noneShownAbout')}
              </Empty>
            ) : desk.fetched.isClosed(current) ? (
              <Empty
                icon="hidden"
                title={t('restricted')}
                actions={<ShowButton id={current} onOpen={() => desk.fetched.opened(current)} />}
              >
                {t('restrictedAbout')}
              </Empty>
            ) : (
              <Waiting words={t('loading')} />
            )}
          </div>
        )}
        <div className="queue-side">
          {ready && (
            <>
              <TwinsPart desk={desk} state={state} record={record.id} stand={stand} />
              <ReviewSide key={record.id} desk={desk} record={record} stand={stand} used={used} onAsk={setAsking} />
            </>
          )}
          <NextPart desk={desk} shown={shown} current={current} />
        </div>
      </div>
      <ReviewFoot
        state={state}
        ready={ready}
        selected={selection.selected !== null}
        previewing={previewing}
        onRelease={release}
        onAsk={setAsking}
        onRedact={redactSelected}
        onUndo={() => void desk.undo()}
        onPreview={() => setPreviewing(!previewing)}
        onStep={step}
      />
      <GroundDialog
        open={asking !== null && asking.for !== 'why'}
        title={asking?.for === 'redact' ? t('redactTitle') : t('withholdTitle')}
        words={asking?.for === 'redact' ? asking.words : null}
        action={asking?.for === 'redact' ? t('doRedact') : t('doWithhold')}
        used={used}
        onGround={grounded}
        onClose={close}
      />
      <WhyDialog
        title={t('whyTitle')}
        about={t('whyAbout')}
        action={t('whyDo')}
        open={asking?.for === 'why'}
        onClose={close}
        onReason={async (reason) => {
          if (current !== null) void desk.decide(current, () => notResponsive(reason), true)
        }}
      />
    </div>
  )
}

/** Plays the first video or sound of the record, or pauses it. */
function playFirst(frame: HTMLElement | null): void {
  const media = frame?.querySelector<HTMLMediaElement>('video, audio')
  if (!media) return
  if (media.paused) void media.play().catch(() => undefined)
  else media.pause()
}
