// What became of a sealed packet: its pages, where it is published, its recall; and what can be made of it.
import { useState } from 'react'
import { packetSave, packetSent } from '../../../../shared/contract/packet.ts'
import { packetPaper, packetSet } from '../../../../shared/contract/packet-set.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
import { run, start } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay, formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SentForm } from '../letters/sent-form.tsx'
import { CertificateForm } from './certificate-form.tsx'
import { FileButton } from './file-button.tsx'
import { OpeningForm } from './opening-form.tsx'
import { PortalForm } from './portal-form.tsx'
import { PostingList } from './posting-list.tsx'
import { PublishForm } from './publish-form.tsx'
import { Questions } from './questions.tsx'
import { RecallForm, StepForm } from './recall-form.tsx'
import { SentLines } from './sent-lines.tsx'

const t = translator(en)
type Shown = ReturnType<typeof packetSet.output.parse>
type Deed = 'sent' | 'open' | 'portal' | 'certificate' | 'questions' | 'publish' | 'recall' | 'step'

/** What stands in its card below its name and digest. */
export function PacketSet({ production }: { readonly production: Production }) {
  const { data } = useQuery(packetSet, { production: production.id }, ['requests'], 2000)
  if (!data) return null
  return (
    <div className="packet-set">
      {data.lastPage !== null && <p className="soft">{t('pages', { first: data.firstPage, last: data.lastPage })}</p>}
      <SentLines production={production} />
      <Recalled shown={data} />
      <PostingList postings={data.postings} />
      <Deeds production={production} shown={data} />
    </div>
  )
}

function Recalled({ shown: { recall, postings } }: { readonly shown: Shown }) {
  const { zone } = useVault().summary
  if (recall === null) return null
  const standing = postings.filter(({ down }) => down === null).length
  return (
    <Notice tone="bad" title={t('recalled', { when: formatInstant(recall.at, zone, 'moment'), reason: recall.reason })}>
      <p>{recall.replacedBy === null ? t('unreplaced') : t('replaced', { id: recall.replacedBy })}</p>
      {standing > 0 && <p>{t('mustDown', { count: standing })}</p>}
      <ul className="bullets">
        {recall.steps.map(({ kind, on, words, at }) => (
          <li key={at + kind}>
            {formatDay(on)} · {t(`kind.${kind}`)}: {words}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Deeds({ production, shown }: { readonly production: Production; readonly shown: Shown }) {
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  const { id, request } = production
  const deeds: readonly Deed[] =
    shown.recall === null ? ['portal', 'certificate', 'open', 'questions', 'publish', 'recall'] : ['open', 'step']
  return (
    <div className="form-actions start">
      <Button icon="check" look={production.sent.length === 0 ? 'plain' : 'quiet'} onPress={() => setDeed('sent')}>
        {t('sent')}
      </Button>
      <FileButton
        label={t('save')}
        icon="save"
        file={production.packetName ?? `packet-${id}.zip`}
        begin={(to) => start(packetSave, { production: id, to })}
      />
      {shown.recall === null && (
        <FileButton
          label={t('paper')}
          icon="print"
          file={`paper-${request}-${id}.pdf`}
          begin={(to) => start(packetPaper, { production: id, to })}
        />
      )}
      <MenuButton
        label={t('more')}
        button={
          <>
            <span>{t('more')}</span>
            <Icon name="down" />
          </>
        }
        entries={deeds.map((id) => ({ id, label: t(id), run: () => setDeed(id) }))}
      />
      <Dialog
        title={deed ? t(deed) : ''}
        open={deed !== null}
        onClose={close}
        {...(deed === 'questions' && { closing: t('close') })}
      >
        {deed === 'sent' && (
          <SentForm
            about={t('sentAbout')}
            enter={(sending) => run(packetSent, { production: id, sending })}
            onDone={close}
          />
        )}
        {deed === 'open' && <OpeningForm production={production} onDone={close} />}
        {deed === 'portal' && <PortalForm production={production} onDone={close} />}
        {deed === 'certificate' && <CertificateForm production={production} onDone={close} />}
        {deed === 'questions' && <Questions request={production.request} production={production.id} />}
        {deed === 'publish' && <PublishForm production={production} onDone={close} />}
        {deed === 'recall' && <RecallForm production={production} onDone={close} />}
        {deed === 'step' && <StepForm production={production} onDone={close} />}
      </Dialog>
    </div>
  )
}
