import { addDirectory } from '../directories.ts';
import type { Era } from '../place.ts';
import { Place } from '../place.ts';
import { addPair, addSite } from './site.ts';

/** A pilot that somebody began in a further Region and forgot. */
export function buildUsEast2(era: Era): Place {
  const place = new Place('aws', '111122223333', 'us-east-2', era);
  const site = addSite(place, '10.24', '203.0.113.60');
  addDirectory(place, {
    alias: 'pilot',
    kind: 'SimpleAD',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets: addPair(place, site, 'pilot', 2),
  });
  return place;
}
