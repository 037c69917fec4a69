import { finds, findsNothing } from './found.fixture.ts'
import { findAddresses } from './address.ts'

finds(findAddresses, [
  'She lives at ⟦12 Acacia Avenue⟧.',
  'of ⟦12 Acacia Avenue, Leeds LS1 4DY⟧',
  'of ⟦12 Acacia Avenue, Headingley, Leeds, LS1 4DY⟧',
  '⟦12 Acacia Avenue\nLeeds\nLS1 4DY⟧\nThank you',
  'at ⟦Flat 3, 12 Acacia Avenue⟧ with',
  'at ⟦Flat 3, Rowan House, 12 Acacia Avenue⟧ with',
  'at ⟦12a St Mary’s Road⟧,',
  'at ⟦12-14 High Street⟧ today',
  'at ⟦12, Acacia Avenue⟧ today',
  'at ⟦12 acacia avenue⟧ today',
  'at ⟦6 garth view⟧ today',
  'at ⟦The Old Forge, Pudding Lane⟧ today',
  'to ⟦PO Box 123⟧',
  'in ⟦Flat 12⟧ upstairs',
  'on ⟦Thornhill Road⟧ they',
  'at ⟦3022 Benson Park Drive⟧ in',
  'at ⟦Lozerlaan 172⟧ in',
  'at ⟦Rue de la Sarthe 421⟧ in',
  'at ⟦12 Acacia Avenue, Leeds⟧.',
])

findsNothing(findAddresses, [
  'a 20 minute drive, 10 minutes down the road',
  '3 people in the street, 2 ways, 5 steps on the road',
  'the High Street, the Main Road',
  'Rule 52 § 1 of the Rules of Court',
  'On 17 May 2001 the Labour Court sat',
  'In 2004 Gdansk Court sat',
  'the hearing took place on 20 November',
  'Road safety and Lane discipline',
  'at the end of the road',
  'a 10 step drive to change, 4 close friends',
  '12 Angry Men',
])
