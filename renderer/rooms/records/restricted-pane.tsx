// What stands in place of a restricted record until it is opened on purpose, and above it while it is open.
import { useEffect, useRef } from 'react'
import { restrictionOf } from '../../../shared/contract/restriction.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { closeRecord, useOpened } from '../../client/opened.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en as records } from '../../locale/en/records.ts'
import { en, standInWords } from '../../locale/en/restricted.ts'
import { translator } from '../../locale/t.ts'
import { ShowButton } from '../../record/show-button.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RestrictionActs } from './restriction-acts.tsx'
import { RestrictionFacts } from './restriction-facts.tsx'

const t = translator(en)
const tr = translator(records)

/** The pane. */
export function RestrictedPane({ id, onBack }: { readonly id: RecordId; readonly onBack: () => void }) {
  const { standing, former } = useRestriction(id)
  if (standing === undefined) return <Waiting words={tr('loading')} />
  return (
    <article className="record restricted" data-record={id}>
      <div className="record-back">
        <IconButton icon="left" label={tr('backToList')} keys="Esc" onPress={onBack} />
      </div>
      <div className="restricted-block">
        <Icon name="hidden" className="empty-icon" />
        <h2 className="empty-title">
          <bdi>{standInWords({ locked: null, restricted: standing })}</bdi>
        </h2>
        <RestrictionFacts standing={standing} former={former} />
        <div className="form-actions start">
          <ShowButton id={id} />
          <RestrictionActs standing={standing} />
        </div>
        <p className="hint">{t('showHint')}</p>
      </div>
    </article>
  )
}

/** The notice above a restricted record that this window has opened; nothing for any other. */
export function RestrictedNotice({ id }: { readonly id: RecordId }) {
  const { vaultId } = useVault().summary
  const { standing, former } = useRestriction(id)
  const opened = useOpened(vaultId, id)
  const notice = useRef<HTMLDivElement>(null)
  const shown = opened && standing !== undefined
  // The button that opened it is gone: the keyboard goes on at what has come in its place.
  useEffect(() => {
    if (shown && document.activeElement === document.body) notice.current?.focus()
  }, [shown])
  if (!shown) return null
  return (
    <div ref={notice} tabIndex={-1} className="restricted-notice">
      <Notice
        tone="warn"
        title={<bdi>{standInWords({ locked: null, restricted: standing })}</bdi>}
        actions={
          <>
            <Button onPress={() => closeRecord(vaultId, id)}>{t('hide')}</Button>
            <RestrictionActs standing={standing} />
          </>
        }
      >
        <p>{t('openHere')}</p>
        <RestrictionFacts standing={standing} former={former} />
      </Notice>
    </div>
  )
}

function useRestriction(record: RecordId) {
  const { data } = useQuery(restrictionOf, { record }, ['records'], 1000)
  return {
    standing: data?.find(({ endedAt }) => endedAt === null),
    former: data?.filter(({ endedAt }) => endedAt !== null) ?? [],
  }
}
