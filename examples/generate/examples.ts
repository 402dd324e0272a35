import { join } from 'node:path';
import { liveADay } from './daily-life.ts';
import { leaveGaps } from './gaps.ts';
import { make } from './mistakes/mistake.ts';
import { accessMistakes } from './mistakes/us-east-1-access.ts';
import { desktopMistakes } from './mistakes/us-east-1-desktops.ts';
import { groupMistakes } from './mistakes/us-east-1-groups.ts';
import { interfaceMistakes } from './mistakes/us-east-1-interfaces.ts';
import { usEast2Mistakes } from './mistakes/us-east-2.ts';
import { usGovWest1Mistakes } from './mistakes/us-gov-west-1.ts';
import type { Era, Place } from './place.ts';
import { buildUsEast1 } from './places/us-east-1.ts';
import { buildUsEast2 } from './places/us-east-2.ts';
import { buildUsGovWest1 } from './places/us-gov-west-1.ts';
import { buildUsWest2 } from './places/us-west-2.ts';
import { writeSnapshot } from './write.ts';

/** Writes every example snapshot below `folder`; the same bytes each time. */
export async function generateExamples(folder: string): Promise<void> {
  for (const [era, estate, clean] of [
    ['now', 'estate', 'clean'],
    ['baseline', 'baseline', 'clean-baseline'],
  ] as const) {
    await writeSnapshot(usEast1(era), join(folder, estate));
    await writeSnapshot(usGovWest1(era), join(folder, estate));
    await writeSnapshot(buildUsWest2(era), join(folder, clean));
  }
  // Nobody recorded a baseline of the forgotten pilot.
  await writeSnapshot(usEast2(), join(folder, 'estate'));
}

function usEast1(era: Era): Place {
  const place = buildUsEast1(era);
  make(place, [...accessMistakes, ...desktopMistakes, ...groupMistakes, ...interfaceMistakes]);
  liveADay(place);
  return place;
}

function usGovWest1(era: Era): Place {
  const place = buildUsGovWest1(era);
  make(place, usGovWest1Mistakes);
  leaveGaps(place);
  return place;
}

function usEast2(): Place {
  const place = buildUsEast2('now');
  make(place, usEast2Mistakes);
  return place;
}
