// What a capture says of itself: what was asked for, by whom, which servers answered, which limits it met.
import type { Capture, CaptureFacts, SeenServer } from '../../../shared/domain/capture/capture.ts'
import type { CaptureLogin } from '../../../shared/domain/capture/login.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/captures.ts'
import { formatBytes } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'
import { kindWord } from './words.ts'

const t = translator(en)

interface Props {
  readonly capture: Capture
  readonly facts: CaptureFacts
}

/** The parts. */
export function FactsPart({ capture, facts }: Props) {
  return (
    <>
      <Section title={t('scope')}>
        <Facts capture={capture} facts={facts} />
        <p className="soft">{t('says')}</p>
      </Section>
      {facts.servers.length > 0 && <Servers servers={facts.servers} />}
      {facts.limits.length > 0 && (
        <Section title={t('limits')}>
          <ul className="limits">
            {facts.limits.map(({ at, sentence }) => (
              <li key={`${at} ${sentence}`}>
                <PlainText text={sentence} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Facts({ capture, facts }: Props) {
  const { people, summary } = useVault()
  const { scope, stop, operator, counts } = facts
  const who = operator.person === null ? operator.osUser : (people.get(operator.person)?.name ?? operator.person)
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t('address'), <bdi key="address">{scope.address}</bdi>],
    ...(scope.kinds.length === 0 ? [] : [[t('kinds'), scope.kinds.map(kindWord).join(', ')] as const]),
    ...(scope.from === null ? [] : [[t('from'), formatDay(scope.from)] as const]),
    ...(scope.to === null ? [] : [[t('to'), formatDay(scope.to)] as const]),
    ...(scope.depth === null ? [] : [[t('depth'), String(scope.depth)] as const]),
    ...(scope.mapping === undefined ? [] : [[t('mapping'), t('mappingOf', scope.mapping)] as const]),
    [
      t('stopWhat'),
      `${stop.what}. ${stop.met ? t('stopMet') : t('stopNotMet')} ${stop.met ? reach(stop.since, facts.endedAt, summary.zone) : ''}`,
    ],
    [t('operator'), t('operatorOn', { who, machine: operator.machine })],
    ...(facts.attorney === null ? [] : [[t('attorney'), facts.attorney] as const]),
    ...(facts.terms === null
      ? []
      : [[t('terms'), t('termsShown', { version: facts.terms.version, words: facts.terms.says.join(' ') })] as const]),
    ...(scope.signedIn ? [[t('seenAs'), t('seenSignedIn')] as const] : []),
    ...(facts.login === null || !capture.way.startsWith('api/')
      ? []
      : [[t('seenAs'), loginWord(facts.login)] as const]),
    [t('software'), facts.browser ?? facts.software],
    [
      t('got'),
      [
        t('gotAbout', { count: counts.exchanges, size: formatBytes(counts.bytes) }),
        ...(counts.truncated > 0 ? [t('truncated', { count: counts.truncated })] : []),
      ].join('; '),
    ],
    ...(capture.accession === null
      ? []
      : [
          [
            t('accession'),
            <a key="accession" href={address('imports', [capture.accession])}>
              {t('accessionLink', { id: capture.accession })}
            </a>,
          ] as const,
        ]),
  ]
  return (
    <dl className="facts">
      {rows.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function loginWord({ parts, user }: CaptureLogin): string {
  if (parts.length === 0) return t('seenByAnybody')
  return user === null ? t('seenWithLogin') : t('seenWithLoginOf', { user })
}

function reach(since: number | null, endedAt: number, zone: string): string {
  if (since !== null && since > endedAt) return t('sinceNever')
  return since === null ? t('noSince') : t('since', { when: formatInstant(since, zone, 'moment') })
}

function Servers({ servers }: { readonly servers: readonly SeenServer[] }) {
  return (
    <Section title={t('servers')}>
      <ListTable<SeenServer>
        file="servers"
        label={t('servers')}
        rows={servers}
        keyOf={({ host }) => host}
        columns={[
          { id: 'host', title: t('host'), heading: true, cell: ({ host }) => <bdi>{host}</bdi> },
          { id: 'at', title: t('serverAt'), cell: ({ addresses }) => <bdi>{addresses.join(', ')}</bdi> },
          { id: 'certificate', title: t('certificate'), cell: ({ certificates }) => certificateWords(certificates) },
          { id: 'clock', title: t('clock'), cell: ({ clockAhead }) => clockWords(clockAhead) },
        ]}
      />
    </Section>
  )
}

function certificateWords([own]: SeenServer['certificates']): string {
  return own === undefined ? t('noCertificate') : t('certificateOf', { subject: own.subject, issuer: own.issuer })
}

function clockWords(ahead: number | null): string {
  if (ahead === null) return t('clockUnknown')
  if (ahead === 0) return t('clockSame')
  return ahead > 0 ? t('clockAhead', { count: ahead }) : t('clockBehind', { count: -ahead })
}
