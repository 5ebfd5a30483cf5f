// Captures of servers that answer as published references say. Facebook and Instagram: hidden comments, refusals by number, messages (docs/capture.md).
import { describe, expect, test } from 'vitest'
import { captureBy } from '../../support/replay.ts'
import { json, serve, TOKEN } from '../../support/replay-paths.ts'

describe('Facebook', () => {
  const comment = (id: string, more: object = {}) => ({
    id: `10_${id}`,
    message: `Comment ${id}`,
    created_time: '2026-10-02T10:00:00+0000',
    from: { name: 'R. Resident', id: '900' },
    is_hidden: false,
    ...more,
  })

  test('comments that the Page hid are read as hidden, answers name what they answer, the next page is asked without the token in its link', async () => {
    const server = await serve({
      '/city/feed': (query, _nth, address) =>
        query.get('after') === null
          ? json({
              data: [
                {
                  id: '1_10',
                  message: 'Road closed',
                  created_time: '2026-10-01T10:00:00+0000',
                  from: { name: 'City', id: '1' },
                },
              ],
              paging: { cursors: { after: 'A' }, next: `${address}/1/feed?access_token=${TOKEN}&after=A` },
            })
          : json({
              data: [
                {
                  id: '1_9',
                  message: 'Older',
                  created_time: '2026-09-01T10:00:00+0000',
                  from: { name: 'City', id: '1' },
                  is_published: true,
                },
              ],
              paging: { cursors: { after: 'B' } },
            }),
      '/1_10/comments': () =>
        json({ data: [comment('1'), comment('2', { is_hidden: true }), comment('3', { parent: { id: '10_1' } })] }),
      '/1_9/comments': () => json({ data: [] }),
      '/city/conversations': () => json({ data: [{ id: 't_5', updated_time: '2026-10-01T10:00:00+0000' }] }),
      '/t_5/messages': () =>
        json({
          data: [
            {
              id: 'm_1',
              created_time: '2026-10-01T10:00:00+0000',
              from: { name: 'R. Resident' },
              to: { data: [{ name: 'City' }] },
              message: 'Hello',
            },
          ],
        }),
    })
    const { end, drafts, exchanges } = await captureBy({
      way: 'api/facebook',
      address: server.address,
      secrets: { token: TOKEN },
    })
    expect(end.outcome).toBe('complete')
    const said = drafts.map(({ kind, nativeId, parentNativeId, details }) => [
      kind,
      nativeId,
      parentNativeId,
      details.hidden ?? false,
    ])
    expect(said).toEqual([
      ['post', '10', null, false],
      ['comment', '1', '10', false],
      ['comment', '2', '10', true],
      ['comment', '3', '1', false],
      ['post', '9', null, false],
      ['message', 'm_1', null, false],
    ])
    expect(drafts[2]?.content).toMatchObject({ hidden: true })
    expect(exchanges.map(({ url, body }) => `${url} ${Buffer.from(body).toString()}`).join()).not.toContain(TOKEN)
  })

  test('an expired token that the graph tells with its own number, and too many calls, are what they are', async () => {
    const refused = (code: number, message: string) =>
      serve({ '/city/feed': () => ({ status: 400, json: { error: { code, message } } }) })
    const lapsed = await captureBy({
      way: 'api/facebook',
      address: (await refused(190, 'Session has expired')).address,
      secrets: { token: TOKEN },
      scope: { kinds: ['posts'] },
    })
    expect(lapsed.end.outcome).toBe('lapsed')
    const rate = await captureBy({
      way: 'api/facebook',
      address: (await refused(4, 'Application request limit reached')).address,
      secrets: { token: TOKEN },
      scope: { kinds: ['posts'] },
    })
    expect(rate.end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
  })
})

test('Instagram: hidden comments and the answers in comments are read', async () => {
  const server = await serve({
    '/77/media': () =>
      json({
        data: [
          {
            id: '501',
            caption: 'Parade',
            media_type: 'IMAGE',
            timestamp: '2026-10-01T10:00:00+0000',
            username: 'city',
            comments_count: 2,
          },
        ],
      }),
    '/501/comments': () =>
      json({
        data: [
          {
            id: '601',
            text: 'Nice',
            timestamp: '2026-10-01T11:00:00+0000',
            username: 'r',
            hidden: true,
            replies: {
              data: [
                {
                  id: '602',
                  text: 'Thanks',
                  timestamp: '2026-10-01T12:00:00+0000',
                  username: 'city',
                  hidden: false,
                  parent_id: '601',
                },
              ],
            },
          },
        ],
      }),
  })
  const { drafts, end } = await captureBy({
    way: 'api/instagram',
    address: server.address,
    nativeId: '77',
    scope: { kinds: ['posts', 'comments'] },
    secrets: { token: TOKEN },
  })
  expect(end.outcome).toBe('complete')
  expect(
    drafts.map(({ kind, nativeId, parentNativeId, details }) => [
      kind,
      nativeId,
      parentNativeId,
      details.hidden ?? false,
    ]),
  ).toEqual([
    ['post', '501', null, false],
    ['comment', '601', '501', true],
    ['comment', '602', '601', false],
  ])
})
