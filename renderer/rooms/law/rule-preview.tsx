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
import { ChangedFees } from './changed-fees.tsx'
import { titleOf } from './entry-title.ts'
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
              <strong>{titleOf(entry)}</strong>
              <span className="law-chips">
                {!confirmedWith && <Chip tone="warn">{t('unconfirmed')}</Chip>}
                {entry.validFrom && <Chip>{t('from', { day: formatDay(entry.validFrom) })}</Chip>}
              </span>
            </p>
            {entry.title !== entry.citation && <p className="hint">{cited(entry)}</p>}
            <RuleText entry={entry} />
            <ExemptionUse entry={entry} />
            <Replaced entry={entry} replaced={replaced} />
            <p className="hint">{t('source', { source: entry.source })}</p>
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

function Replaced({ entry, replaced }: Pick<RulePreview['rules'][number], 'entry' | 'replaced'>) {
  if (replaced === null) return <p className="hint">{t('beside')}</p>
  const { title, text } = replaced
  if (entry.passages !== null)
    return <ChangedWords title={title} passages={entry.passages} old={replaced.passages ?? []} />
  if (entry.fees !== null)
    return <ChangedFees title={title} from={entry.validFrom} fees={entry.fees} old={replaced.fees ?? []} />
  return <p className="hint">{t(entry.group === 'repeal' ? 'ends' : 'instead', { title, text })}</p>
}

interface Words {
  readonly title: string
  readonly passages: NonNullable<LawEntry['passages']>
  readonly old: NonNullable<LawEntry['passages']>
}

/** Of a letter: which of its passages read otherwise than those that they replace. */
function ChangedWords({ title, passages, old }: Words) {
  const before = new Map(old.map(({ name, en: english }) => [name, english]))
  const others = passages.filter(({ name, en: english }) => before.get(name) !== english)
  const told = others.length === 0 ? t('sameWords') : t('changedWords', { count: others.length })
  return (
    <>
      <p className="hint">
        {t('insteadOf', { title })} {told}
      </p>
      {others.length > 0 && (
        <ul className="bullets">
          {others.map(({ name, en: english }) => (
            <li key={name}>{t('otherWords', { before: before.get(name) ?? '', after: english })}</li>
          ))}
        </ul>
      )}
    </>
  )
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
