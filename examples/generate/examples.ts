import { join } from 'node:path';
import { liveADay } from './daily-life.ts';
import { rememberCalm, rememberUsGovWest1, rememberUsWest2 } from './deeds/elsewhere.ts';
import { rememberUsEast1 } from './deeds/us-east-1.ts';
import { leaveGaps } from './gaps.ts';
import { afSouth1Mistakes } from './mistakes/af-south-1.ts';
import { euWest3Mistakes } from './mistakes/eu-west-3.ts';
import { make } from './mistakes/mistake.ts';
import { accessMistakes } from './mistakes/us-east-1-access.ts';
import { desktopMistakes } from './mistakes/us-east-1-desktops.ts';
import { directoryMistakes } from './mistakes/us-east-1-directories.ts';
import { fleetMistakes } from './mistakes/us-east-1-fleet.ts';
import { groupMistakes } from './mistakes/us-east-1-groups.ts';
import { interfaceMistakes } from './mistakes/us-east-1-interfaces.ts';
import { signInMistakes } from './mistakes/us-east-1-sign-in.ts';
import { usGovWest1Mistakes } from './mistakes/us-gov-west-1.ts';
import { usGovWest1SignInMistakes } from './mistakes/us-gov-west-1-sign-in.ts';
import type { Era, Place } from './place.ts';
import { buildAfSouth1 } from './places/af-south-1.ts';
import { buildEuWest3 } from './places/eu-west-3.ts';
import { buildUsEast1 } from './places/us-east-1.ts';
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
    await writeSnapshot(usWest2(era), join(folder, clean));
  }
  // Nobody recorded a baseline of the forgotten pilot, nor of the young office.
  await writeSnapshot(euWest3(), join(folder, 'estate'));
  await writeSnapshot(afSouth1(), join(folder, 'estate'));
}

function usEast1(era: Era): Place {
  const place = buildUsEast1(era);
  make(place, [
    ...[...accessMistakes, ...signInMistakes, ...directoryMistakes],
    ...[...desktopMistakes, ...fleetMistakes, ...groupMistakes, ...interfaceMistakes],
  ]);
  liveADay(place);
  if (era === 'now') rememberUsEast1(place);
  return place;
}

function usGovWest1(era: Era): Place {
  const place = buildUsGovWest1(era);
  make(place, [...usGovWest1Mistakes, ...usGovWest1SignInMistakes]);
  if (era === 'now') rememberUsGovWest1(place);
  leaveGaps(place);
  return place;
}

function usWest2(era: Era): Place {
  const place = buildUsWest2(era);
  if (era === 'now') rememberUsWest2(place);
  return place;
}

function euWest3(): Place {
  const place = buildEuWest3('now');
  make(place, euWest3Mistakes);
  rememberCalm(place);
  return place;
}

function afSouth1(): Place {
  const place = buildAfSouth1('now');
  make(place, afSouth1Mistakes);
  rememberCalm(place);
  return place;
}
