// Two captures of one scope side by side: what each item became, and where it changed, before and after.
import { captureCompare } from '../../../shared/contract/capture.ts'
import type { ComparedItem, Comparison, ItemChange } from '../../../shared/domain/capture/comparison.ts'
import type { CaptureId } from '../../../shared/domain/id.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/captures.ts'
import { word } from '../../locale/en/domain.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'
import { partWord } from './words.ts'

const t = translator(en)
/** Items shown of a kind. */
const FEW = 200
const ORDER = ['gone', 'hidden', 'changed', 'new', 'notReached', 'outOfRange'] as const satisfies readonly ItemChange[]

interface Props {
  readonly one: CaptureId
  readonly other: CaptureId
}

/** The page. */
export function ComparisonPage({ one, other }: Props) {
  const { zone } = useVault().summary
  const { data, refusal } = useQuery(captureCompare, { one, other }, ['captures', 'records'], 2000)
  return (
    <Page
      title={data ? t('comparison', { earlier: data.earlier, later: data.later }) : t('compare')}
      about={
        data &&
        t('comparisonAbout', {
          from: formatInstant(data.window.from, zone, 'moment'),
          to: formatInstant(data.window.to, zone, 'moment'),
        })
      }
      actions={
        <a className="button quiet" href={address('captures', [other])}>
          {t('place', { id: other })}
        </a>
      }
    >
      <RefusalNotice refusal={refusal} />
      {!data && !refusal && <Waiting words="…" />}
      {data && <Changes comparison={data} />}
    </Page>
  )
}

function Changes({ comparison }: { readonly comparison: Comparison }) {
  const differs = ORDER.some((change) => comparison[change].length > 0)
  return (
    <>
      {!differs && (
        <Empty icon="done" title={t('noDifference')}>
          {t('noDifferenceAbout')}
        </Empty>
      )}
      {ORDER.filter((change) => comparison[change].length > 0).map((change) => (
        <Section key={change} title={t(`change.${change}`, { count: comparison[change].length })}>
          {(change === 'gone' || change === 'outOfRange' || change === 'notReached') && (
            <p className="soft">{t(`about.${change}`)}</p>
          )}
          <ul className="compared">
            {comparison[change].slice(0, FEW).map((item) => (
              <Item key={item.record} item={item} />
            ))}
          </ul>
          {comparison[change].length > FEW && (
            <p className="soft">{t('and', { count: comparison[change].length - FEW })}</p>
          )}
        </Section>
      ))}
      {comparison.same.length > 0 && <p className="soft">{t('change.same', { count: comparison.same.length })}</p>}
    </>
  )
}

function Item({ item }: { readonly item: ComparedItem }) {
  const { zone } = useVault().summary
  const { record, kind, at, text, differences, again } = item
  return (
    <li className="compared-item">
      <p className="compared-head">
        <a href={address('records', [record])}>
          {word(kind)} {at !== null && formatInstant(at, zone, 'moment')}
        </a>
        {again && <Chip tone="accent">{t('again')}</Chip>}
      </p>
      {text === '' && differences.length === 0 ? (
        <p className="soft">{t('kept')}</p>
      ) : (
        differences.every(({ part }) => part !== 'text') && (
          <p className="compared-words">
            <PlainText text={text} />
          </p>
        )
      )}
      {differences.map(({ part, before, after }) => (
        <div key={part} className="difference">
          <strong>{partWord(part)}</strong>
          <div className="sides">
            <div>
              <span className="soft">{t('before')}</span>
              <p>
                <PlainText text={before} />
              </p>
            </div>
            <div>
              <span className="soft">{t('after')}</span>
              <p>
                <PlainText text={after} />
              </p>
            </div>
          </div>
        </div>
      ))}
    </li>
  )
}
