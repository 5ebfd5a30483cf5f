// The queue as the clerk sees it: the record in hand large, what it may be, the keys, and what comes next.
import { useEffect, useRef, useState } from 'react'
import { scheduleShow } from '../../../../shared/contract/schedule.ts'
import { withUnscheduled } from '../../../../shared/domain/schedule/unscheduled.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { useBindings } from '../../../workspace/queue-keys.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { NextList } from './next-list.tsx'
import { NoteDialog } from './note-dialog.tsx'
import type { Entry, QueueState } from './queue.ts'
import { QueueBar } from './queue-bar.tsx'
import { QueueFoot } from './queue-foot.tsx'
import '../../../style/queue.css'
import { useDeskKeys } from '../../../ui/desk-keys.ts'
import { RecordCard } from './record-card.tsx'
import { SeriesKeys } from './series-keys.tsx'
import { SuggestionPart } from './suggestion-part.tsx'
import { useQueue } from './use-queue.ts'

const t = translator(en)
const SHOWN_NEXT = 6

/** The view. */
export function QueueView() {
  const { vaultId } = useVault().summary
  const desk = useQueue()
  const { queue, state } = desk
  const bindings = useBindings(vaultId)
  const schedule = useQuery(scheduleShow, { id: null }, ['schedule'], 2000).data?.schedule
  const series = schedule ? withUnscheduled(schedule.series) : []
  const [noting, setNoting] = useState(false)
  const [keying, setKeying] = useState(false)
  const record = useRef<HTMLElement>(null)
  const entry = queue.current()
  const id = entry?.item.row.id
  const suggestions = id === undefined ? undefined : queue.prefetch.suggestions(id)

  useEffect(() => {
    if (id !== undefined) record.current?.scrollTo(0, 0)
  }, [id])

  // A control that has the focus goes on to mean another record: from the first key on, Enter and space are the queue's.
  const toRecord = () => {
    if (document.activeElement?.closest('.queue')) record.current?.focus()
  }
  const opened = () => {
    queue.prefetch.again()
    record.current?.focus()
  }
  const decide = (code: string) => {
    toRecord()
    void queue.decide(code)
  }
  const moved = (work: Promise<void>) => {
    toRecord()
    void work
  }
  useDeskKeys((key) => {
    const bound = bindings?.find((one) => one.key === key.toLowerCase())
    if (bound) decide(bound.series)
    else if (key === 'u') moved(queue.undo())
    else if (key === 's') moved(queue.skip())
    else if (key === 'n' && entry) setNoting(true)
    else if (key === ' ') playFirst(record.current)
    else if (key === 'Enter' && suggestions?.[0]) decide(suggestions[0].series)
    else return false
    return true
  })

  return (
    <div className="queue">
      <QueueBar desk={desk} onKeys={() => setKeying(true)} />
      <RefusalNotice refusal={state.refusal} />
      <div className="queue-desk">
        {entry ? (
          <RecordCard entry={entry} record={queue.prefetch.record(entry.item.row.id)} frame={record} onOpen={opened} />
        ) : (
          <div className="queue-record">
            {!state.begun || !state.ended ? (
              <Waiting words={t('loading')} />
            ) : (
              <Empty
                icon="done"
                title={state.entries.length === 0 ? t('none') : t('end')}
                actions={<Button onPress={desk.restart}>{t('restart')}</Button>}
              >
                {state.entries.length === 0 ? t('noneAbout') : t('endAbout')}
              </Empty>
            )}
          </div>
        )}
        <div className="queue-side">
          {entry && <SuggestionPart suggestions={suggestions} series={series} onAccept={decide} />}
          <SeriesKeys
            series={series}
            bindings={bindings}
            enabled={entry !== undefined}
            onDecide={decide}
            onKeys={() => setKeying(true)}
          />
          <NextList entries={comingNext(state)} />
        </div>
      </div>
      <QueueFoot
        last={state.last}
        onUndo={() => void queue.undo()}
        onSkip={() => void queue.skip()}
        onNote={() => setNoting(true)}
        enabled={entry !== undefined}
      />
      {entry && (
        <NoteDialog
          open={noting}
          note={entry.item.note?.text ?? ''}
          onClose={() => setNoting(false)}
          onKeep={(text) => queue.note(text)}
        />
      )}
      {bindings && <KeysDialog open={keying} series={series} bindings={bindings} onClose={() => setKeying(false)} />}
    </div>
  )
}

/** The next few; what was decided on meanwhile comes no more. */
function comingNext({ entries, at }: QueueState): readonly Entry[] {
  return entries
    .slice(at + 1)
    .filter(({ meanwhile }) => meanwhile === null)
    .slice(0, SHOWN_NEXT)
}

/** Plays the first video or sound of the record, or pauses it. */
function playFirst(frame: HTMLElement | null): void {
  const media = frame?.querySelector<HTMLMediaElement>('video, audio')
  if (!media) return
  if (media.paused) void media.play().catch(() => undefined)
  else media.pause()
}
