import { operationOf, type ResourceType, readSnapshot } from '../../lib/snapshot/index.ts';
import { isResourceType } from '../../lib/snapshot/resource-types.ts';
import type { Fields } from './values.ts';

/** One account's Region as the double serves it: a snapshot's header and resource lines. */
export interface EstateSnapshot {
  readonly header: { readonly accountId: string; readonly region: string; readonly partition: string };
  readonly resources: readonly { readonly type: ResourceType; readonly resource: Fields }[];
}

/** Loads a snapshot file, so that the double answers with what the file says. */
export async function loadEstateSnapshot(file: string): Promise<EstateSnapshot> {
  const { header, resources } = await readSnapshot(file);
  return {
    header,
    resources: Object.keys(resources)
      .filter(isResourceType)
      .flatMap((type) => resources[type].items.map((resource) => ({ type, resource: { ...resource } }))),
  };
}

/** All accounts and Regions that the double plays. */
export class Estate {
  readonly #snapshots: readonly EstateSnapshot[];
  readonly #lists = new Map<string, Fields[]>();

  constructor(snapshots: readonly EstateSnapshot[]) {
    this.#snapshots = snapshots;
    for (const { header, resources } of snapshots) {
      for (const { type, resource } of resources) {
        const key = keyOf(header.accountId, header.region, type);
        const list = this.#lists.get(key);
        if (list === undefined) this.#lists.set(key, [resource]);
        else list.push(resource);
      }
    }
  }

  has(accountId: string): boolean {
    return this.#snapshots.some(({ header }) => header.accountId === accountId);
  }

  partitionOf(accountId: string): string {
    return this.#snapshots.find(({ header }) => header.accountId === accountId)?.header.partition ?? 'aws';
  }

  /** Resources of one type in snapshot order; a Region without a snapshot is empty. */
  list(accountId: string, region: string, type: ResourceType): readonly Fields[] {
    return this.#lists.get(keyOf(accountId, region, type)) ?? [];
  }

  /** Every resource, with the operation that reads it. */
  *all(): Generator<{ readonly type: ResourceType; readonly action: string; readonly resource: Fields }> {
    for (const { resources } of this.#snapshots) {
      for (const { type, resource } of resources) yield { type, action: operationOf(type), resource };
    }
  }
}

const keyOf = (accountId: string, region: string, type: ResourceType) => `${accountId} ${region} ${type}`;
