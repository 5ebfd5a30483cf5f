// The inbox of the liaisons' uploads: what waits, what is still on its way, what was imported; nothing happens before the clerk accepts.
import { useState } from 'react'
import { inboxAccept, inboxChoose } from '../../../shared/contract/inbox.ts'
import type { Granted } from '../../../shared/contract/message.ts'
import type { InboxItem } from '../../../shared/domain/intake/inbox.ts'
import { useAction } from '../../client/action.ts'
import { ask, run } from '../../client/call.ts'
import { chooseInboxFolder } from '../../client/grants.ts'
import { en } from '../../locale/en/inbox.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { PathText } from '../../ui/path-text.tsx'
import './inbox.css'
import { ImportedItem, WaitingItem } from './inbox-item.tsx'
import { lookOf, useInbox } from './use-inbox.ts'

const t = translator(en)

/** The inbox; hears of accepted files once there is leave to read them. */
export function Inbox({ onFiles }: { readonly onFiles: (files: readonly Granted[]) => void }) {
  const { shown, refusal, lookAfresh } = useInbox()
  const watching = useAction(async (watch: boolean) => {
    const folder = watch ? await chooseInboxFolder() : null
    if (watch && folder === null) return
    await run(inboxChoose, { folder: folder?.grant ?? null })
    lookAfresh()
  })
  if (shown === null) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words={t('looking')} />
  const choose = (
    <Button icon="folder" onPress={() => void watching.go(true)} busy={watching.busy}>
      {t(shown.place === null ? 'choose' : 'chooseOther')}
    </Button>
  )
  return (
    <Section title={t('waiting')}>
      <RefusalNotice refusal={watching.refusal ?? refusal} />
      {shown.place === null ? (
        <div className="inbox-place">
          <p className="soft">{t('none')}</p>
          {choose}
        </div>
      ) : (
        <>
          <div className="inbox-place">
            <p className="soft">
              <bdi className="inbox-path">
                <PathText path={shown.place} />
              </bdi>
              <br />
              {t('about')}
            </p>
            {choose}
            <Button look="quiet" onPress={() => void watching.go(false)} busy={watching.busy}>
              {t('stop')}
            </Button>
          </div>
          {shown.problem === null ? (
            <Items items={shown.items} onFiles={onFiles} />
          ) : (
            <Notice tone="warn">{shown.problem}</Notice>
          )}
        </>
      )}
    </Section>
  )
}

interface ItemsProps {
  readonly items: readonly InboxItem[]
  readonly onFiles: (files: readonly Granted[]) => void
}

function Items({ items, onFiles }: ItemsProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const waiting = items.filter(({ imported }) => imported === null)
  const imported = items.filter((item) => item.imported !== null)
  const accepted = waiting.filter(({ name, state }) => state === 'ready' && chosen.has(name))
  const accepting = useAction(async () => onFiles(await ask(inboxAccept, { files: accepted.map(lookOf) })))
  const choose = (name: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(name)
    else next.delete(name)
    setChosen(next)
  }
  return (
    <>
      {waiting.length === 0 ? (
        <p className="soft">{t('empty')}</p>
      ) : (
        <fieldset className="legend inbox-items">
          <legend>{t('acceptAbout')}</legend>
          {waiting.map((item) => (
            <WaitingItem
              key={item.name}
              item={item}
              chosen={item.state === 'ready' && chosen.has(item.name)}
              onChoose={(on) => choose(item.name, on)}
            />
          ))}
          {waiting.some(({ state }) => state !== 'ready') && <p className="hint">{t('stateAbout')}</p>}
          <RefusalNotice refusal={accepting.refusal} />
          <div>
            <Button onPress={() => void accepting.go()} busy={accepting.busy} disabled={accepted.length === 0}>
              {t('accept')}
            </Button>
          </div>
        </fieldset>
      )}
      {imported.length > 0 && (
        <details>
          <summary>{t('imported', { count: imported.length })}</summary>
          <ul className="inbox-items">
            {imported.map((item) => (
              <ImportedItem key={item.name} item={item} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
