import { finds, findsNothing } from './found.fixture.ts'
import { findDrivingLicences } from './driving-licence.ts'

finds(findDrivingLicences, [
  'licence ⟦MORGA657054SM9IJ⟧',
  'licence ⟦MORGA 657054 SM9IJ 35⟧',
  'it is ⟦MORGA657054SM9IJ35⟧.',
  'small: ⟦morga657054sm9ij⟧',
  'a short surname ⟦FOX99811203A99AB⟧',
  'two letters ⟦LI999702296J99GD⟧',
  'no first name ⟦SMITH705175999AB⟧',
  'a man born in December ⟦JONES912310J99AK⟧',
  'a woman born in December ⟦JONES962310JA9AK⟧',
  'a leap day ⟦BROWN602294CD8ZZ⟧',
  'born in 2000 ⟦PATEL052290AS9XY⟧',
  'driving licence number ⟦12345678⟧ from Northern Ireland',
  'driver’s licence: ⟦87654321⟧',
])

findsNothing(findDrivingLicences, [
  'month 13: MORGA613054SM9IJ',
  'month 00: MORGA600054SM9IJ',
  'month 63: MORGA663054SM9IJ',
  'month 50: MORGA650054SM9IJ',
  'day 00: MORGA657004SM9IJ',
  'day 32: MORGA657324SM9IJ',
  'no 31 April: MORGA604314SM9IJ',
  'no 29 February 1961: MORGA602291SM9IJ',
  'a 9 amid letters: MO9GA657054SM9IJ',
  'a 9 first: 9ORGA657054SM9IJ',
  'digits at the end: MORGA657054SM912',
  'too short: MORGA657054SM9I',
  'too long: MORGA657054SM9IJK',
  'a 9 and then an initial: MORGA6570549M9IJ',
  'eight digits, 12345678, and no licence',
  'driving licence number 1234567',
])
