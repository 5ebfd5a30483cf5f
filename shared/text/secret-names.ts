// Owns which names of fields say that a value is nobody's to read: passwords, tokens, addresses of computers, devices.

const WORDS = new Set(
  `ip ips ipv4 ipv6 ipaddress ipaddresses ipaddr password passwords passwd passphrase passcode pwd token tokens secret secrets cookie cookies
  apikey apikeys authorization credential credentials csrf xsrf csrftoken sessionid jsessionid phpsessid sessionkey imei imsi iccid udid idfa idfv gaid aaid adid
  useragent deviceid devicetoken devicename devicemodel device devices accesstoken refreshtoken authtoken idtoken sessiontoken pushtoken accesskey secretkey privatekey
  bssid ssid`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
const PAIRS: ReadonlySet<string> = new Set([
  'api key',
  'access key',
  'private key',
  'secret key',
  'session id',
  'session key',
  'session ids',
  'active sessions',
  'user agent',
  'user agents',
  'mac address',
  'mac addresses',
  'serial number',
  'hardware id',
  'advertising id',
  'advertiser id',
  'auth key',
  'recovery code',
  'recovery codes',
  'backup codes',
  'datr cookie',
])

/** Whether a field of this name (`ip_address`, `commentAuthorIP`, `Device Model`, `wp:post_password`) holds what is masked. */
export function isSecretName(name: string): boolean {
  if (name.length > 60) return false
  const before = known.get(name)
  if (before !== undefined) return before
  // Exports use a few names a million times; names made of somebody's words are not kept without end.
  if (known.size >= 4096) known.clear()
  const secret = judge(name)
  known.set(name, secret)
  return secret
}

const known = new Map<string, boolean>()

function judge(name: string): boolean {
  const words = name
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  return words.some((word, place) => WORDS.has(word) || PAIRS.has(`${word} ${words[place + 1] ?? ''}`))
}
