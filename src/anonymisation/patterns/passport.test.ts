import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finds, findsNothing } from './found.fixture.ts'
import { findPassports, isMachineReadableLine } from './passport.ts'

// The first is the example of ICAO Doc 9303; the others were computed by its rule, apart from the code here.
const valid = [
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
  '1234567897GBR8503127F3001019<<<<<<<<<<<<<<<6',
  '5333800068GBR9012318M3106154<<<<<<<<<<<<<<<0',
  '7077979792GBR0102030M2811305<<<<<<<<<<<<<<<2',
  'AB12345671IRL7707076F2909093<<<<<<<<<<<<<<<8',
  'C01X00T478D<<6408125F2710316<<<<<<<<<<<<<<<4',
  '12AB345673FRA9911042M3302288<<<<<<<<<<<<<<<6',
  'A1234567<6IND5505050M2606060<<<<<<<<<<<<<<<6',
  '5000000016USA1202292F2703143<<<<<<<<<<<<<<<6',
  'E123456782CHN8301172M2905213<<<<<<<<<<<<<<<2',
  'X000000171POL4709301X3201015<<<<<<<<<<<<<<<6',
]
const invalid = [
  'L898902C37UTO7408122F1204159ZE184226B<<<<<10',
  'L898902C36UTO7408123F1204159ZE184226B<<<<<10',
  'L898902C36UTO7408122F1204158ZE184226B<<<<<10',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<20',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<11',
  'L898903C36UTO7408122F1204159ZE184226B<<<<<10',
  '1234567897GBR8503127F3001019<<<<<<<<<<<<<<<5',
  '1234567890GBR8503127F3001019<<<<<<<<<<<<<<<6',
  '5333800068GBR9013318M3106154<<<<<<<<<<<<<<<0',
  '7077979792GBR0102030M2811305<<<<<<<<<<<<<<',
  'C01X00T478D<<6408125F2710317<<<<<<<<<<<<<<<4',
]

for (const line of valid) {
  test(`the check digits of ${line} hold`, () => {
    assert.ok(isMachineReadableLine(line))
    assert.equal(findPassports(`Scanned:\n${line}\n`)[0]?.class, 'passport')
  })
}

for (const line of invalid) {
  test(`the check digits of ${line} do not hold`, () => {
    assert.equal(isMachineReadableLine(line), false)
    assert.deepEqual(findPassports(`Scanned:\n${line}\n`), [])
  })
}

test('both lines of a passport are one finding, for the first carries the name', () => {
  const lines = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
  assert.deepEqual(
    findPassports(`See ${lines}.`).map(({ start, end }) => [start, end]),
    [[4, 4 + lines.length]],
  )
})

finds(findPassports, [
  'passport number ⟦123456789⟧',
  'Her passport (⟦533380006⟧) had expired.',
  'His passport no. is ⟦533 380 006⟧.',
  'PASSPORT: ⟦707797979⟧',
  'copied ⟦500000001⟧ (passport)',
  'an Irish passport, ⟦AB1234567⟧',
  'an Indian passport ⟦A1234567⟧',
  'a German passport ⟦C01X00T47⟧',
  'a French passport ⟦12AB34567⟧',
  'the passport was ⟦987654321⟧',
  'In this case her passport number is ⟦533401372⟧',
  'She called to say her passport number was ⟦533401372⟧.',
  'His visa and passport (⟦533401372⟧)',
  '⟦533401372⟧ is her passport number',
  'PP no ⟦533401372⟧',
])

findsNothing(findPassports, [
  'the number is 123456789',
  'passport number 12345678',
  'passport number 1234567890',
  'passport number 12345',
  'passport number ABCDEFGHI',
  'He lost his passport. Invoice 123456789 followed.',
  'passport and NHS number 943476591',
  'passport AB12345',
  'her account 533401372 and passport were lost',
  'passport A123456',
  'passport photographs taken on 12 05 2024',
  'a passport to 200 new skills',
])
