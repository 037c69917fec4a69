import { finds, findsNothing } from './found.fixture.ts'
import { findHandles } from './handle.ts'

finds(findHandles, [
  'as ⟦@jade_m04⟧ on there',
  'by ⟦@Jade.Marsh⟧.',
  'posts as ⟦u/jade-marsh⟧',
  'her Instagram is ⟦jade.m_04⟧',
  'snapchat: ⟦jademarsh04⟧',
])

findsNothing(findHandles, [
  'jo@example.org',
  'met @home and @ 5pm and @5pm',
  'he uses Instagram daily',
  'and/or u/s',
  'his username was guessed',
  'on Facebook: posts and photographs',
])
