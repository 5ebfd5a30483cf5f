// The jobs under way, at the top: a short word that opens into the list.
import { useState } from 'react'
import { Button, DialogTrigger, Popover } from 'react-aria-components'
import type { Job } from '../../shared/domain/job.ts'
import { isUnderWay, useJobs } from '../client/jobs.ts'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { workShare } from '../locale/work.ts'
import { JobCard } from '../rooms/jobs/job-card.tsx'
import { Icon } from '../ui/icon.tsx'
import { address } from '../workspace/route.ts'

const t = translator(en)

/** The tray. */
export function JobTray() {
  const [open, setOpen] = useState(false)
  const jobs = useJobs() ?? []
  const running = jobs.filter(isUnderWay)
  const interrupted = jobs.filter((job) => job.state === 'interrupted')
  const shown = [...running, ...interrupted]
  const first = running[0]
  const share = first && running.length === 1 ? workShare(first) : null
  const alarming = interrupted.length > 0 && running.length === 0
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button
        className={`button quiet job-tray ${alarming ? 'wanted' : ''}`}
        aria-label={wordsFor(running, interrupted)}
      >
        <span className={running.length > 0 ? 'pulse' : ''}>
          <Icon name={alarming ? 'warning' : 'jobs'} />
        </span>
        {shown.length > 0 && <span className="job-tray-words">{share ?? shown.length}</span>}
      </Button>
      <Popover className="popover tray" placement="bottom end" aria-label={t('jobs')}>
        <div className="tray-body">
          {shown.length === 0 && <p className="soft">{t('jobsQuiet')}</p>}
          {shown.map((job) => (
            <JobCard key={job.id} job={job} />
          ))}
          <a href={address('jobs')} onClick={() => setOpen(false)}>
            {t('allJobs')}
          </a>
        </div>
      </Popover>
    </DialogTrigger>
  )
}

function wordsFor(running: readonly Job[], interrupted: readonly Job[]): string {
  if (running.length > 0) return t('jobsRunning', { count: running.length })
  return interrupted.length > 0 ? t('jobsInterrupted', { count: interrupted.length }) : t('jobsQuiet')
}
