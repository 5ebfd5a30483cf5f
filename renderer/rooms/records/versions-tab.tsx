// The versions of a record, newest first, each with what changed since the one before.
import { Fragment } from 'react'
import type { RecordDetail, Version } from '../../../shared/domain/record/record.ts'
import { useVault } from '../../client/vault.ts'
import { detailWord, en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Gallery } from '../../record/gallery.tsx'
import { RecordText } from '../../record/record-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { type Change, difference } from './difference.ts'

const t = translator(en)
// Comparing longer texts word by word takes longer than a clerk waits.
const COMPARED = 50_000
// The parts are isolated from each other, so that the browser can't tell the direction of the whole.
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** The tab. */
export function VersionsTab({ record }: { readonly record: RecordDetail }) {
  const newestFirst = record.versions.toReversed()
  return (
    <>
      {record.state === 'deleted' && <Removed at={record.deletedAt} />}
      {newestFirst.length === 1 && <p className="soft">{t('onlyOne')}</p>}
      <ol className="versions">
        {newestFirst.map((version, place) => (
          <li key={version.number} className="version">
            <VersionBlock version={version} before={newestFirst[place + 1]} newest={place === 0} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** The platform shows it no longer; what is kept here is unchanged. */
function Removed({ at }: { readonly at: RecordDetail['deletedAt'] }) {
  const { zone } = useVault().summary
  return (
    <Notice tone="warn">
      {at === null ? t('removedSometime') : t('removedOn', { when: formatInstant(at, zone, 'moment') })}
    </Notice>
  )
}

interface BlockProps {
  readonly version: Version
  readonly before: Version | undefined
  readonly newest: boolean
}

function VersionBlock({ version, before, newest }: BlockProps) {
  const { zone } = useVault().summary
  const seen = version.observations[0]?.receivedAt
  return (
    <>
      <h3 className="version-head">
        {t('version', { number: version.number })}
        {newest && <Chip tone="accent">{t('newest')}</Chip>}
        {seen !== undefined && (
          <span className="soft">{t('firstSeen', { when: formatInstant(seen, zone, 'moment') })}</span>
        )}
      </h3>
      {before && <p className="soft">{t('compare', { number: before.number })}</p>}
      {before && before.text.length + version.text.length <= COMPARED ? (
        <Changes before={before.text} after={version.text} numbers={{ before: before.number, after: version.number }} />
      ) : (
        <RecordText text={version.text} />
      )}
      {before && <OtherChanges before={before} after={version} />}
      <Gallery media={version.media} />
    </>
  )
}

function OtherChanges({ before, after }: { readonly before: Version; readonly after: Version }) {
  const details = [...new Set([...Object.keys(before.details), ...Object.keys(after.details)])]
  const changed = [
    ...(isSame(before.media, after.media) ? [] : [t('changed.media')]),
    ...(isSame(before.links, after.links) ? [] : [t('changed.links')]),
    ...details.filter((name) => !isSame(before.details[name], after.details[name])).map(detailWord),
  ]
  return changed.length > 0 && <p className="soft">{t('alsoChanged', { what: changed.join(', ').toLowerCase() })}</p>
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Both texts beside each other: on the left what was taken out is marked, on the right what was added. */
function Changes({ before, after, numbers }: ChangesProps) {
  if (before === after) {
    return (
      <>
        <RecordText text={after} />
        <p className="soft">{t('sameText')}</p>
      </>
    )
  }
  const changes = difference(before, after)
  return (
    <div className="sides">
      <Side title={t('version', { number: numbers.before })} text={before} changes={changes} without="added" />
      <Side title={t('version', { number: numbers.after })} text={after} changes={changes} without="removed" />
    </div>
  )
}

interface ChangesProps {
  readonly before: string
  readonly after: string
  readonly numbers: { readonly before: number; readonly after: number }
}

interface SideProps {
  readonly title: string
  readonly text: string
  readonly changes: readonly Change[]
  readonly without: Change['kind']
}

function Side({ title, text, changes, without }: SideProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: one of two texts, not a set of fields
    <div role="group" aria-label={title} className="side">
      <p className="soft side-title" aria-hidden="true">
        {title}
      </p>
      <p className="record-text changes" dir={RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr'}>
        {changes
          .filter(({ kind }) => kind !== without)
          .map((change, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison never move
            <Fragment key={place}>
              <Part change={change} />
            </Fragment>
          ))}
        {text === '' && <span className="soft">{t('noText')}</span>}
      </p>
    </div>
  )
}

function Part({ change }: { readonly change: Change }) {
  if (change.kind === 'same') return <PlainText text={change.text} />
  const Tag = change.kind === 'added' ? 'ins' : 'del'
  return (
    <Tag className={change.kind}>
      <span className="visually-hidden">[{t(change.kind)}: </span>
      <PlainText text={change.text} />
      <span className="visually-hidden">]</span>
    </Tag>
  )
}
