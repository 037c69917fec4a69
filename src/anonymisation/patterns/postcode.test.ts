import { finds, findsNothing } from './found.fixture.ts'
import { findPostcodes } from './postcode.ts'

finds(findPostcodes, [
  'She moved to ⟦LS1 4DY⟧.',
  'Both ⟦M1 1AE⟧ and ⟦B33 8TH⟧',
  '⟦CR2 6XH⟧, ⟦DN55 1PT⟧, ⟦W1A 1HQ⟧, ⟦EC1A 1BB⟧',
  'all small: ⟦sw1a 2aa⟧',
  'no space: ⟦BD239ZX⟧ or ⟦m11ae⟧',
  'two spaces ⟦CF10  1EP⟧',
  'the old bank at ⟦GIR 0AA⟧',
  'Belfast ⟦BT1 5GS⟧, Jersey ⟦JE2 3AB⟧, Man ⟦IM1 1AA⟧',
  'write to ⟦BFPO 57⟧ or ⟦BFPO C/O 57⟧',
  'to the Falklands, ⟦FIQQ 1ZZ⟧',
  'her postcode is ⟦LS6⟧',
  'in the ⟦SE15⟧ postcode',
])

findsNothing(findPostcodes, [
  'a section 47 enquiry and S20 accommodation',
  'ZZ1 1AA is no area',
  'LS1 4CI has letters that no inward code has',
  'A9 9AA, Q1 1AA, V1 1AA, X1 1AA',
  'W1Z 1AA has a letter that no district has',
  'S47 2nd visit, w1 3hr session, E1 4th floor',
  'along the M25, the A1 and the E17',
  'AB12 CDE is a plate',
  'KS2 and KS4, Y6, P1, T4 form',
])
