// The real app on the review of a request, with a person acting: set up in the vault, opened by the ways of the window.
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { requestOpen } from '../../../shared/contract/request.ts'
import type { RequestId } from '../../../shared/domain/id.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { launchApp, type RunningApp } from './app.ts'
import { goTo } from './desk.ts'

interface Asked {
  readonly id: RequestId
  /** The export that answers it. */
  readonly archive: string
  readonly text?: string
  readonly search?: string
  /** A city of no ordinance unless it is said. */
  readonly city?: string
  /** What else is done in the vault before it is opened. */
  readonly also?: (made: TestArchive) => Promise<void>
}

/** A window on a vault with one import and one request, on the page of the request. */
export async function openRequest(
  folder: string,
  { id, archive, text = 'All posts.', search = 'kind:post', city, also }: Asked,
) {
  const made = await openTestArchive(city === undefined ? {} : { city })
  const sources = [made.archive.grant(archive, 'read').grant]
  await made.run(intakeImport, { sources, account: made.account, platform: null })
  await made.call(requestOpen, {
    ...{ id, receivedOn: LocalDate.parse('2026-11-16'), channel: 'portal', requester: 'R. Ortiz', text },
    ...{ immediateDisclosure: false, accounts: [made.account], from: null, to: null, search },
  })
  await also?.(made)
  await made.archive.close()
  const running = await launchApp({ folder, args: [made.folder] })
  await actOn(running.page, id)
  return { running, vault: made.folder, close: () => closeRoom(running, folder, made.folder) }
}

async function actOn(page: Page, id: RequestId): Promise<void> {
  await page.getByRole('button', { name: 'Nobody is acting' }).click()
  await page.getByRole('button', { name: /Pat Moreno/ }).click()
  await goTo(page, 'Requests')
  await page.getByRole('link', { name: id }).click()
}

async function closeRoom(running: RunningApp, folder: string, vault: string): Promise<void> {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(vault), { recursive: true, force: true })
}
