import { readFileSync, writeFileSync } from 'node:fs'
import { checkVersionFile, hashCheck } from './hash-check.ts'

/** `node scripts/anonymisation/renew-check-version.ts`: says which check this is, after a change of what it finds or offers. */
const version = hashCheck()
const before = readFileSync(checkVersionFile, 'utf8')
writeFileSync(
  checkVersionFile,
  before.replace(/checkVersion = '[^']*'/, () => `checkVersion = '${version}'`),
)
console.log(version)
