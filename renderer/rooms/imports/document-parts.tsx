// The parts of a reconciliation below its table: media, comparison, series, findings, what is never exported.
import type { BroughtClassification } from '../../../shared/domain/classify/brought.ts'
import type { Comparison, Finding, MediaReconciliation } from '../../../shared/domain/intake/reconciliation.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/imports.ts'
import { formatBytes, formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { LongList } from '../../ui/long-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

function Figures({
  figures,
}: {
  readonly figures: readonly (readonly [name: string, value: string, bad?: boolean])[]
}) {
  return (
    <dl className="figures">
      {figures.map(([name, value, bad]) => (
        <div key={name} className={bad ? 'bad' : ''}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Media: named, found, missing. */
export function MediaPart({ media }: { readonly media: MediaReconciliation }) {
  if (media.named === 0 && media.found === 0 && media.unnamed === 0) return null
  return (
    <Section title={t('media')}>
      <Figures
        figures={[
          [t('mediaNamed'), formatCount(media.named)],
          [t('mediaFound'), formatCount(media.found)],
          [t('mediaMissing'), formatCount(media.missing), media.missing > 0],
          [t('mediaUnnamed'), formatCount(media.unnamed)],
          [t('mediaBytes'), formatBytes(media.bytes)],
        ]}
      />
    </Section>
  )
}

/** What an earlier export held and this one doesn't, and the reverse. */
export function ComparisonPart({ comparison }: { readonly comparison: Comparison }) {
  const { zone } = useVault().summary
  return (
    <Section title={t('comparison', { against: comparison.against })}>
      <Figures
        figures={[
          [t('compareAdded'), formatCount(comparison.added)],
          [t('compareChanged'), formatCount(comparison.changed)],
          [t('compareSame'), formatCount(comparison.same)],
          [t('compareNotSeen'), formatCount(comparison.notSeen), comparison.notSeen > 0],
        ]}
      />
      {comparison.notSeenSample.length > 0 && (
        <>
          <p className="soft">{t('notSeenAbout')}</p>
          <LongList
            label={t('compareNotSeen')}
            items={comparison.notSeenSample}
            keyOf={(row) => row.record}
            about={36}
            draw={(row) => (
              <a className="not-seen" href={address('records', [row.record])}>
                <span className="soft">{row.at === null ? row.kind : formatInstant(row.at, zone, 'day')}</span>
                <span className="not-seen-text">
                  <PlainText text={row.text.slice(0, 300) || row.kind} />
                </span>
              </a>
            )}
          />
        </>
      )}
    </Section>
  )
}

/** Into which series the rules in force put what came, and what they left. */
export function SeriesPart({ classified }: { readonly classified: BroughtClassification }) {
  const { ruleSet, refused, rules, byHand, withoutSeries, conflicts, guarded, findings } = classified
  return (
    <Section title={t('series')}>
      {refused !== null && (
        <Notice tone="warn" title={t('rulesRefused')}>
          <PlainText text={refused} />
        </Notice>
      )}
      <p className="soft">{t('seriesAbout', { set: ruleSet, count: classified.records })}</p>
      {rules.length > 0 && (
        <LongList
          label={t('seriesByRule')}
          items={rules}
          keyOf={({ rule, series }) => `${rule} ${series}`}
          about={36}
          draw={({ name, series, records }) => (
            <p className="finding">
              {t('ruleMade', { count: records })} <bdi>{series}</bdi>{' '}
              <span className="soft">
                <bdi>{name}</bdi>
              </span>
            </p>
          )}
        />
      )}
      <Figures
        figures={[
          [t('seriesByHand'), formatCount(byHand)],
          [t('seriesNone'), formatCount(withoutSeries), withoutSeries > 0],
          [t('seriesConflicts'), formatCount(conflicts), conflicts > 0],
          [t('seriesGuarded'), formatCount(guarded), guarded > 0],
        ]}
      />
      {findings.length > 0 && (
        <LongList
          label={t('seriesFindings')}
          items={findings}
          keyOf={({ record, sentence }) => `${record} ${sentence}`}
          about={36}
          draw={({ record, sentence }) => (
            <p className="finding">
              <a href={address('records', [record])}>{t('seriesRecord', { record: String(record) })}</a>{' '}
              <PlainText text={sentence} />
            </p>
          )}
        />
      )}
    </Section>
  )
}

/** Findings about the content. */
export function FindingsPart({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <Section title={t('findings')}>
      {findings.length === 0 ? (
        <p className="soft">{t('noFindings')}</p>
      ) : (
        <LongList
          label={t('findings')}
          items={findings}
          keyOf={(finding) => `${finding.code} ${finding.file} ${finding.position} ${finding.sentence}`}
          about={44}
          draw={(finding) => (
            <p className="finding">
              <PlainText text={finding.sentence} />
              {finding.file !== null && (
                <span className="soft">
                  {' '}
                  <bdi>{finding.file}</bdi>
                </span>
              )}
            </p>
          )}
        />
      )}
    </Section>
  )
}

/** What no export of the platform holds, so that nobody looks for it. */
export function NeverPart({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <Section title={t('never')}>
      <ul className="bullets">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  )
}
