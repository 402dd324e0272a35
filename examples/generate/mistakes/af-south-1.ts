import { permission, tcp } from '../security-groups.ts';
import type { Mistake } from './mistake.ts';

export const afSouth1Mistakes: readonly Mistake[] = [
  {
    what: 'desktops of Cape Town may only browse the web, and so cannot activate Windows',
    make(place) {
      place.members('cape-town').IpPermissionsEgress = [
        tcp(80, '0.0.0.0/0'),
        tcp(443, '0.0.0.0/0'),
        permission('udp', 53, 53, { cidr: '10.26.0.0/16' }),
      ];
    },
  },
];
