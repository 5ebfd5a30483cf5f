// What needs doing today, or that nothing does.
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/home.ts'
import { translator } from '../../locale/t.ts'
import { Waiting } from '../../ui/delayed.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { useLooked } from '../../workspace/looked.ts'
import { inOrder } from './today.ts'
import { useTasks } from './use-tasks.ts'

const t = translator(en)

/** The list; nothing in a vault that holds nothing yet and has nothing to do. */
export function TaskList() {
  const { summary } = useVault()
  const [looked, mark] = useLooked(summary.vaultId)
  const gathered = useTasks()
  if (!gathered) return <Waiting words="…" />
  const tasks = inOrder(gathered, looked)
  if (tasks.length === 0 && summary.counts.records === 0) return null
  return (
    <Section title={t('today')}>
      {tasks.length === 0 && (
        <div className="quiet-day">
          <Icon name="done" />
          <p>
            <strong>{t('quiet')}</strong>
            <span className="soft">{t('quietAbout')}</span>
          </p>
        </div>
      )}
      <ul className="attention">
        {tasks.map(({ id, icon, tone, to, title, about, once }) => (
          <li key={id}>
            <a href={to} className={`attention-item ${tone}`} onClick={() => once && mark(id)}>
              <Icon name={icon} />
              <span className="attention-title">
                <PlainText text={title} />
              </span>
              <span className="soft">
                <PlainText text={about} />
              </span>
              <Icon name="right" className="attention-go" />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
