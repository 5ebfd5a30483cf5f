// The process of Bluesky's server: node pds-process.mjs PLACE FOLDER PORT SECRET; it says `ready` once it serves.
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [place, folder, port, jwtSecret] = process.argv.slice(2)
// Packages of that place, which are none of Muniment's.
const ofPlace = createRequire(join(place, 'package.json'))
const [{ PlcServer, Database }, { PDS, envToCfg, envToSecrets }] = ['@did-plc/server', '@atproto/pds'].map((name) =>
  ofPlace(name),
)

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
