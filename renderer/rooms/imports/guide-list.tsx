// Every platform with a guide to its export.
import { guides } from '../../../shared/domain/intake/guides.ts'
import { en } from '../../locale/en/guides.ts'
import { translator } from '../../locale/t.ts'
import { Page } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import './guide.css'

const t = translator(en)

/** The list. */
export function GuideList() {
  return (
    <Page title={t('title')} about={t('about')} actions={<a href={address('imports')}>{t('toImports')}</a>}>
      <nav aria-label={t('list')}>
        <ul className="guide-list">
          {guides.map(({ platform, title }) => (
            <li key={platform}>
              <a href={address('imports', ['guide', platform])}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Page>
  )
}
