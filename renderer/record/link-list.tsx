// The links of a record: what was shown, where each led. Only https is opened, by the shell, which shows the host first.
import type { Link } from '../../shared/domain/record/record.ts'
import { useAction } from '../client/action.ts'
import { openLink } from '../client/grants.ts'
import { en } from '../locale/en/records.ts'
import { translator } from '../locale/t.ts'
import { Icon } from '../ui/icon.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { PlainText } from '../ui/plain-text.tsx'

const t = translator(en)
const MOST = 50

/** The links, in the order of the text. */
export function LinkList({ links }: { readonly links: readonly Link[] }) {
  const opening = useAction(openLink)
  if (links.length === 0) return null
  return (
    <section className="record-part" aria-label={t('links')}>
      <h3>{t('links')}</h3>
      <RefusalNotice refusal={opening.refusal} />
      <ul className="links">
        {links.slice(0, MOST).map((link) => (
          <li key={`${link.shown} ${link.target}`}>
            <LinkLine link={link} onOpen={() => void opening.go(link.target)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LinkLine({ link, onOpen }: { readonly link: Link; readonly onOpen: () => void }) {
  const host = secureHost(link.target)
  if (host === null) {
    return (
      <>
        <PlainText text={link.shown} /> <span className="soft">{t('notSecure')}</span>
        <div className="mono link-target">
          <PlainText text={link.target.slice(0, 300)} />
        </div>
      </>
    )
  }
  return (
    <>
      <button type="button" className="link" onClick={onOpen}>
        <PlainText text={link.shown} />
        <Icon name="outside" />
      </button>{' '}
      <span className="soft">{t('leadsTo', { host })}</span>
    </>
  )
}

/** The host of an https address, in the letters that can't deceive; null for anything else. */
function secureHost(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.host : null
}
