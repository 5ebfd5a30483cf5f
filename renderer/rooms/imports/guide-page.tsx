// The guide to one platform's export, on the screen and on paper.
import { platformList } from '../../../shared/contract/intake.ts'
import {
  GUIDE_PARTS,
  type Guide,
  type GuidePart,
  omissions,
  type Said,
  SURENESS,
} from '../../../shared/domain/intake/guide.ts'
import { guideTo } from '../../../shared/domain/intake/guides.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/guides.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import './guide.css'

const t = translator(en)

/** The page of a platform by its name, or the word that there is none. */
export function GuidePage({ platform }: { readonly platform: string }) {
  const guide = guideTo(platform)
  const all = <a href={address('imports', ['guide'])}>{t('back')}</a>
  if (guide !== undefined) return <Shown guide={guide} />
  return (
    <Page title={t('title')} actions={all}>
      <Empty icon="info" title={t('none', { platform })}>
        {t('noneAbout')}
      </Empty>
    </Page>
  )
}

function Shown({ guide }: { readonly guide: Guide }) {
  const { data } = useQuery(platformList, {}, [])
  const reader = data?.find(({ platform }) => platform === guide.platform)
  const actions = (
    <>
      <a href={address('imports', ['guide'])}>{t('back')}</a>
      <Button icon="print" onPress={() => window.print()}>
        {t('print')}
      </Button>
    </>
  )
  return (
    <Page title={t('of', { platform: guide.title })} about={t('ofAbout')} actions={actions}>
      <p className="guide-facts">
        {data && t(reader ? 'read' : 'notRead')} {t('form', { sure: t(`sure.${guide.sure}`).toLowerCase() })}
      </p>
      {GUIDE_PARTS.map((part) => (
        <Part
          key={part}
          part={part}
          said={part === 'omits' ? omissions(guide, reader?.neverExported ?? []) : guide[part]}
        />
      ))}
      <Legend />
    </Page>
  )
}

function Legend() {
  return (
    <Section title={t('sureness')}>
      <dl className="guide-legend">
        {SURENESS.map((sure) => (
          <div key={sure}>
            <dt className={`guide-sure ${sure}`}>{t(`sure.${sure}`)}</dt>
            <dd>{t(`about.${sure}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t('legend')}</p>
    </Section>
  )
}

function Part({ part, said }: { readonly part: GuidePart; readonly said: readonly Said[] }) {
  const List = part === 'steps' ? 'ol' : 'ul'
  return (
    <Section title={t(`part.${part}`)}>
      {said.length === 0 ? (
        <p className="soft">{t('unknown')}</p>
      ) : (
        <List className={`guide-said ${part}`}>
          {said.map(({ words, sure }) => (
            <li key={words}>
              {words} <span className={`guide-sure ${sure}`}>{t(`sure.${sure}`)}</span>
            </li>
          ))}
        </List>
      )}
    </Section>
  )
}
