// The script of a packet's page: it finds records by their words and checks the packet, in the browser, without a network.
import { z } from 'zod/mini'
import { offerChecking } from './checking.ts'
import { offerSearch } from './searching.ts'

// The page's policy lets no text become code.
z.config({ jitless: true })
offerSearch(document)
offerChecking(document)
