import manifest from '../../package.json' with { type: 'json' };

/** Name and version of this program, as written into snapshots and reports. */
export const generator = `${manifest.name}/${manifest.version}`;
