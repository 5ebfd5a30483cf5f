// Counts vitest's report of all projects into the one line that ends the run; exits 1 when a test failed or none ran.
import { existsSync, readFileSync } from 'node:fs'

const file = process.argv[2]
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] }
const tests = report.testResults.flatMap((result) => result.assertionResults)
const passed = tests.filter((test) => test.status === 'passed').length
// A file that cannot be loaded fails without a test of its own.
const broken = report.testResults.filter(
  (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
).length
const failed = tests.filter((test) => test.status === 'failed').length + broken

process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = passed === 0 || failed > 0 ? 1 : 0
