// What a new vault still lacks, in the order in which it is needed; gone when all is done.
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/home.ts'
import { translator } from '../../locale/t.ts'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The list. */
export function SetupList() {
  const { counts } = useVault().summary
  const steps = [
    { done: counts.people > 0, room: 'setup', title: t('people'), about: t('peopleAbout') },
    { done: counts.accounts > 0, room: 'accounts', title: t('accounts'), about: t('accountsAbout') },
    { done: counts.schedules > 0, room: 'schedule', title: t('schedule'), about: t('scheduleAbout') },
    { done: counts.accessions > 0, room: 'imports', title: t('import'), about: t('importAbout') },
  ]
  const done = steps.filter((step) => step.done).length
  if (done === steps.length) return null
  const next = steps.find((step) => !step.done)
  return (
    <Section title={t('setup')} actions={<span className="soft">{t('setupAbout', { done, all: steps.length })}</span>}>
      <ol className="setup-list">
        {steps.map((step) => (
          <li key={step.room}>
            <a
              href={address(step.room)}
              className={`setup-step ${step.done ? 'done' : ''} ${step === next ? 'next' : ''}`}
            >
              <Icon name={step.done ? 'done' : 'circle'} className="setup-icon" />
              <span className="visually-hidden">{step.done ? t('done') : t('toDo')}: </span>
              <span className="setup-title">{step.title}</span>
              <span className="soft">{step.about}</span>
              <Icon name="right" className="attention-go" />
            </a>
          </li>
        ))}
      </ol>
    </Section>
  )
}
