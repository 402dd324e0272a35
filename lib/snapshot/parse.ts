import * as z from 'zod';
import type { OperationCoverage } from '../model/coverage.ts';
import { InputError } from '../model/errors.ts';
import { coverageSchema, formatVersion, headerSchema, type Snapshot, type SnapshotHeader } from './format.ts';
import { emptyResources, isResourceType, type ResourceType } from './resource-types.ts';

const lineSchema = z.looseObject({ type: z.string(), resource: z.looseObject({}).optional() });

/** Takes the lines of a snapshot one by one and refuses the first that does not belong. */
export class SnapshotParser {
  /** Number of the line taken last, from 1. */
  lineNumber = 0;
  readonly #file: string;
  readonly #resources = emptyResources();
  readonly #seen = new Map<string, number>();
  readonly #foreign = new Map<string, number>();
  #header: SnapshotHeader | undefined;
  #coverage: ReadonlyMap<string, OperationCoverage> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws InputError naming the line */
  line(text: string): void {
    this.lineNumber += 1;
    if (text === '' || text.trim() === '') return;
    if (this.#coverage !== undefined) {
      throw this.#refuse('a line follows the coverage line', 'Remove what follows the coverage line; it must be last.');
    }
    const content = this.#parse(text);
    if (this.#header === undefined) this.#header = this.#readHeader(content);
    else this.#take(content);
  }

  /** @throws InputError when the file ended early or its counts do not add up */
  finish(sha256: string): Snapshot {
    if (this.#header === undefined) {
      throw this.#refuse('the file is empty', 'Take the snapshot again with "wsaudit snapshot --out FILE".');
    }
    if (this.#coverage === undefined) {
      throw this.#refuse(
        'the file ends without its coverage line: it is truncated',
        'Copy the whole file again, or take the snapshot again.',
      );
    }
    this.#checkCounts(this.#coverage);
    return {
      header: this.#header,
      resources: this.#resources,
      coverage: this.#coverage,
      sha256,
      notes: [...this.#foreignTypes(), ...this.#unlisted(this.#coverage)].map((note) => `${this.#file}: ${note}`),
    };
  }

  #foreignTypes(): string[] {
    return [...this.#foreign].map(([type, count]) => `${count} resource(s) of the unknown type "${type}" are ignored`);
  }

  /** Lines whose operation the coverage does not list are true, but the operation counts as skipped. */
  #unlisted(coverage: ReadonlyMap<string, OperationCoverage>): string[] {
    const found = Object.values(this.#resources).filter(({ items }) => items.length > 0);
    const operations = new Set(found.map(({ operation }) => operation));
    return [...operations]
      .filter((operation) => !coverage.has(operation))
      .map((operation) => `the coverage line does not list ${operation}, which counts as skipped`);
  }

  #parse(text: string): z.infer<typeof lineSchema> {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw this.#refuse(`invalid JSON (${detail})`, 'Each line must be one JSON object; take the snapshot again.');
    }
    return this.#check(lineSchema, json, 'an object with "type"');
  }

  #readHeader(content: z.infer<typeof lineSchema>): SnapshotHeader {
    if (content.type !== 'Snapshot') {
      throw this.#refuse(
        `the first line is of type "${content.type}"`,
        'Name a file made by "wsaudit snapshot"; its first line is the header.',
        'the header, {"type":"Snapshot",…}',
      );
    }
    if (content.formatVersion !== formatVersion) {
      throw this.#refuse(
        `formatVersion is ${JSON.stringify(content.formatVersion)}`,
        'Read it with a newer wsaudit, or take the snapshot again with this one.',
        String(formatVersion),
      );
    }
    return this.#check(headerSchema, content, 'a snapshot header');
  }

  #take(content: z.infer<typeof lineSchema>): void {
    const { type, resource } = content;
    if (type === 'Coverage') {
      this.#coverage = this.#readCoverage(content);
    } else if (type === 'Snapshot') {
      throw this.#refuse(
        'a second header',
        'A file holds one account and one Region; keep each snapshot in its own file.',
      );
    } else if (resource === undefined) {
      throw this.#refuse(`the ${type} line has no "resource"`, 'Write {"type":"…","resource":{…}}.');
    } else if (isResourceType(type)) {
      this.#keep(type, resource);
    } else {
      this.#foreign.set(type, (this.#foreign.get(type) ?? 0) + 1);
    }
  }

  #keep(type: ResourceType, raw: unknown): void {
    const taken = this.#resources[type].take(raw);
    if ('issues' in taken) throw this.#odd(taken.issues, `a ${type} as AWS returns it`);
    const key = `${type} ${taken.id}`;
    const earlier = this.#seen.get(key);
    if (earlier !== undefined) {
      throw this.#refuse(`${key} is listed twice, first on line ${earlier}`, 'Keep one of the two lines.');
    }
    this.#seen.set(key, this.lineNumber);
  }

  #readCoverage(content: unknown): ReadonlyMap<string, OperationCoverage> {
    const coverage = new Map<string, OperationCoverage>();
    for (const entry of this.#check(coverageSchema, content, 'a coverage line').operations) {
      if (coverage.has(entry.operation)) {
        throw this.#refuse(`the operation ${entry.operation} is listed twice`, 'Keep one entry per operation.');
      }
      coverage.set(entry.operation, entry);
    }
    return coverage;
  }

  #checkCounts(coverage: ReadonlyMap<string, OperationCoverage>): void {
    const found = new Map<string, number>();
    for (const { operation, items } of Object.values(this.#resources)) {
      found.set(operation, (found.get(operation) ?? 0) + items.length);
    }
    for (const [operation, { count }] of coverage) {
      const lines = found.get(operation);
      if (lines !== undefined && lines !== count) {
        throw this.#refuse(
          `the coverage line counts ${count} resource(s) of ${operation}, the file holds ${lines}`,
          'The file is damaged or was edited: copy it again or take the snapshot again.',
        );
      }
    }
  }

  #check<T>(schema: z.ZodType<T>, value: unknown, expected: string): T {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw this.#odd(parsed.error.issues, expected);
  }

  #odd(issues: readonly z.core.$ZodIssue[], expected: string): InputError {
    return new InputError(
      'snapshot',
      issues.map((issue) => ({
        place: `${this.#file}:${this.lineNumber}`,
        found: `${['$', ...issue.path.map(String)].join('.')}: ${issue.message}`,
        expected,
        mend: 'The file is damaged or was not made from AWS answers: take the snapshot again.',
      })),
    );
  }

  #refuse(found: string, mend: string, expected?: string): InputError {
    const place = `${this.#file}:${Math.max(1, this.lineNumber)}`;
    return new InputError(
      'snapshot',
      expected === undefined ? { place, found, mend } : { place, found, expected, mend },
    );
  }
}
