import * as z from 'zod';
import { emptyResources, isResourceType } from '../snapshot/resource-types.ts';
import type { ResourceName } from './baseline-subject.ts';

const lineSchema = z.looseObject({ type: z.string(), resource: z.unknown() });

/** A line, and the resource that it holds. */
export interface FoundLine {
  readonly resource: ResourceName;
  readonly line: string;
}

/** Finds the lines of some resources in the text of a snapshot. */
export class WantedLines {
  readonly #byKey: ReadonlyMap<string, ResourceName>;
  readonly #ids: readonly string[];

  constructor(resources: readonly ResourceName[]) {
    this.#byKey = new Map(resources.map((resource) => [keyOf(resource), resource]));
    this.#ids = [...new Set(resources.map(({ id }) => id))];
  }

  /** @returns the resource, when it is a wanted one; only lines that name a wanted id anywhere are parsed */
  find(line: string): ResourceName | undefined {
    if (!this.#ids.some((id) => line.includes(id))) return undefined;
    const { type, resource } = lineSchema.parse(JSON.parse(line));
    if (!isResourceType(type)) return undefined;
    const taken = emptyResources()[type].take(resource);
    return 'id' in taken ? this.#byKey.get(keyOf({ type, id: taken.id })) : undefined;
  }

  /** The wanted lines of a text, by {@link keyOf}. */
  in(text: string): ReadonlyMap<string, FoundLine> {
    const found = linesOf(text).flatMap((line) => {
      const resource = this.find(line);
      return resource === undefined ? [] : [{ resource, line }];
    });
    return new Map(found.map((one) => [keyOf(one.resource), one]));
  }
}

export const keyOf = ({ type, id }: ResourceName): string => `${type} ${id}`;

/** Header, resources and coverage; without empty lines. */
export const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');
