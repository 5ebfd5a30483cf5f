// The lines of the statement: what was not searched or cannot be by words, and what can be done about each.
import { useState } from 'react'
import { searchAnswer } from '../../../../shared/contract/request-search.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { isLineAnswered, type StatementLine } from '../../../../shared/domain/request/search-statement.ts'
import { run } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Section } from '../../../ui/page.tsx'
import { FilesList, type FileUse, fileUses } from './files-list.tsx'
import { LineDeeds } from './line-deeds.tsx'
import { SaidForm } from './said-form.tsx'

const t = translator(en)

interface Props {
  readonly request: RequestDetail
  readonly lines: readonly StatementLine[]
}

/** The part. */
export function LinesPart({ request, lines }: Props) {
  const { zone } = useVault().summary
  const [answering, setAnswering] = useState<StatementLine | null>(null)
  const [files, setFiles] = useState<FileUse | null>(null)
  const close = () => setAnswering(null)
  const look = ({ key }: StatementLine) => setFiles(fileUses.find((use) => key === `files:${use}`) ?? null)
  const answerOf = ({ answer }: StatementLine) =>
    answer &&
    t('answerBy', { words: answer.words, name: answer.by ?? '–', when: formatInstant(answer.at, zone, 'moment') })
  return (
    <Section title={t('lines')}>
      <p className="soft">{t('linesAbout')}</p>
      {lines.length === 0 ? (
        <p>{t('noLines')}</p>
      ) : (
        <DataTable<StatementLine>
          label={t('lines')}
          className="statement-lines"
          rows={lines}
          keyOf={({ key }) => key}
          columns={[
            {
              id: 'line',
              title: t('line'),
              cell: (line) => (
                <>
                  <bdi>{line.facts}</bdi>
                  {line.answer && <span className="hint line-answer">{answerOf(line)}</span>}
                </>
              ),
            },
            { id: 'stands', title: t('stands'), tight: true, cell: (line) => <LineChip line={line} /> },
            {
              id: 'actions',
              title: t('actions'),
              cell: (line) => (
                <LineDeeds
                  request={request}
                  line={line}
                  onAnswer={() => setAnswering(line)}
                  onLook={() => look(line)}
                />
              ),
            },
          ]}
        />
      )}
      <Dialog title={t('answerTitle')} open={answering !== null} onClose={close}>
        {answering && (
          <SaidForm
            about={answering.facts}
            label={t('answerLabel')}
            hint={t('answerHint')}
            onDone={close}
            onSay={async (answer) => {
              const { key: line, facts } = answering
              await run(searchAnswer, { request: request.id, line, facts, answer })
            }}
          />
        )}
      </Dialog>
      <Dialog title={t('files')} open={files !== null} onClose={() => setFiles(null)} wide closing={t('close')}>
        {files && <FilesList request={request.id} files={files} />}
      </Dialog>
    </Section>
  )
}

function LineChip({ line }: { readonly line: StatementLine }) {
  if (line.settled) return <Chip tone="good">{t('settled')}</Chip>
  return isLineAnswered(line) ? <Chip tone="accent">{t('answered')}</Chip> : <Chip tone="warn">{t('open')}</Chip>
}
