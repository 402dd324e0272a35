import { join } from 'node:path';

export const examples = join(import.meta.dirname, '../../examples');

/** Every example snapshot, below `examples/`. */
export const files = {
  'us-east-1': 'estate/111122223333-us-east-1.ndjson',
  'af-south-1': 'estate/111122223333-af-south-1.ndjson',
  'eu-west-3': 'estate/111122223333-eu-west-3.ndjson',
  'us-gov-west-1': 'estate/444455556666-us-gov-west-1.ndjson',
  'us-west-2': 'clean/111122223333-us-west-2.ndjson',
} as const;

export const baselines = [
  'baseline/111122223333-us-east-1.ndjson',
  'baseline/444455556666-us-gov-west-1.ndjson',
  'clean-baseline/111122223333-us-west-2.ndjson',
] as const;
