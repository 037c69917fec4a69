import { finds, findsNothing } from './found.fixture.ts'
import { findPlates } from './plate.ts'

finds(findPlates, [
  'in ⟦AB12 CDE⟧ outside',
  'in ⟦YK07XLP⟧ outside',
  'in ⟦LD51 ABC⟧ outside',
  'in ⟦BX73 KLM⟧ outside',
  'his car, ⟦ab12 cde⟧',
  'his van reg ⟦P482 KLM⟧',
  'a car with plate ⟦A1 ABC⟧',
  'vehicle registration ⟦ABC 123D⟧',
  'an old Mini, car reg ⟦LMN 7K⟧',
  'the taxi ⟦AZ 1234⟧ from Belfast',
  'the taxi ⟦XIA 821⟧ from Belfast',
  'car reg: ⟦R101ABC⟧',
  'a kit car, reg ⟦Q123 ABC⟧',
  'his car ⟦ABC 123⟧ and her van ⟦123 ABC⟧',
  'the car reg is ⟦1 ABC⟧.',
  'the car, ⟦AB 12 CDE⟧',
  'the embassy car, ⟦101 D 123⟧',
])

findsNothing(findPlates, [
  'car AB00 CDE: no age of 00',
  'car AB01 CDE: 01 was never used',
  'car AB50 CDE, AB36 CDE and AB99 CDE: ages that are far away',
  'car IB12 CDE: no local tag begins with an I',
  'car QB12 CDE, ZB12 CDE, JB12 CDE, TB12 CDE, UB12 CDE',
  'car AI12 CDE, AQ12 CDE',
  'car AB12 CIE, AB12 CQE',
  'car I12 ABC, O12 ABC, U12 ABC, Z12 ABC',
  'car Q123 IBC',
  'car ABC 123I, ABC 123O, ABC 123Z',
  'car ABC 1234E',
  'in P482 KLM nothing speaks of one',
  'BS21C00123 is a case',
  'LIVES IN SE15 AND GOES TO NW10 FOR COLLEGE',
  'I drove the car ABOUT 20 times, in car 3 AND 4, registration number SW 123456',
  'the car PARK 12, room ABC 123',
  'S47 ENQ and S20 ACC',
])
