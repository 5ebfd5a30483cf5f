// The room: an import by its number, an import under way, or the place to drop archives with all that was received.
import { useState } from 'react'
import type { Granted } from '../../../shared/contract/message.ts'
import { AccessionId, JobId } from '../../../shared/domain/id.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { Page } from '../../ui/page.tsx'
import { address, go, useRoute } from '../../workspace/route.ts'
import { AccessionPage } from './accession-page.tsx'
import { AccessionTable } from './accession-table.tsx'
import { DropPlace } from './drop-place.tsx'
import { GuideList } from './guide-list.tsx'
import { GuidePage } from './guide-page.tsx'
import { EntryPage } from './hand/entry-page.tsx'
import { ImportProgress } from './import-progress.tsx'
import './imports.css'
import { Inbox } from './inbox.tsx'
import { Preview } from './preview.tsx'

const t = translator(en)

/** The room. */
export function ImportsView() {
  const route = useRoute()
  const [files, setFiles] = useState<readonly Granted[] | null>(null)
  const accession = AccessionId.safeParse(Number(route.path[0] ?? 'none')).data
  const job = JobId.safeParse(route.parameters.job).data
  const [first, platform] = route.path
  if (accession !== undefined) return <AccessionPage id={accession} />
  if (first === 'enter') return <EntryPage />
  if (first === 'guide') return platform === undefined ? <GuideList /> : <GuidePage platform={platform} />
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <a href={address('imports', ['guide'])}>{t('howToGet')}</a>
          {!files && job === undefined && (
            <a className="button" href={address('imports', ['enter'])}>
              {t('enterByHand')}
            </a>
          )}
        </>
      }
    >
      {job !== undefined ? (
        <ImportProgress id={job} />
      ) : files ? (
        <Preview
          files={files}
          onCancel={() => setFiles(null)}
          onStarted={(id) => {
            setFiles(null)
            go(address('imports', [], { job: id }))
          }}
        />
      ) : (
        <DropPlace onFiles={setFiles} />
      )}
      {!files && job === undefined && <Inbox onFiles={setFiles} />}
      {!files && <AccessionTable importing={job !== undefined} />}
    </Page>
  )
}
