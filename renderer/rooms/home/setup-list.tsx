// What a new vault still lacks, in the order in which it is needed; gone when all is done.
import { calendarShow } from '../../../shared/contract/calendar.ts'
import { vaultSetup } from '../../../shared/contract/desk.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/home.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The list. */
export function SetupList() {
  const { counts, zone } = useVault().summary
  const year = todayIn(zone).slice(0, 4)
  const state = useQuery(vaultSetup, {}, ['rules', 'jobs'], 1000).data
  const calendar = useQuery(calendarShow, {}, ['vault'], 1000).data
  if (!state || !calendar) return null
  const holidays = calendar.years.some((list) => list.set === 'city' && String(list.year) === year)
  const steps: readonly Step[] = [
    step('calendar', holidays, address('settings', ['calendar']), t('calendarAbout', { year })),
    step('people', counts.people > 0, address('settings', ['people']), t('peopleAbout')),
    step('accounts', counts.accounts > 0, address('accounts'), t('accountsAbout')),
    step('schedule', counts.schedules > 0, address('schedule'), t('scheduleAbout')),
    step('rules', state.ruleSets > 0, address('classify'), t('rulesAbout')),
    step('import', counts.accessions > 0, address('imports'), t('importAbout')),
    step('backup', state.lastBackup !== null, address('settings', ['safety']), t('backupAbout')),
  ]
  const done = steps.filter((step) => step.done).length
  if (done === steps.length) return null
  const next = steps.find((step) => !step.done)
  return (
    <Section title={t('setup')} actions={<span className="soft">{t('setupAbout', { done, all: steps.length })}</span>}>
      <ol className="setup-list">
        {steps.map((step) => (
          <li key={step.id}>
            <a href={step.to} className={`setup-step ${step.done ? 'done' : ''} ${step === next ? 'next' : ''}`}>
              <Icon name={step.done ? 'done' : 'circle'} className="setup-icon" />
              <span className="visually-hidden">{step.done ? t('done') : t('toDo')}: </span>
              <span className="setup-title">{t(step.id)}</span>
              <span className="soft">{step.about}</span>
              <Icon name="right" className="attention-go" />
            </a>
          </li>
        ))}
      </ol>
    </Section>
  )
}

interface Step {
  readonly id: 'calendar' | 'people' | 'accounts' | 'schedule' | 'rules' | 'import' | 'backup'
  readonly done: boolean
  readonly to: string
  readonly about: string
}

function step(id: Step['id'], done: boolean, to: string, about: string): Step {
  return { id, done, to, about }
}
