import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Most of a start is reading some hundreds of files as JavaScript. What came of it is kept for the next one: beside the
// packages, which only their owner can write to, and not in the folder for temporary files, where anybody could.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/confer', import.meta.url)))
await import('./command-line.ts')
