// A record whole: as it looked, its conversation, its versions, where it came from, and its source.
import { useEffect, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { recordShow, type ShownRecord } from '../../../shared/contract/record.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import type { SearchTerm } from '../../../shared/text/tokens.ts'
import { useOpened } from '../../client/opened.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { Waiting } from '../../ui/delayed.tsx'
import { Empty } from '../../ui/empty.tsx'
import './record.css'
import '../../record/record-parts.css'
import { AlikePart } from './alike-part.tsx'
import { LockedPane } from './locked-pane.tsx'
import { OriginTab } from './origin-tab.tsx'
import { RecordHead } from './record-head.tsx'
import { RestrictedNotice, RestrictedPane } from './restricted-pane.tsx'
import { SourceTab } from './source-tab.tsx'
import { TextTab } from './text-tab.tsx'
import { ThreadTab } from './thread-tab.tsx'
import { UnshownNotice } from './unshown-notice.tsx'
import { VersionsTab } from './versions-tab.tsx'

const t = translator(en)

interface Props {
  readonly id: RecordId
  readonly terms: readonly SearchTerm[]
  readonly onBack: () => void
  readonly onGo: (id: RecordId) => void
}

/** The pane. The record before stays until the next is here, so that moving through the list doesn't flicker. */
export function RecordPane({ id, terms, onBack, onGo }: Props) {
  const opened = useOpened(useVault().summary.vaultId, id)
  const { data, refusal } = useQuery(
    recordShow,
    { id, opened },
    ['records', 'holds', 'schedule', 'rules', 'captures', 'stewardship'],
    600,
  )
  const before = useRef<ShownRecord | null>(null)
  if (data) before.current = data
  const record = data ?? before.current
  // What was hidden must not be what is shown until the next record has come.
  if (refusal) before.current = null
  if (refusal?.code === 'RECORD_RESTRICTED') return <RestrictedPane key={id} id={id} onBack={onBack} />
  if (refusal?.code === 'RECORD_LOCKED') return <LockedPane id={id} onBack={onBack} />
  if (refusal) {
    return (
      <Empty icon="info" title={t('gone')}>
        {refusal.sentence}
      </Empty>
    )
  }
  if (!record) return <Waiting words={t('loading')} />
  return <Whole record={record} terms={terms} onBack={onBack} onGo={onGo} />
}

interface WholeProps {
  readonly record: ShownRecord
  readonly terms: readonly SearchTerm[]
  readonly onBack: () => void
  readonly onGo: (id: RecordId) => void
}

function Whole({ record, terms, onBack, onGo }: WholeProps) {
  const [tab, setTab] = useState('text')
  const body = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record begins at its top
  useEffect(() => {
    body.current?.scrollTo(0, 0)
  }, [record.id])
  const versions = record.versions.length
  return (
    <article className="record" data-record={record.id} ref={body}>
      <RecordHead record={record} onBack={onBack} />
      <RestrictedNotice key={record.id} id={record.id} />
      <UnshownNotice unshown={record.unshown} removal={record.removal} />
      <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="tab-list" aria-label={t('facts')}>
          <Tab id="text">{t('tabText')}</Tab>
          <Tab id="thread">{t('tabThread')}</Tab>
          <Tab id="versions">{versions > 1 ? `${t('tabVersions')} ${versions}` : t('tabVersions')}</Tab>
          <Tab id="origin">{t('tabOrigin')}</Tab>
          <Tab id="source">{t('tabSource')}</Tab>
        </TabList>
        <TabPanel id="text" className="tab-panel">
          <TextTab key={record.id} record={record} terms={terms} />
        </TabPanel>
        <TabPanel id="thread" className="tab-panel">
          <ThreadTab id={record.id} onGo={onGo} />
        </TabPanel>
        <TabPanel id="versions" className="tab-panel">
          <VersionsTab key={record.id} record={record} />
        </TabPanel>
        <TabPanel id="origin" className="tab-panel">
          <AlikePart id={record.id} onGo={onGo} />
          <OriginTab record={record} onGo={onGo} />
        </TabPanel>
        <TabPanel id="source" className="tab-panel">
          <SourceTab key={record.id} record={record} />
        </TabPanel>
      </Tabs>
    </article>
  )
}
