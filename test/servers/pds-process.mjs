// The process of Bluesky's server: node pds-process.mjs PLACE FOLDER PORT SECRET; it says `ready` once it serves.
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [place, folder, port, jwtSecret] = process.argv.slice(2)
const require = createRequire(join(place, 'package.json'))
const { PlcServer, Database } = await import(require.resolve('@did-plc/server'))
const { PDS, envToCfg, envToSecrets } = await import(require.resolve('@atproto/pds'))

const plc = await PlcServer.create({ db: Database.mock(), port: 0 }).start()
const hex = () => randomBytes(32).toString('hex')
const settings = {
  devMode: true,
  port: Number(port),
  hostname: 'localhost',
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, 'blobs'),
  didPlcUrl: `http://localhost:${plc.address().port}`,
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  rateLimitsEnabled: false,
  jwtSecret,
  adminPassword: hex(),
  plcRotationKeyK256PrivateKeyHex: hex(),
}
const pds = await PDS.create(envToCfg(settings), envToSecrets(settings))
await pds.start()
process.stdout.write('ready\n')
