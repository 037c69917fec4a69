import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { buildDictionary } from './build-dictionary.ts'
import { makeLessons } from './make-lessons.ts'
import { readNames } from './name-pools.ts'
import { packModel } from './pack-model.ts'
import { trainTagger } from './train-tagger.ts'

/**
 * `node scripts/anonymisation/train-names.ts [--data DIR]` learns the names' dictionary and tagger anew and writes
 * `src/anonymisation/names/model.bin.br`. The same sources give the same bytes. `docs/decisions/0014-finding-what-identifies.md` says what it
 * learns from and under which licences; DIR holds those of the files that no package carries.
 */
const root = new URL('../../', import.meta.url)
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: fileURLToPath(new URL('../shared/anonymisation-data', root)) },
    epochs: { type: 'string', default: '14' },
    buckets: { type: 'string', default: '38000' },
    out: { type: 'string', default: fileURLToPath(new URL('src/anonymisation/names/model.bin.br', root)) },
  },
})

const names = readNames(values.data)
const dictionary = buildDictionary(names)
const weights = trainTagger(Number(values.epochs), makeLessons(values.data, names, dictionary))
const bytes = packModel(dictionary, weights, Number(values.buckets))
const packed = brotliCompressSync(bytes)
writeFileSync(values.out, packed)
console.log(`${dictionary.size} words, ${bytes.length} bytes, ${packed.length} by brotli`)
