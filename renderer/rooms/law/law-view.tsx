// The law that dates and withholdings rest on, a part at a time.
import { useState } from 'react'
import type { MovedDate } from '../../../shared/contract/calendar.ts'
import { type LawEntry, lawShow } from '../../../shared/contract/law.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import { Waiting } from '../../ui/delayed.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PartsNav } from '../../ui/parts-nav.tsx'
import { address, useRoute } from '../../workspace/route.ts'
import { EntryCard } from './entry-card.tsx'
import { FeesPart } from './fees-part.tsx'
import { FilesPart } from './files-part.tsx'
import { HeadPart } from './head-part.tsx'
import { HolidaysPart } from './holidays-part.tsx'
import { parts } from './places.ts'
import './law.css'

const t = translator(en)
const groups = ['clock', 'hours', 'ground-cpra', 'ground-idr', 'duty', 'repeal'] as const

/** The room. */
export function LawView() {
  const { path } = useRoute()
  const here = parts.find((part) => part === path[0]) ?? 'rules'
  const { data, refusal } = useQuery(lawShow, {}, ['vault'])
  const [moved, setMoved] = useState<readonly MovedDate[] | null>(null)
  const entries = (group: LawEntry['group']) => data?.entries.filter((entry) => entry.group === group) ?? []
  return (
    <Page title={t('title')} about={t('about')}>
      <PartsNav
        label={t('parts')}
        parts={parts.map((part) => ({ id: part, title: t(`part.${part}`), to: address('law', [part]) }))}
        here={here}
      />
      <RefusalNotice refusal={refusal} />
      {!data && !refusal && <Waiting words="…" />}
      {moved && here !== 'files' && <Notice tone="good">{t('moved', { count: moved.length })}</Notice>}
      {here === 'rules' &&
        groups.map((group) => <Entries key={group} group={group} entries={entries(group)} onMoved={setMoved} />)}
      {here === 'exemptions' && data && (
        <>
          <p className="soft">{t('exemptionsAbout')}</p>
          <Entries group="exemption" entries={entries('exemption')} onMoved={setMoved} />
        </>
      )}
      {here === 'holidays' && (
        <>
          <HolidaysPart />
          <Entries group="holidays" entries={entries('holidays')} onMoved={setMoved} />
        </>
      )}
      {here === 'fees' && data && (
        <>
          <FeesPart fees={data.fees} />
          <Entries group="fees" entries={entries('fees')} onMoved={setMoved} />
        </>
      )}
      {here === 'letters' && (
        <>
          <HeadPart />
          <Entries group="letter" about={t('lettersAbout')} entries={entries('letter')} onMoved={setMoved} />
        </>
      )}
      {here === 'files' && <FilesPart />}
    </Page>
  )
}

interface EntriesProps {
  readonly group: LawEntry['group']
  readonly about?: string
  readonly entries: readonly LawEntry[]
  readonly onMoved: (moved: readonly MovedDate[]) => void
}

function Entries({ group, about, entries, onMoved }: EntriesProps) {
  if (entries.length === 0) return null
  return (
    <Section title={t(`group.${group}`)}>
      {about !== undefined && <p className="soft">{about}</p>}
      <ul className="cards">
        {entries.map((entry) => (
          <li key={entry.id} className="card law-entry">
            <EntryCard entry={entry} onMoved={onMoved} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
