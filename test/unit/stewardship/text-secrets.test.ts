// What is masked in a source and never kept among a record's details, and what is left as it is.
import { describe, expect, test } from 'vitest'
import { maskSecrets } from '../../../shared/text/mask-secrets.ts'
import { isSecretName } from '../../../shared/text/secret-names.ts'
import { isComputerAddress } from '../../../shared/text/secret-values.ts'
import { withoutSecrets } from '../../../shared/text/without-secrets.ts'

test('names of fields are known however they are written', () => {
  for (const name of [
    'ip_address',
    'commentAuthorIP',
    'IP Address',
    'wp:post_password',
    'accessToken',
    'Device Model',
    'user_agent',
    'Set-Cookie',
    'WARC-IP-Address',
    'api-key',
  ])
    expect([name, isSecretName(name)]).toEqual([name, true])
  for (const name of [
    'text',
    'tip',
    'description',
    'address',
    'zip_code',
    'tokenize',
    'recipient',
    'key',
    'sessions',
    'mentions',
    'ship',
  ])
    expect([name, isSecretName(name)]).toEqual([name, false])
})

describe('a source', () => {
  test('that is JSON stays JSON, with the values of such fields masked, whole lists and objects too', () => {
    const source =
      '{"text":"Hi","ip":"203.0.113.9","n":{"access_token": "abc","at":12},"devices":[{"model":"Phone","id":7,"on":true}]}'
    const { text, count } = maskSecrets(source)
    expect(JSON.parse(text)).toEqual({
      text: 'Hi',
      ip: '[masked]',
      n: { access_token: '[masked]', at: 12 },
      devices: [{ model: '[masked]', id: '[masked]', on: true }],
    })
    expect(count).toBe(4)
  })

  test('that names its fields beside their values is understood', () => {
    const source = '{"label_values":[{"label":"IP address","value":"host-7"},{"label":"Title","value":"News"}]}'
    expect(maskSecrets(source).text).toBe(source.replace('host-7', '[masked]'))
    const map = '{"string_map_data":{"Device ID":{"href":"","value":"A-1","timestamp":0},"Time":{"value":"x"}}}'
    expect(JSON.parse(maskSecrets(map).text).string_map_data).toEqual({
      'Device ID': { href: '', value: '[masked]', timestamp: '[masked]' },
      Time: { value: 'x' },
    })
  })

  test('of the web has its cookies, form fields, elements and keys of links masked', () => {
    const source = [
      'WARC-IP-Address: 203.0.113.9',
      'Set-Cookie: session=abc; Path=/',
      'Content-Type: text/html',
      '<input name="csrf_token" type="hidden" value="xyz"> <a data-token="t1" href="/a?access_token=t2&amp;page=3">',
      '<wp:comment_author_IP>198.51.100.7</wp:comment_author_IP><title>Tokens of thanks</title>',
      'var apiKey = "k1"; Authorization: Bearer abcdefghij',
      'seen from 2001:db8::7 at 10:20:30, 00:1a:2b:3c:4d:5e, version 1.2.3',
    ].join('\n')
    const { text } = maskSecrets(source)
    for (const secret of ['203.0', 'abc', 'xyz', 't1', 't2', '198.51', 'k1', '2001:db8', '00:1a'])
      expect(text).not.toContain(secret)
    for (const kept of ['text/html', 'page=3', 'Tokens of thanks', '10:20:30', 'version 1.2.3'])
      expect(text).toContain(kept)
  })

  test('keeps what the record itself says', () => {
    const words = 'The printer is at 10.0.0.7 now'
    expect(maskSecrets(`{"text":"${words}","ip":"10.0.0.8"}`, words)).toEqual({
      text: `{"text":"${words}","ip":"[masked]"}`,
      count: 1,
    })
  })
})

test('details lose such members and addresses, at any depth; links lose their keys', () => {
  const details = {
    title: 'News',
    ip: '203.0.113.9',
    extra: { lastDevice: 'Phone', seen: ['203.0.113.9', 'Tuesday'], note: 'ok' },
    fields: [
      { label: 'IP', value: 'x' },
      { label: 'Place', value: 'Pier' },
    ],
    link: 'https://a.example/?token=abc&b=1',
    from: '2001:db8::1',
  }
  expect(withoutSecrets(details)).toEqual({
    title: 'News',
    extra: { seen: ['Tuesday'], note: 'ok' },
    fields: [{ label: 'Place', value: 'Pier' }],
    link: 'https://a.example/?token=[masked]&b=1',
  })
})

test('addresses of computers are told from times, versions and dates', () => {
  for (const value of ['203.0.113.9', '2001:db8::1', '::1', 'fe80::1', '10.0.0.0/8', '00:1a:2b:3c:4d:5e'])
    expect(isComputerAddress(value)).toBe(true)
  for (const value of ['10:20:30', '1.2.3', '2024-01-02', '', 'a::b', '12:30', '999.1.1.1', 'std::map'])
    expect([value, isComputerAddress(value)]).toEqual([value, false])
})
