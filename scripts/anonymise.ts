import { text as readText } from 'node:stream/consumers'
import { checkTexts } from '../src/anonymisation/check-texts.ts'
import { readModel } from '../src/anonymisation/read-model.ts'

/**
 * `npm run -s anonymise < text`: what the check finds in a text, one finding a line as JSON, its place in UTF-16 units. The
 * text goes nowhere else.
 */
const text = await readText(process.stdin)
const [findings = []] = checkTexts([text], await readModel())
for (const { start, end, class: found, level } of findings) {
  console.log(JSON.stringify({ start, end, class: found, level, text: text.slice(start, end) }))
}
