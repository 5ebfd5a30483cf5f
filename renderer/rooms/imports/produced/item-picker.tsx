// Choosing single items of an export: narrowed by words and days, ticked one by one or all that are shown.
import { useEffect, useState } from 'react'
import { type ExportItem, type ItemRef, producedItems } from '../../../../shared/contract/produced.ts'
import type { PlatformName } from '../../../../shared/domain/account/account.ts'
import type { GrantId } from '../../../../shared/domain/id.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { word } from '../../../locale/en/domain.ts'
import { en } from '../../../locale/en/produced.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { Field } from '../../../ui/field.tsx'
import { LongList } from '../../../ui/long-list.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'

const t = translator(en)
const MOST = 1000
const TYPING = 350

interface Props {
  readonly sources: readonly GrantId[]
  readonly platform: PlatformName | null
  readonly chosen: ReadonlySet<ItemRef>
  readonly onChosen: (chosen: ReadonlySet<ItemRef>) => void
  readonly error: string | undefined
}

/** The picker. What was ticked stays ticked while the list is narrowed. */
export function ItemPicker({ sources, platform, chosen, onChosen, error }: Props) {
  const [words, setWords] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const asked = useSettled({ words, from, to })
  const input = {
    sources: [...sources],
    platform,
    words: asked.words,
    from: LocalDate.safeParse(asked.from).data ?? null,
    to: LocalDate.safeParse(asked.to).data ?? null,
    limit: MOST,
  }
  const { data, refusal } = useQuery(producedItems, input, [])
  const toggle = (ref: ItemRef, take: boolean) => {
    const next = new Set(chosen)
    if (take) next.add(ref)
    else next.delete(ref)
    onChosen(next)
  }
  return (
    <div className="item-picker">
      <div className="form-row">
        <Field label={t('words')} value={words} onChange={setWords} hint={t('wordsHint')} />
        <Field type="date" label={t('from')} value={from} onChange={setFrom} />
        <Field type="date" label={t('to')} value={to} onChange={setTo} />
      </div>
      <RefusalNotice refusal={refusal} />
      {!data && !refusal && <Waiting words={t('listing')} />}
      {data && (
        <>
          <p role="status" className="item-count">
            {t('found', { count: data.found, total: data.total })} ·{' '}
            <strong>{t('chosen', { count: chosen.size })}</strong>
          </p>
          {data.items.length < data.found && <p className="hint">{t('more', { count: data.items.length })}</p>}
          {data.failed > 0 && <p className="hint">{t('unreadable', { count: data.failed })}</p>}
          {data.items.length === 0 ? (
            <p className="soft">{t('none')}</p>
          ) : (
            <LongList
              label={t('list')}
              items={data.items}
              keyOf={(item) => item.ref}
              about={64}
              draw={(item) => (
                <ItemLine item={item} chosen={chosen.has(item.ref)} onChosen={(take) => toggle(item.ref, take)} />
              )}
            />
          )}
          <div className="form-actions start">
            <Button
              onPress={() => onChosen(new Set([...chosen, ...data.items.map(({ ref }) => ref)]))}
              disabled={data.items.length === 0}
            >
              {t('chooseShown')}
            </Button>
            <Button look="quiet" onPress={() => onChosen(new Set())} disabled={chosen.size === 0}>
              {t('clear')}
            </Button>
          </div>
        </>
      )}
      {error !== undefined && <p className="field-error">{error}</p>}
    </div>
  )
}

interface LineProps {
  readonly item: ExportItem
  readonly chosen: boolean
  readonly onChosen: (take: boolean) => void
}

function ItemLine({ item, chosen, onChosen }: LineProps) {
  const { zone } = useVault().summary
  return (
    <label className="check item-line">
      <input type="checkbox" checked={chosen} onChange={(event) => onChosen(event.target.checked)} />
      <span className="item-words">
        <span className="soft">
          {item.at === null ? t('noTime') : formatInstant(item.at, zone, 'moment')} · {word(item.kind)}
          {item.author !== '' && (
            <>
              {' · '}
              <PlainText text={item.author} />
            </>
          )}
          {item.media > 0 && ` · ${t('media', { count: item.media })}`}
        </span>
        <span className="item-text">
          <PlainText text={item.text} />
        </span>
      </span>
    </label>
  )
}

/** A value once it has not changed for a moment, so that not every letter reads the files again. */
function useSettled<Value extends Readonly<Record<string, string>>>(value: Value): Value {
  const [settled, settle] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(key)), TYPING)
    return () => clearTimeout(timer)
  }, [key])
  return settled
}
