// A recording made anew: stretches cut, muted or covered here, or taken in as made outside; heard and seen, then let out on a ground.
import { type RefObject, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { fileEditAttach, fileEditMake, filePagesShow } from '../../../../shared/contract/file-pages.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { MediaItem } from '../../../../shared/domain/record/record.ts'
import type { AppliedGround, Redaction } from '../../../../shared/domain/review/review.ts'
import { useJob } from '../../../client/begun.ts'
import type { Output } from '../../../client/call.ts'
import { takeOne } from '../../../client/grants.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/recording.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { shortName } from './files-part.tsx'
import { GroundForm } from './ground-form.tsx'
import './recording.css'
import { type DrawnEdit, EditFields, editsOf, newEdit } from './recording-fields.tsx'

const t = translator(en)

interface Props {
  /** The recording; null while none is made anew. */
  readonly item: MediaItem | null
  readonly used: readonly AppliedGround[]
  readonly onEdited: (redactions: readonly Redaction[]) => void
  readonly onClose: () => void
}

/** The dialog. */
export function RecordingDialog({ item, ...rest }: Props) {
  const file = item?.digest ?? null
  return (
    <Dialog
      title={t('recordingTitle', { name: shortName(item?.name ?? '') })}
      open={file !== null}
      onClose={rest.onClose}
      wide
    >
      {item && file !== null && <Recording {...rest} item={item} file={file} />}
    </Dialog>
  )
}

type Made = Output<typeof filePagesShow>['made'][number]

interface RecordingProps extends Omit<Props, 'item'> {
  readonly item: MediaItem
  readonly file: Digest
}

function Recording({ item, file, used, onEdited, onClose }: RecordingProps) {
  const [edits, setEdits] = useState<readonly DrawnEdit[]>([newEdit])
  const [how, setHow] = useState('')
  const [chosen, setChosen] = useState<Made | null>(null)
  const known = useQuery(filePagesShow, { file }, ['records', 'requests'], 500)
  const player = useRef<HTMLMediaElement>(null)
  const isFilm = item.mime?.startsWith('video/') ?? false
  const settled = editsOf(edits)
  const making = useJob(fileEditMake, async () => (settled === null ? null : { file, edits: settled }))
  const attaching = useJob(fileEditAttach, async (recording: File) => {
    const granted = await takeOne(recording)
    return granted && { file, recording: granted.grant, how }
  })
  const made = (known.data?.made ?? []).filter(({ kind }) => kind === 'edit')
  return (
    <>
      <p className="soft">{t('recordingAbout')}</p>
      <Player digest={file} isFilm={isFilm} label={item.alt ?? item.name} player={player} />
      <section className="dialog-part form" aria-labelledby="recording-here">
        <h3 id="recording-here">{t('recordingHere')}</h3>
        <p className="soft">{t('recordingHereAbout')}</p>
        <EditFields edits={edits} onChange={setEdits} playedTo={() => player.current?.currentTime ?? 0} />
        {settled === null && <p className="hint">{t('recordingLacks')}</p>}
        <div>
          <Button onPress={() => making.go()} busy={making.busy} disabled={settled === null}>
            {t('recordingMake')}
          </Button>
        </div>
      </section>
      <section className="dialog-part form" aria-labelledby="recording-outside">
        <h3 id="recording-outside">{t('recordingOutside')}</h3>
        <Field label={t('how')} hint={t('recordingHowHint')} value={how} onChange={setHow} />
        <div>
          <FileTrigger
            onSelect={(list) => {
              const recording = list?.[0]
              if (recording) attaching.go(recording)
            }}
          >
            <Button icon="download" busy={attaching.busy} disabled={how.trim() === ''}>
              {t('recordingAttach')}
            </Button>
          </FileTrigger>
        </div>
      </section>
      <RefusalNotice refusal={known.refusal ?? making.refusal ?? attaching.refusal} />
      {made.length > 0 && <h3 className="dialog-part">{t('recordingMade')}</h3>}
      <ul className="proposal-list">
        {made.map((one) => (
          <li key={one.made}>
            <Player digest={one.made} isFilm={isFilm} label={one.how} />
            <span>{one.how}</span>
            <div className="form-actions start">
              <Button look={chosen?.made === one.made ? 'strong' : 'plain'} onPress={() => setChosen(one)}>
                {t('recordingChoose')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {chosen === null && (
        <div className="form-actions">
          <Button look="quiet" onPress={onClose}>
            {t('close')}
          </Button>
        </div>
      )}
      {chosen !== null && (
        <GroundForm
          action={t('recordingDo')}
          used={used}
          onGround={(ground) => onEdited([{ field: 'edit', digest: file, made: chosen.made, ground }])}
          onClose={onClose}
        />
      )}
    </>
  )
}

interface PlayerProps {
  readonly digest: Digest
  readonly isFilm: boolean
  readonly label: string
  /** Tells where it stands. */
  readonly player?: RefObject<HTMLMediaElement | null>
}

function Player({ digest, isFilm, label, player }: PlayerProps) {
  const source = `app://record/${digest}`
  const keep = (element: HTMLMediaElement | null) => {
    if (player !== undefined) player.current = element
  }
  return isFilm ? (
    // biome-ignore lint/a11y/useMediaCaption: what a platform exports has no captions
    <video ref={keep} className="recording" src={source} controls preload="metadata" aria-label={label} />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: what a platform exports has no captions
    <audio ref={keep} className="recording" src={source} controls preload="metadata" aria-label={label} />
  )
}
