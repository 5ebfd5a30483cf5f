// What was done lately: the newest jobs that ended.
import { isUnderWay, useJobs } from '../../client/jobs.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/home.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { stateWord, workTitle } from '../../locale/work.ts'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)
const MOST = 5

/** The list; nothing in a vault where nothing was done yet. */
export function Lately() {
  const { zone } = useVault().summary
  const ended = (useJobs() ?? []).filter((job) => !isUnderWay(job)).slice(0, MOST)
  if (ended.length === 0) return null
  return (
    <Section title={t('lately')} actions={<a href={address('jobs')}>{t('allJobs')}</a>}>
      <ul className="lately">
        {ended.map((job) => (
          <li key={job.id} className="lately-line">
            <span className="soft">{formatInstant(job.endedAt ?? job.createdAt, zone, 'moment')}</span>
            <span className="lately-what">
              <PlainText text={workTitle(job)} />
            </span>
            <span className="soft">{stateWord(job.state)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
