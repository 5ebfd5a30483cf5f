// What a rule file would change: its rules beside what they replace, its years of holidays, and the dates that would move.
import type { LawEntry } from '../../../shared/contract/law.ts'
import type { RulePreview } from '../../../shared/contract/law-file.ts'
import { dutyName } from '../../../shared/domain/request/duty.ts'
import { en } from '../../locale/en/rule-files.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { cited, ExemptionUse } from './exemption-use.tsx'
import { RuleText } from './passages.tsx'

const t = translator(en)

/** The card. */
export function RulePreviewCard({ preview }: { readonly preview: RulePreview }) {
  const { publisher, number, issuedOn, signer, rules, years, moved } = preview
  return (
    <Section title={t('preview', { number, publisher, day: formatDay(issuedOn) })}>
      <Notice tone="good">{t('fits', { name: signer })}</Notice>
      <ul className="cards">
        {rules.map(({ entry, replaced, confirmedWith }) => (
          <li key={entry.id} className="card law-entry">
            <p className="law-head">
              <strong>{entry.title}</strong>
              {!confirmedWith && <Chip tone="warn">{t('unconfirmed')}</Chip>}
              {entry.validFrom && <Chip>{t('from', { day: formatDay(entry.validFrom) })}</Chip>}
            </p>
            {entry.title !== entry.citation && <p className="hint">{cited(entry)}</p>}
            <RuleText entry={entry} />
            <ExemptionUse entry={entry} />
            <p className="hint">
              {replaced === null
                ? t('beside')
                : entry.passages !== null
                  ? changedWords(entry.passages, replaced.passages ?? [])
                  : t(entry.group === 'repeal' ? 'ends' : 'instead', { title: replaced.title, text: replaced.text })}
            </p>
            <p className="hint">{entry.source}</p>
          </li>
        ))}
        {years.map(({ set, year, days, replaces }) => (
          <li key={`${set} ${year}`} className="card law-entry">
            <p>
              <strong>{t('years', { set: t(`set.${set}`), year: String(year), count: days.length })}</strong>{' '}
              {replaces && <span className="soft">{t('yearReplaces')}</span>}
            </p>
            <p className="hint">{days.map(({ date, name }) => `${formatDay(date)}, ${name}`).join('; ')}</p>
          </li>
        ))}
      </ul>
      <Moved moved={moved} />
    </Section>
  )
}

/** Of a letter: which of its passages read otherwise than those that they replace. */
function changedWords(passages: NonNullable<LawEntry['passages']>, old: NonNullable<LawEntry['passages']>): string {
  const before = new Map(old.map(({ name, en: english }) => [name, english]))
  const others = passages.filter(({ name, en: english }) => before.get(name) !== english)
  if (others.length === 0) return t('sameWords')
  const told = others.map(({ name, en: english }) =>
    t('otherWords', { before: before.get(name) ?? '', after: english }),
  )
  return `${t('changedWords', { count: others.length })} ${told.join(' ')}`
}

function Moved({ moved }: Pick<RulePreview, 'moved'>) {
  const day = (date: RulePreview['moved'][number]['before']) => (date === null ? t('noDate') : formatDay(date))
  if (moved.length === 0) return <p className="soft">{t('movedNone')}</p>
  return (
    <>
      <p>{t('moved', { count: moved.length })}</p>
      <ul className="bullets">
        {moved.map(({ request, duty, before, after }) => (
          <li key={`${request} ${duty}`}>
            {t('movedDate', { request, duty: dutyName(duty), before: day(before), after: day(after) })}
          </li>
        ))}
      </ul>
    </>
  )
}
