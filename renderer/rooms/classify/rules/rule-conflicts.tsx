// Where two rules name different series for the same records.
import type { Rule } from '../../../../shared/domain/classify/rule.ts'
import { en } from '../../../locale/en/rules.ts'
import { translator } from '../../../locale/t.ts'
import { Section } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'
import type { Trial } from './use-trial.ts'

const t = translator(en)
const MOST = 50

/** The list, those on most records first. */
export function RuleConflicts({ trial, rules }: { readonly trial: Trial; readonly rules: readonly Rule[] }) {
  const nameOf = (id: string) => rules.find((rule) => rule.id === id)?.name ?? id
  const shown = trial.conflicts.toSorted((one, other) => other.records - one.records).slice(0, MOST)
  if (shown.length === 0 && !trial.done) return null
  return (
    <Section title={t('conflicts')}>
      {shown.length === 0 && <p className="soft">{t('noConflicts')}</p>}
      <ul className="bullets">
        {shown.map(({ wins, loses, records, example }) => (
          <li key={`${wins} ${loses}`}>
            <bdi>{t('conflict', { count: records, wins: nameOf(wins), loses: nameOf(loses) })}</bdi>{' '}
            <a href={address('records', [example])}>{t('example')}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
