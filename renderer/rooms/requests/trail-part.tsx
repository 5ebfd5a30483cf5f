// What happened to a request, from its receipt on.
import { requestFile } from '../../../shared/contract/request-life.ts'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The part. */
export function TrailPart({ request }: { readonly request: RequestDetail }) {
  const { zone } = useVault().summary
  const { data, refusal } = useQuery(requestFile, { id: request.id }, ['requests'], 1000)
  return (
    <Section title={t('part.trail')}>
      <p className="soft">{t('trailAbout')}</p>
      <RefusalNotice refusal={refusal} />
      <ol className="trail">
        {data?.events.map((event) => (
          <li key={event.id}>
            <p>
              <strong>{t(`event.${event.kind}`)}</strong> · {formatDay(event.on)}
              {event.other && (
                <>
                  {' '}
                  · <a href={address('requests', [event.other])}>{t('one', { id: event.other })}</a>
                </>
              )}
            </p>
            {event.words !== '' && (
              <p className="request-text">
                <bdi>{event.words}</bdi>
              </p>
            )}
            <p className="hint">
              {t('enteredAt', { when: formatInstant(event.at, zone, 'moment'), name: event.by ?? '–' })}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
