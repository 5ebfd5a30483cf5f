// What the queue is of: its search, how much of it is left, from where it goes on, and the keys.
import { type FormEvent, useEffect, useState } from 'react'
import { recordOutline } from '../../../../shared/contract/record.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { isKeepable } from '../../../workspace/queue-keys.ts'
import type { Desk } from './use-queue.ts'

const t = translator(en)

/** The bar. */
export function QueueBar({ desk, onKeys }: { readonly desk: Desk; readonly onKeys: () => void }) {
  const { state, search } = desk
  const [words, setWords] = useState(search)
  useEffect(() => setWords(search), [search])
  const total = useQuery(recordOutline, { search, every: 10_000, live: false }, ['records'], 2000).data?.total
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() !== search) desk.setSearch(words.trim())
  }
  const told = total === undefined ? '…' : t('left', { count: total })
  return (
    <form className="queue-bar" onSubmit={submit}>
      <Field
        label={t('queue')}
        value={words}
        onChange={setWords}
        hint={
          <>
            {told}
            {state.problems.length > 0 && ` · ${state.problems.join(' ')}`}
            {!isKeepable(words) && ` · ${t('wordsNotKept')}`}
          </>
        }
      />
      <div className="queue-bar-actions">
        {words.trim() !== search && (
          <Button look="strong" submit>
            {t('apply')}
          </Button>
        )}
        <Button onPress={desk.restart}>{t('restart')}</Button>
        <Button icon="keyboard" onPress={onKeys}>
          {t('keys')}
        </Button>
      </div>
    </form>
  )
}
