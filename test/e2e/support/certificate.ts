// A certificate that nobody vouches for, and its key: for a server that a browser must refuse. Made for these tests; it opens nothing.

export const certificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnwALIjOf9eMD7PyT
9bVKohCxLeW85YAdq7OQJHIL94qhRANCAATF7XvPKkl/HTRyvd5h+iuzl5vKT1LW
jOi2KNJoc1VGNEKm2k+d1J+718TKuHsqSat8rucu2rfZnGEzrWi2wcEL
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBijCCAS+gAwIBAgIUEaBFf7X4T48l/SuB4cQEDbj5TiMwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwObm9ib2R5LmV4YW1wbGUwIBcNMjYxMTMwMTQxNzI5WhgPMjEy
NjExMDYxNDE3MjlaMBkxFzAVBgNVBAMMDm5vYm9keS5leGFtcGxlMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAExe17zypJfx00cr3eYfors5ebyk9S1ozotijSaHNV
RjRCptpPndSfu9fEyrh7KkmrfK7nLtq32ZxhM61otsHBC6NTMFEwHQYDVR0OBBYE
FIC72PJJvs7XJ1Zy6OnDE5YEcauwMB8GA1UdIwQYMBaAFIC72PJJvs7XJ1Zy6OnD
E5YEcauwMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhANIIWRXn
P1ThCeDkr22YE71hDCsoLxslf7lbd3u2lzWvAiEA84d8iAks3gM6d2q612iqW+xQ
dPCtkdvwY9dkZpKdRZY=
-----END CERTIFICATE-----
`,
}
